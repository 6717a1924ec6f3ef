/* The 1:1s and team meetings of rotas of the tiny world: when they can be held, who is there
 * and who is missing, in the assessment, the report, rota.json and CSV. */
#include "inputs/rota_writer.h"
#include "model/rule.h"
#include "planning/assess.h"
#include "reports/meetings_csv.h"
#include "reports/terminal.h"
#include "reports/text.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

struct scene {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  struct audit *audit;
  struct assessment *of;
};

static struct scene scene_of(const char *rule, const struct rule_example *example, GArray *items)
{
  struct scene scene = {.world = world_of_rule(rule_find(rule), example)};
  const struct provenance run = {.version = "1"};
  scene.problem = problem_new(scene.world->service, scene.world->month);
  scene.rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                        (int)items->len);
  scene.audit = audit_new(scene.problem, scene.rota);
  scene.of = assess(scene.audit, &run);
  return scene;
}

static struct scene scene_new(const char *rule, const struct rule_example *example,
                              const char *lines)
{
  struct world *world = world_of_rule(rule_find(rule), example);
  g_autoptr(GArray) items = world_assignments(world, lines);
  world_free(world);
  return scene_of(rule, example, items);
}

static void scene_clear(struct scene *scene)
{
  assessment_free(scene->of);
  audit_free(scene->audit);
  rota_free(scene->rota);
  problem_free(scene->problem);
  world_free(scene->world);
}

static char *csv_rows(const struct scene *scene)
{
  char *text = meetings_csv_text(scene->of);
  const char *rows = strchr(text, '\n') + 1;
  memmove(text, rows, strlen(rows) + 1);
  return text;
}

/* The report in one line, so that what is wrapped can be found. */
static char *report_of(const struct scene *scene, enum terminal_show show)
{
  const struct terminal_options options = {.show = show};
  g_autofree char *text = terminal_report(scene->of, &options);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    if (text_width(*line) > TEXT_COLUMNS)
      fail_msg("more than %d columns: %s", TEXT_COLUMNS, *line);
    g_strstrip(*line);
  }
  return g_strjoinv(" ", lines);
}

static void assert_says(const char *text, const char *words)
{
  if (!strstr(text, words))
    fail_msg("does not say '%s':\n%s", words, text);
}

static void assert_silent(const char *text, const char *words)
{
  if (strstr(text, words))
    fail_msg("says '%s':\n%s", words, text);
}

/* --- 1:1s ------------------------------------------------------------------- */

/* Ann supervises Bob, Cat and Dan, one in a session; Eve, whom she supervises too, is away
 * all month and not asked. */
#define SUPERVISED                                                                                 \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, supervisor: ann}\n"                  \
  "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]}, supervisor: ann}\n"                  \
  "dan: {name: Dan Day, band: 5, works: {mon-fri: [am, pm]}, supervisor: ann}\n"                   \
  "eve-e: {name: Eve East, band: 5, works: {mon-fri: [am, pm]}, supervisor: ann}\n"

static const struct rule_example one_at_a_time = {
    .clinicians = SUPERVISED,
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\neve-e,2027-02-01,2027-02-28,maternity\n"}},
    .use = "{task: support, sessions: mon am, minutes: 200}",
};

/* On the 1st Cat can meet Ann from afar and Bob at Hove; Bob must take the 8th, for Cat has
 * no other day. Dan is at another site on the 1st and at clinic on the 8th: he meets nobody. */
static const char pairs[] =
    "ann 2027-02-01 am support hove\n"
    "bob 2027-02-01 am support hove\n"
    "cat 2027-02-01 am support remote\n"
    "dan 2027-02-01 am support crawley\n"
    "ann 2027-02-08 am support hove\n"
    "bob 2027-02-08 am support hove\n"
    "dan 2027-02-08 am clinic hove\n";

static void test_each_pair_has_its_session(void **state)
{
  (void)state;
  struct scene scene = scene_new("supervision", &one_at_a_time, pairs);
  g_autofree char *rows = csv_rows(&scene);
  assert_string_equal(rows,
                      "2027-02-01,am,08:30,12:15,200,supervision,,cat,ann,hove remote,ann cat,\n"
                      "2027-02-08,am,08:30,12:15,200,supervision,,bob,ann,hove,ann bob,\n"
                      ",,,,200,supervision,,dan,ann,,,\n");
  int violation = 0;
  for (int u = 0; u < scene.world->service->n_uses; u++)
    if (scene.world->service->uses[u].rule == rule_find("supervision"))
      violation += (int)scene.audit->uses[u].violation;
  assert_int_equal(violation, 1);
  scene_clear(&scene);
}

