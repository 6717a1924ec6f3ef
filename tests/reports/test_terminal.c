/* The terminal report on rotas of the tiny world, good and bad. */
#include "planning/assess.h"
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
  struct assessment *assessment;
};

static const struct rule_example asked = {
    .service =
        "demand:\n"
        "  - {task: spine, at: hove, sessions: tue am, need: 1, until: 2027-02-02}\n"
        "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
        "     until: 2027-02-01}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-02,2027-02-02,annual\n"}},
};

static struct scene scene_new(const struct rule_example *example, const char *rules,
                              const char *lines)
{
  const struct provenance run = {.version = "1", .seconds = 1.5, .threads = 2, .seed = 7};
  struct scene scene = {.world = world_new(example, rules)};
  scene.problem = problem_new(scene.world->service, scene.world->month);
  g_autoptr(GArray) items = world_assignments(scene.world, lines);
  scene.rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                        (int)items->len);
  scene.audit = audit_new(scene.problem, scene.rota);
  scene.assessment = assess(scene.audit, &run);
  assess_reasons(scene.assessment);
  return scene;
}

static void scene_clear(struct scene *scene)
{
  assessment_free(scene->assessment);
  audit_free(scene->audit);
  rota_free(scene->rota);
  problem_free(scene->problem);
  world_free(scene->world);
}

static char *report_under(const struct rule_example *example, const char *rules, const char *lines,
                          enum terminal_show show)
{
  struct scene scene = scene_new(example, rules, lines);
  struct terminal_options options = {.show = show};
  char *out = terminal_report(scene.assessment, &options);
  scene_clear(&scene);
  return out;
}

static char *report_of(const struct rule_example *example, const char *lines,
                       enum terminal_show show)
{
  return report_under(example, NULL, lines, show);
}

static char *report_on(const char *lines, enum terminal_show show)
{
  return report_of(&asked, lines, show);
}

static void assert_fits(const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (text_width(*line) > TEXT_COLUMNS)
      fail_msg("more than %d columns: %s", TEXT_COLUMNS, *line);
}

static void assert_says(const char *text, const char *words)
{
  if (!strstr(text, words))
    fail_msg("does not say '%s':\n%s", words, text);
}

static void test_a_week_of_two_months(void **state)
{
  (void)state;
  const struct rule_example april = {.month_id = "2027-04",
                                     .service = "demand: [{task: clinic, per: week, need: 0}]\n"};
  g_autofree char *text = report_of(&april, "", TERMINAL_SHOW_PEOPLE);
  assert_fits(text);
  assert_says(text, "  Note: the week of Mon 29 Mar is shared with 2027-03");
}

static void test_gap_and_its_reason(void **state)
{
  (void)state;
  g_autofree char *text = report_on("bob 2027-02-01 am clinic hove\n", TERMINAL_SHOW_PEOPLE);
  assert_fits(text);
  assert_says(text, "No: there is 1 gap in what is needed. Short of targets by 1: clinic 1.");
  assert_says(text, "spine at hove on Tue 2 Feb am: 0 of 1 person (costs 100)");
  assert_says(text, "why: 1 can do it: 1 is away");
  assert_says(text, "nobody asked for anything");
  assert_says(text, "no bound");
  assert_says(text, "Mon 1 Feb");
  assert_says(text, "clini hove");
  assert_says(text, "leave");
}

static void test_broken_rules_are_named(void **state)
{
  (void)state;
  g_autofree char *text = report_on(
      "cat 2027-02-01 am clinic hove\n"
      "cat 2027-02-01 am clinic crawley\n",
      TERMINAL_SHOW_SITES);
  assert_fits(text);
  assert_says(text, "limit");
  assert_says(text, "one_place: Cat Cole has 2 assignments at once");
  assert_says(text, "THE ROTA, BY SITE");
}

static void test_empty_rota(void **state)
{
  (void)state;
  for (int show = TERMINAL_SHOW_BY_SIZE; show <= TERMINAL_SHOW_NONE; show++) {
    g_autofree char *text = report_on("", (enum terminal_show)show);
    assert_fits(text);
    assert_says(text, "No: there are 2 gaps");
  }
}

static void assert_silent(const char *text, const char *words)
{
  if (strstr(text, words))
    fail_msg("says '%s':\n%s", words, text);
}