static void test_report_of_pairs(void **state)
{
  (void)state;
  struct scene scene = scene_new("supervision", &one_at_a_time, pairs);
  g_autofree char *each = report_of(&scene, TERMINAL_SHOW_MEETINGS);
  g_autofree char *people = report_of(&scene, TERMINAL_SHOW_PEOPLE);
  g_autofree char *few = report_of(&scene, TERMINAL_SHOW_NONE);
  assert_says(each, "supervision: 2 of 3 1:1s can be held");
  assert_says(each, "Mon 1 Feb am   Cat Cole with Ann Able at hove and remote");
  assert_says(each, "Mon 8 Feb am   Bob Best with Ann Able at hove");
  assert_says(each, "none           Dan Day with Ann Able");
  assert_silent(each, "--show meetings");
  assert_says(people, "Mon 8 Feb am   Bob Best with Ann Able");
  assert_says(few, "2 of 3 1:1s can be held; each: rota report --show meetings");
  assert_says(few, "none           Dan Day with Ann Able");
  assert_silent(few, "Bob Best with Ann Able");
  scene_clear(&scene);
}

static void assert_text(const json_t *object, const char *key, const char *expected)
{
  const json_t *value = json_object_get(object, key);
  assert_non_null(value);
  if (!expected)
    assert_true(json_is_null(value));
  else
    assert_string_equal(json_string_value(value), expected);
}

static void test_pairs_in_json(void **state)
{
  (void)state;
  struct scene scene = scene_new("supervision", &one_at_a_time, pairs);
  json_t *document = rota_json_document(scene.of);
  const json_t *meetings = json_object_get(document, "meetings");
  assert_int_equal(json_array_size(meetings), 3);
  const json_t *first = json_array_get(meetings, 0), *last = json_array_get(meetings, 2);
  assert_text(first, "rule", "supervision");
  assert_text(first, "team", NULL);
  assert_text(first, "clinician", "cat");
  assert_text(first, "supervisor", "ann");
  assert_int_equal(json_integer_value(json_object_get(first, "minutes")), 200);
  assert_text(first, "date", "2027-02-01");
  assert_text(first, "session", "am");
  const json_t *attending = json_object_get(first, "attending");
  assert_int_equal(json_array_size(attending), 2);
  assert_text(json_array_get(attending, 0), "clinician", "ann");
  assert_text(json_array_get(attending, 0), "site", "hove");
  assert_text(json_array_get(attending, 1), "site", "remote");
  assert_int_equal(json_array_size(json_object_get(first, "missing")), 0);
  assert_text(last, "clinician", "dan");
  assert_text(last, "date", NULL);
  assert_text(last, "session", NULL);
  assert_int_equal(json_array_size(json_object_get(last, "attending")), 0);
  json_decref(document);
  scene_clear(&scene);
}

/* --- drawn 1:1s, against every way to hold them ------------------------------- */

enum { PEOPLE = 3, MONDAYS = 4 };
static const char *const ids[PEOPLE] = {"bob", "cat", "dan"};

struct draw {
  int place[PEOPLE + 1][MONDAYS]; /* of Ann, last, and the others: 0 none, 1 hove, 2 crawley,
                                     3 remote, 4 at clinic */
  int room;                       /* people in a session */
};

static struct draw draw_new(GRand *dice)
{
  struct draw draw = {.room = g_rand_int_range(dice, 1, 4)};
  for (int p = 0; p <= PEOPLE; p++)
    for (int m = 0; m < MONDAYS; m++)
      draw.place[p][m] = g_rand_int_range(dice, 0, 5);
  return draw;
}

static char *lines_of(const struct draw *draw)
{
  static const char *const work[] = {"", "support hove", "support crawley", "support remote",
                                     "clinic hove"};
  GString *out = g_string_new(NULL);
  for (int p = 0; p <= PEOPLE; p++)
    for (int m = 0; m < MONDAYS; m++)
      if (draw->place[p][m] > 0)
        g_string_append_printf(out, "%s 2027-02-%02d am %s\n", p == PEOPLE ? "ann" : ids[p],
                               1 + 7 * m, work[draw->place[p][m]]);
  return g_string_free(out, FALSE);
}

static bool can_meet(const struct draw *draw, int person, int monday)
{
  int own = draw->place[person][monday], theirs = draw->place[PEOPLE][monday];
  bool both = own >= 1 && own <= 3 && theirs >= 1 && theirs <= 3;
  return both && (own == theirs || own == 3 || theirs == 3);
}

/* The most of the people from `person` on that can be given a session with room. */
static int most_pairs(const struct draw *draw, int person, int taken[MONDAYS])
{
  if (person == PEOPLE)
    return 0;
  int most = most_pairs(draw, person + 1, taken);
  for (int m = 0; m < MONDAYS; m++) {
    if (!can_meet(draw, person, m) || taken[m] == draw->room)
      continue;
    taken[m]++;
    most = MAX(most, 1 + most_pairs(draw, person + 1, taken));
    taken[m]--;
  }
  return most;
}

static int person_of(const char *id)
{
  for (int p = 0; p < PEOPLE; p++)
    if (strcmp(ids[p], id) == 0)
      return p;
  fail_msg("'%s' is not of the pairs", id);
  return 0;
}

static void check_draw(const struct draw *draw)
{
  static const int minutes[] = {0, 200, 100, 75};
  g_autofree char *use =
      g_strdup_printf("{task: support, sessions: mon am, minutes: %d}", minutes[draw->room]);
  const struct rule_example example = {
      .clinicians = SUPERVISED, .files = {one_at_a_time.files[0]}, .use = use};
  g_autofree char *lines = lines_of(draw);
  struct scene scene = scene_new("supervision", &example, lines);
  int taken[MONDAYS] = {0}, none[MONDAYS] = {0}, held = 0;
  assert_int_equal(scene.of->meetings->len, PEOPLE);
  for (guint i = 0; i < scene.of->meetings->len; i++) {
    const struct meeting *meeting =
        g_array_index(scene.of->meetings, struct meeting_figures, i).meeting;
    if (meeting->slot == NONE)
      continue;
    int monday = (date_day(scene.world->month->slots[meeting->slot].date) - 1) / 7;
    int person = person_of(scene.world->service->clinicians[meeting->clinician].id);
    assert_true(can_meet(draw, person, monday));
    assert_true(++taken[monday] <= draw->room);
    held++;
  }
  assert_int_equal(held, most_pairs(draw, 0, none));
  scene_clear(&scene);
}

static void test_drawn_pairs(void **state)
{
  (void)state;
  GRand *dice = g_rand_new_with_seed(12);
  for (int i = 0; i < 150; i++) {
    const struct draw draw = draw_new(dice);
    check_draw(&draw);
  }
  g_rand_free(dice);
}

/* --- teams ------------------------------------------------------------------ */

/* Team hove is Ann, Bob, Dan, who is on leave on the 1st, and Eve, who joins on the 15th:
 * four at the most, and a quorum of two. Cat is a team of one, which need not meet. */
#define TEAM(meetings)                                                                             \
  {                                                                                                \
    .clinicians =                                                                                  \
        "dan: {name: Dan Day, band: 5, works: {mon-fri: [am, pm]}, team: hove}\n"                  \
        "eve-e: {name: Eve East, band: 5, works: {mon-fri: [am, pm]}, team: hove,\n"               \
        "        joins: 2027-02-15}\n",                                                            \
    .files = {{WORLD_MONTH "/leave.csv",                                                           \
               "clinician,from,to,kind\ndan,2027-02-01,2027-02-01,annual\n"}},                     \
    .use = "{task: support, quorum: 50, meetings: " meetings "}",                                  \
  }

/* Two are together on the 1st, three on the 2nd, in the afternoon, and two on the 18th. */
static const char gatherings[] =
    "ann 2027-02-01 am support hove\n"
    "bob 2027-02-01 am support hove\n"
    "ann 2027-02-02 am support hove\n"
    "bob 2027-02-02 am support hove\n"
    "ann 2027-02-02 pm support hove\n"
    "bob 2027-02-02 pm support remote\n"
    "dan 2027-02-02 pm support hove\n"
    "ann 2027-02-18 am support crawley\n"
    "bob 2027-02-18 am support crawley\n"
    "dan 2027-02-18 am clinic hove\n";