/* Three where two are the most, and a clinic whose target is met. */
static void test_too_many_are_shown(void **state)
{
  (void)state;
  static const struct rule_example most_two = {
      .service =
          "demand:\n"
          "  - {task: clinic, at: hove, sessions: mon am, need: 1, most: 1,\n"
          "     until: 2027-02-01}\n",
  };
  g_autofree char *text = report_of(&most_two,
                                    "ann 2027-02-01 am clinic hove\n"
                                    "bob 2027-02-01 am clinic hove\n",
                                    TERMINAL_SHOW_NONE);
  assert_fits(text);
  assert_says(text, "Yes: everything that is needed is covered.");
  assert_says(text, "cover, more than wanted: 1 time, costs 50; clinic at hove on Mon 1 Feb am: 2");
}

static void test_what_was_missed_is_listed(void **state)
{
  (void)state;
  struct scene scene = scene_new(&asked, NULL, "bob 2027-02-01 am clinic hove\n");
  struct terminal_options options = {.show = TERMINAL_SHOW_MISSED};
  g_autofree char *missed = terminal_report(scene.assessment, &options);
  options.show = TERMINAL_SHOW_NONE;
  g_autofree char *without = terminal_report(scene.assessment, &options);
  g_array_set_size(scene.assessment->missed, 0);
  g_autofree char *nothing = terminal_report(scene.assessment, &options);
  options.show = TERMINAL_SHOW_MISSED;
  g_autofree char *none = terminal_report(scene.assessment, &options);
  assert_fits(missed);
  assert_says(missed, "WHAT WAS MISSED\n  contract_hours: 3 times, costs ");
  assert_says(missed,
              "\n  cover: 2 times, costs 120\n"
              "      100  spine at hove on Tue 2 Feb am: 0 of 1 person\n"
              "       20  clinic at hove on Mon 1 Feb am: 1 person, the target is 2\n");
  assert_silent(missed, "--show missed");
  assert_says(without, "--show missed");
  assert_silent(without, "WHAT WAS MISSED");
  assert_silent(nothing, "--show missed");
  assert_says(none, "Nothing that has a price.");
  scene_clear(&scene);
}

/* Nobody knows how a rota was made that another system wrote. */
static void test_time_is_told_where_it_is_known(void **state)
{
  (void)state;
  struct scene scene = scene_new(&asked, NULL, "");
  const struct terminal_options options = {.show = TERMINAL_SHOW_NONE};
  g_autofree char *timed = terminal_report(scene.assessment, &options);
  scene.assessment->run.deterministic = true;
  g_autofree char *counted = terminal_report(scene.assessment, &options);
  scene.assessment->run = (struct provenance){0};
  g_autofree char *unknown = terminal_report(scene.assessment, &options);
  assert_says(timed, "1.5 s, the first rota after 0.0 s (2 threads, seed 7)");
  assert_says(counted, "counted in work, not in seconds (2 threads, seed 7)");
  assert_silent(unknown, "seed");
  scene_clear(&scene);
}

static void test_gap_is_told_on_both_scales(void **state)
{
  (void)state;
  struct scene scene = scene_new(&asked, NULL, "");
  const struct terminal_options options = {.show = TERMINAL_SHOW_NONE};
  scene.assessment->run.has_bound = true;
  scene.assessment->gap_hundredths = 1234;
  scene.assessment->gap_points = 7;
  scene.assessment->gap_of_wishes = 56;
  g_autofree char *wished = terminal_report(scene.assessment, &options);
  scene.assessment->gap_of_wishes = -1;
  g_autofree char *unwished = terminal_report(scene.assessment, &options);
  assert_says(wished, "points: 7, of wishes: 0.56%)");
  assert_says(unwished, "points: 7, of wishes: -)");
  scene_clear(&scene);
}

/* Two tasks whose names begin alike, and two people with one initial and surname. */
static const struct rule_example alike = {
    .service =
        "tasks:\n"
        "  clinic:  {name: What matters to you clinics, stream: generalist, skill: msk, at: hub, "
        "spare: yes}\n"
        "  spine:   {name: What matters to you calls, stream: specialist, at: hub, spare: yes}\n"
        "  fcp:     {stream: generalist, skill: fcp, min_stage: 1, at: pcn, spare: yes}\n"
        "  duty:    {min_band: 7, at: [hub, remote], spare: yes}\n"
        "  support: {at: [hub, remote], room: none, spare: yes}\n",
    .clinicians =
        "ann: {name: Olivia Griffiths, band: 7, wte: 1.0, base: hove,\n"
        "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"
        "bob: {name: Owen Griffiths, band: 6, wte: 1.0, base: hove,\n"
        "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
};