#define FIRST "2027-02-01,am,08:30,12:15,60,team_meeting,hove,,,hove,ann bob,dan\n"
#define SECOND "2027-02-02,pm,13:15,17:00,60,team_meeting,hove,,,hove remote,ann bob dan,\n"
#define THIRD "2027-02-18,am,08:30,12:15,60,team_meeting,hove,,,crawley,ann bob,dan eve-e\n"

static void check_team(const struct rule_example *example, const char *expected)
{
  struct scene scene = scene_new("team_meeting", example, gatherings);
  g_autofree char *rows = csv_rows(&scene);
  assert_string_equal(rows, expected);
  scene_clear(&scene);
}

/* The fullest days, of equally full ones the earlier; in order of date; and as many more as
 * are asked for and can't be held. */
static void test_a_team_meets_on_its_fullest_days(void **state)
{
  (void)state;
  static const struct rule_example one = TEAM("1"), two = TEAM("2"), three = TEAM("3"),
                                   five = TEAM("5");
  check_team(&one, SECOND);
  check_team(&two, FIRST SECOND);
  check_team(&three, FIRST SECOND THIRD);
  check_team(&five,
             FIRST SECOND THIRD ",,,,60,team_meeting,hove,,,,,\n,,,,60,team_meeting,hove,,,,,\n");
}

static void test_report_of_teams(void **state)
{
  (void)state;
  static const struct rule_example five = TEAM("5");
  struct scene scene = scene_new("team_meeting", &five, gatherings);
  g_autofree char *text = report_of(&scene, TERMINAL_SHOW_NONE);
  assert_says(text, "team_meeting: 3 of 5 team meetings can be held");
  assert_says(text, "Mon 1 Feb am   team hove: 2 of 3 at hove; on leave: Dan Day");
  assert_says(text, "Tue 2 Feb pm   team hove: 3 of 3 at hove and remote");
  assert_says(text,
              "team hove: 2 of 4 at crawley; missing, at other work: Dan Day; missing, "
              "with nothing planned: Eve East");
  assert_says(text, "none           team hove");
  json_t *document = rota_json_document(scene.of);
  const json_t *meetings = json_object_get(document, "meetings");
  assert_int_equal(json_array_size(meetings), 5);
  assert_text(json_array_get(meetings, 2), "team", "hove");
  assert_text(json_array_get(meetings, 2), "clinician", NULL);
  const json_t *missing = json_object_get(json_array_get(meetings, 2), "missing");
  assert_int_equal(json_array_size(missing), 2);
  assert_string_equal(json_string_value(json_array_get(missing, 1)), "eve-e");
  json_decref(document);
  scene_clear(&scene);
}

/* Cat is of another team and Dan of none; the quorum is three, 66% of four being 2.64. */
static void test_a_meeting_across_teams(void **state)
{
  (void)state;
  static const struct rule_example all = {
      .clinicians = "dan: {name: Dan Day, band: 5, works: {mon-fri: [am, pm]}}\n",
      .use = "{name: mdt, task: support, together: yes, meetings: 2, quorum: 66, minutes: 90}",
  };
  struct scene scene = scene_new("team_meeting", &all,
                                 "ann 2027-02-01 am support hove\n"
                                 "cat 2027-02-01 am support hove\n"
                                 "ann 2027-02-02 pm support hove\n"
                                 "bob 2027-02-02 pm support remote\n"
                                 "cat 2027-02-02 pm support crawley\n"
                                 "dan 2027-02-02 pm clinic hove\n");
  g_autofree char *text = report_of(&scene, TERMINAL_SHOW_NONE), *rows = csv_rows(&scene);
  assert_says(text, "mdt: 1 of 2 meetings can be held");
  assert_says(text,
              "Tue 2 Feb pm   together: 3 of 4 at hove and remote and crawley; missing, at "
              "other work: Dan Day");
  assert_says(text, "none           together");
  assert_string_equal(rows,
                      "2027-02-02,pm,13:15,17:00,90,mdt,,,,hove remote crawley,ann bob cat,dan\n"
                      ",,,,90,mdt,,,,,,\n");
  scene_clear(&scene);
}

/* Ann and Bob are the team, and she supervises him and Cat. */
#define TEAM_AND_PAIRS(minutes)                                                                    \
  {                                                                                                \
    .clinicians =                                                                                  \
        "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, team: hove, supervisor: "      \
        "ann}\n"                                                                                   \
        "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]}, supervisor: ann}\n",           \
    .use = "{task: support, minutes: " minutes "}",                                                \
    .beside = "{team_meeting: {task: support, minutes: 150}}",                                     \
  }

/* The team's meeting leaves time for one 1:1 of 75 minutes, just what there is: two are not held
 * beside it. One of 76 is held all the same, and told. */
static void test_more_meetings_than_time(void **state)
{
  (void)state;
  static const struct rule_example fits = TEAM_AND_PAIRS("75"), crowds = TEAM_AND_PAIRS("76");
  static const char lines[] =
      "ann 2027-02-02 pm support hove\n"
      "bob 2027-02-02 pm support hove\n"
      "cat 2027-02-02 pm support hove\n";
  struct scene scene = scene_new("supervision", &fits, lines);
  g_autofree char *text = report_of(&scene, TERMINAL_SHOW_MEETINGS);
  assert_says(text, "Tue 2 Feb pm   Bob Best with Ann Able at hove");
  assert_says(text, "none           Cat Cole with Ann Able");
  assert_says(text, "Tue 2 Feb pm   team hove: 2 of 2 at hove");
  assert_silent(text, "more meetings than");
  scene_clear(&scene);
  scene = scene_new("supervision", &crowds, lines);
  g_autofree char *full = report_of(&scene, TERMINAL_SHOW_MEETINGS);
  assert_says(full,
              "Tue 2 Feb pm   Bob Best with Ann Able at hove; more meetings than the session "
              "has time: Ann Able, Bob Best");
  assert_says(full, "team hove: 2 of 2 at hove; more meetings than the session has time: ");
  json_t *document = rota_json_document(scene.of);
  const json_t *crowded =
      json_object_get(json_array_get(json_object_get(document, "meetings"), 0), "crowded");
  assert_int_equal(json_array_size(crowded), 2);
  json_decref(document);
  scene_clear(&scene);
}

/* Supporting time's tasks, whichever lines name them and wherever those stand. */
static void test_who_names_no_task_meets_in_supporting_time(void **state)
{
  (void)state;
  struct world *world =
      world_new(NULL,
                "[{supervision: {}}, {support_time: {task: support}}, {team_meeting: {}},\n"
                " {team_meeting: {task: clinic}}, {support_time: {task: duty}}]");
  const struct service *service = world->service;
  int support = service_task(service, "support"), duty = service_task(service, "duty"),
      clinic = service_task(service, "clinic");
  for (int u = 0; u < 3; u += 2) {
    const struct scope *scope = &service->uses[u].scope;
    for (int t = 0; t < service->n_tasks; t++)
      assert_int_equal(scope_has_task(scope, t), t == support || t == duty);
  }
  assert_true(scope_has_task(&service->uses[3].scope, clinic));
  assert_false(scope_has_task(&service->uses[3].scope, support));
  world_free(world);
}

static void test_nothing_is_said_where_no_rule_asks(void **state)
{
  (void)state;
  static const struct rule_example other = {.use = "{task: clinic, per: week, most: 1}"};
  struct scene scene = scene_new("count_limit", &other, "");
  g_autofree char *text = report_of(&scene, TERMINAL_SHOW_MEETINGS), *rows = csv_rows(&scene);
  assert_silent(text, "WHO MEETS WHEN?");
  assert_string_equal(rows, "");
  scene_clear(&scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_pair_has_its_session),
      cmocka_unit_test(test_report_of_pairs),
      cmocka_unit_test(test_pairs_in_json),
      cmocka_unit_test(test_drawn_pairs),
      cmocka_unit_test(test_a_team_meets_on_its_fullest_days),
      cmocka_unit_test(test_report_of_teams),
      cmocka_unit_test(test_a_meeting_across_teams),
      cmocka_unit_test(test_more_meetings_than_time),
      cmocka_unit_test(test_who_names_no_task_meets_in_supporting_time),
      cmocka_unit_test(test_nothing_is_said_where_no_rule_asks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