static void test_short_names_stay_apart(void **state)
{
  (void)state;
  const char *lines = "ann 2027-02-01 am clinic hove\nbob 2027-02-01 am spine hove\n";
  g_autofree char *sites = report_of(&alike, lines, TERMINAL_SHOW_SITES);
  g_autofree char *people = report_of(&alike, lines, TERMINAL_SHOW_PEOPLE);
  assert_fits(sites);
  assert_fits(people);
  assert_says(sites, " What matters..calls ");
  assert_says(sites, " What matte..clinics ");
  assert_silent(sites, "What matters t");
  assert_says(people, "\nOlivia Gri..s am");
  assert_says(people, "\nOwen Griff..s am");
  assert_silent(people, "O. Griffiths");
}

/* A service that is open all week: the heads of its days have a space between them. */
static void test_heads_of_days_stand_apart(void **state)
{
  (void)state;
  static const struct rule_example every_day = {
      .service = "week: {all: [am, pm]}\n",
      .clinicians =
          "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
          "      works: {all: [am, pm]}, skills: {msk: yes}}\n",
  };
  static const struct rule_example six_days = {
      .service = "week: {mon-sat: [am, pm]}\n",
      .clinicians =
          "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
          "      works: {mon-sat: [am, pm]}, skills: {msk: yes}}\n",
  };
  g_autofree char *seven = report_of(&every_day, "", TERMINAL_SHOW_PEOPLE);
  g_autofree char *six = report_of(&six_days, "", TERMINAL_SHOW_PEOPLE);
  assert_fits(seven);
  assert_fits(six);
  assert_says(seven, "  Mon 22  Tue 23  Wed 24  Thu 25  Fri 26  Sat 27  Sun 28\n");
  assert_says(six, "  Mon 22    Tue 23    Wed 24    Thu 25    Fri 26    Sat 27\n");
}

static void test_choices(void **state)
{
  (void)state;
  enum terminal_show show = TERMINAL_SHOW_BY_SIZE;
  assert_true(terminal_show_parse("sites", &show));
  assert_int_equal(show, TERMINAL_SHOW_SITES);
  assert_false(terminal_show_parse("site", &show));
  assert_false(terminal_show_parse("", &show));
  assert_int_equal(show, TERMINAL_SHOW_SITES);
}

static void test_what_was_agreed_is_told(void **state)
{
  (void)state;
  static const struct rule_example agreed = {
      .month =
          "agreed:\n"
          "  - {clinician: bob, on: 2027-02-02 eve}\n"
          "  - {clinician: bob, on: 2027-02-03 am, works: no}\n",
  };
  g_autofree char *with = report_of(&agreed, "", TERMINAL_SHOW_PEOPLE);
  g_autofree char *without = report_of(NULL, "", TERMINAL_SHOW_PEOPLE);
  /* a line of a report is wrapped */
  g_auto(GStrv) lines = g_strsplit(with, "\n", -1);
  g_autofree char *line = g_strjoinv(" ", lines);
  assert_non_null(strstr(line, "Bob Best is at work on Tue 2 Feb eve"));
  assert_non_null(strstr(line, "Bob Best is off on Wed 3 Feb am"));
  assert_null(strstr(without, "agreed"));
}

/* What a sign means is told where it is shown, and not elsewhere. */
/* What one line says is one entry. */
static void test_what_one_line_agrees_is_one(void **state)
{
  (void)state;
  static const struct rule_example agreed = {
      .month =
          "agreed:\n"
          "  - {clinician: bob, on: [2027-02-01 am, 2027-02-03], works: no}\n"
          "  - {clinician: cat, on: 2027-02-04 am, works: yes}\n"};
  g_autofree char *text = report_of(&agreed, "", TERMINAL_SHOW_NONE);
  g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
  g_autoptr(GString) plain = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(plain, "%s ", *word);
  assert_says(plain->str,
              "agreed Bob Best is off on Mon 1 Feb am, Wed 3 Feb am, Wed 3 Feb pm "
              "(2027-02/month.yaml:2); Cat Cole is at work on Thu 4 Feb am "
              "(2027-02/month.yaml:3) ");
}

/* The strongest wishes that are not kept, each with its line. */
static void test_what_is_not_kept_is_named(void **state)
{
  (void)state;
  static const struct rule_example wishes = {
      .files = {{WORLD_MONTH "/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "locations: {crawley: avoid, hove: dislike}\ntasks: {duty: avoid}\n"
                 "people: {cat: avoid}\nsessions:\n"
                 "  - {on: 2027-02-02 am, want: off}\n  - {on: 2027-02-03 am, want: off}\n"}}};
  g_autofree char *text = report_of(&wishes,
                                    "ann 2027-02-01 am clinic crawley\n"
                                    "ann 2027-02-01 pm clinic crawley\n"
                                    "ann 2027-02-02 am clinic hove\n"
                                    "cat 2027-02-02 am clinic hove\n",
                                    TERMINAL_SHOW_NONE);
  g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
  g_autoptr(GString) plain = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(plain, "%s ", *word);
  assert_says(plain->str,
              "not kept Ann Able: not at crawley, 2 sessions from Mon 1 Feb am "
              "(2027-02/preferences/ann.yaml:4); Ann Able: not with Cat Cole, Tue 2 Feb "
              "am (2027-02/preferences/ann.yaml:6); Ann Able: off, Tue 2 Feb am "
              "(2027-02/preferences/ann.yaml:8) IS IT FAIR?");
}

static void test_signs_are_told_where_shown(void **state)
{
  (void)state;
  g_autofree char *free = report_of(NULL, "", TERMINAL_SHOW_PEOPLE);
  g_autofree char *twice =
      report_of(NULL, "cat 2027-02-01 am clinic hove\ncat 2027-02-01 am clinic crawley\n",
                TERMINAL_SHOW_PEOPLE);
  static const struct rule_example two_people = {
      .month = "closures: [{from: 2027-02-02, to: 2027-02-28}]\n",
  };
  g_autofree char *full =
      report_of(&two_people,
                "ann 2027-02-01 am clinic hove\nann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am clinic hove\nbob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 am clinic hove\ncat 2027-02-01 pm clinic hove\n",
                TERMINAL_SHOW_PEOPLE);
  assert_says(free, "  -       at work, but nothing is planned\n");
  assert_silent(free, "  +       ");
  assert_says(twice, "  +       and something else at the same time\n");
  assert_silent(full, "  -       ");
  assert_silent(full, "  +       ");
  assert_says(full, "  blank   not a working session\n");
  g_autofree char *one_week = report_on("bob 2027-02-01 am clinic hove\n", TERMINAL_SHOW_SITES);
  g_autofree char *each_week = report_on(
      "bob 2027-02-01 am clinic hove\nbob 2027-02-08 am clinic hove\n"
      "bob 2027-02-15 am clinic hove\nbob 2027-02-22 am clinic hove\n",
      TERMINAL_SHOW_SITES);
  assert_says(one_week, "  -: none in that week\n");
  assert_silent(each_week, "-: none");
}

static void test_who_sent_what(void **state)
{
  (void)state;
  static const struct rule_example sent = {
      .service = "criteria: {close: 10th of the month before, late: half}\n",
      .files = {{WORLD_MONTH "/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-20\ntasks: {clinic: like}\n"},
                {WORLD_MONTH "/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\ntasks: {clinic: like}\n"}},
  };
  g_autofree char *some = report_of(&sent, "", TERMINAL_SHOW_NONE);
  assert_says(some, "  nothing sent    Cat Cole\n");
  assert_says(some, "  sent late       Ann Able (counts 50%)\n");
  g_autofree char *none = report_of(NULL, "", TERMINAL_SHOW_NONE);
  assert_says(none, "  nothing sent    Ann Able, Bob Best, Cat Cole\n");
  assert_silent(none, "sent late");
}

static void test_balance_of_each(void **state)
{
  (void)state;
  static const struct rule_example both = {
      .clinicians =
          "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]},\n"
          "      skills: {msk: yes, spine: yes}}\n",
  };
  g_autofree char *text = report_of(&both,
                                    "ann 2027-02-01 am clinic hove\n"
                                    "ann 2027-02-02 am clinic hove\n"
                                    "ann 2027-02-01 pm spine hove\n"
                                    "bob 2027-02-01 am clinic hove\n"
                                    "cat 2027-02-01 am spine hove\n",
                                    TERMINAL_SHOW_NONE);
  assert_says(text, "  balance         60.0% generalist, 40.0% specialist");
  assert_says(text, "  who does both   Cat Cole 0.0% generalist, Ann Able 66.7%\n");
  g_autofree char *nobody = report_on("bob 2027-02-01 am clinic hove\n", TERMINAL_SHOW_NONE);
  assert_silent(nobody, "who does both");
}

/* Ann has the afternoon of the 1st between two sessions, and no time to get to Crawley; Cat,
 * who works till Wednesday, does a session for which Ann is named. */
static void test_how_acceptable(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = "week: {mon-fri: [am, pm, eve]}\n",
      .clinicians =
          "ann: {name: Ann Able, band: 7, wte: 1.0, works: {mon-fri: [am, pm, eve]},\n"
          "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n",
      .files = {{WORLD_MONTH "/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "locations: {crawley: avoid}\ntasks: {support: dislike}\n"}},
  };
  static const char rules[] = "[{support_time: {task: support, share: 10}}, {ratio: {within: 5}}]";
  g_autofree char *text = report_under(&example, rules,
                                       "ann 2027-02-01 am clinic hove\n"
                                       "ann 2027-02-01 eve clinic hove\n"
                                       "ann 2027-02-02 pm clinic hove\n"
                                       "ann 2027-02-02 eve clinic crawley\n"
                                       "ann 2027-02-03 am fcp goldstone\n"
                                       "cat 2027-02-03 pm fcp goldstone\n"
                                       "ann 2027-02-04 am support remote\n"
                                       "ann 2027-02-04 pm support remote\n"
                                       "bob 2027-02-04 am support remote\n",
                                       TERMINAL_SHOW_NONE);
  assert_fits(text);
  assert_says(text, "HOW ACCEPTABLE IS IT?");
  assert_says(text, "6 person-days: 1 with a hole, 1 at two sites or more (16.7%);\n");
  assert_says(text, " 1 move without time for the way (by person: rota export\n");
  assert_says(text, "4 days at most\n");
  assert_says(text, "1 whole day, 1 whole half-day, 0 half-days with other work in\n");
  assert_says(text, " it; 11 h 15 min, ");
  assert_says(text, "50.0% of PCNs' sessions are done by those named for them;\n");
  assert_says(text, " goldstone 50.0% of 2, by 2 people\n");
  assert_says(text, "0 of 1 who hold both kinds of skill are within 10 points of\n");
  assert_says(text, "0 of 2 things that people asked to avoid were avoided all\n");
  assert_says(text, " month (0%); 117 of 120 sessions (97%)\n");
  assert_says(text, "0 of 1 of these, 'avoid' or off at 'love', were kept all month\n");
  assert_says(text, " (0%); 59 of 60 sessions (98%)\n");
  /* Where there is nothing to say, nothing is said. */
  g_autofree char *none = report_on("", TERMINAL_SHOW_NONE);
  assert_silent(none, "person-days");
  assert_silent(none, "supporting time");
  assert_silent(none, "named FCPs");
  assert_silent(none, "were kept");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_gap_and_its_reason),
      cmocka_unit_test(test_a_week_of_two_months),
      cmocka_unit_test(test_broken_rules_are_named),
      cmocka_unit_test(test_empty_rota),
      cmocka_unit_test(test_too_many_are_shown),
      cmocka_unit_test(test_what_was_missed_is_listed),
      cmocka_unit_test(test_time_is_told_where_it_is_known),
      cmocka_unit_test(test_gap_is_told_on_both_scales),
      cmocka_unit_test(test_short_names_stay_apart),
      cmocka_unit_test(test_heads_of_days_stand_apart),
      cmocka_unit_test(test_choices),
      cmocka_unit_test(test_what_was_agreed_is_told),
      cmocka_unit_test(test_what_one_line_agrees_is_one),
      cmocka_unit_test(test_what_is_not_kept_is_named),
      cmocka_unit_test(test_signs_are_told_where_shown),
      cmocka_unit_test(test_who_sent_what),
      cmocka_unit_test(test_balance_of_each),
      cmocka_unit_test(test_how_acceptable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
