/* Pages of rotas of the tiny world: every assignment stands in them, names do no harm, and
 * what is known of a cell is said. tests/browser looks at them in a browser. */
#include "model/rule.h"
#include "planning/assess.h"
#include "reports/page/month_page.h"
#include "reports/page/page.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

static const struct page_version second = {"version 2 of 2027-02, the current one", false};

struct scene {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  struct audit *audit;
  struct assessment *of;
};

/* Whose names would break out of a page, or turn the text around them. */
static const struct rule_example hostile = {
    .clinicians =
        "bob: {name: '<script>alert(1)</script> \"Best\" & Son', band: 6, works: "
        "{mon-fri: [am, pm]}}\n"
        "cat: {name: \"Ca\\u202Et\", band: 5, works: {mon-wed: [am, pm]}}\n",
    .files = {{WORLD_MONTH "/locks.csv",
               "date,session,clinician,task,site\n"
               "2027-02-01,am,ann,clinic,hove\n"}},
    .use = "{most_days: 5}",
};

static const char four_lines[] =
    "ann 2027-02-01 am clinic hove\n"
    "bob 2027-02-01 pm clinic hove\n"
    "bob 2027-02-02 am support remote\n"
    "cat 2027-02-03 am clinic crawley\n";

static const struct rule_example wishing = {
    .files = {{WORLD_MONTH "/preferences/ann.yaml",
               "{clinician: ann, month: 2027-02, submitted: 2027-01-02,\n"
               " locations: {goldstone: dislike}}\n"}},
    .use = "{most_days: 5}",
};

static struct scene scene_in(struct world *world, const char *lines)
{
  struct scene scene = {.world = world};
  const struct provenance run = {.version = "1"};
  g_autoptr(GArray) items = world_assignments(scene.world, lines);
  scene.problem = problem_new(scene.world->service, scene.world->month);
  scene.rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                        (int)items->len);
  scene.audit = audit_new(scene.problem, scene.rota);
  scene.of = assess(scene.audit, &run);
  return scene;
}

static struct scene scene_of(const struct rule_example *example, const char *lines)
{
  return scene_in(world_of_rule(rule_find("consecutive"), example), lines);
}

/* With the demand of the example in force. */
static struct scene scene_of_demand(const struct rule_example *example, const char *lines)
{
  return scene_in(world_new(example, NULL), lines);
}

static struct scene scene_new(void)
{
  return scene_of(&hostile, four_lines);
}

static void scene_clear(struct scene *scene)
{
  assessment_free(scene->of);
  audit_free(scene->audit);
  rota_free(scene->rota);
  problem_free(scene->problem);
  world_free(scene->world);
}

static int count_of(const char *text, const char *words)
{
  int count = 0;
  for (const char *at = strstr(text, words); at; at = strstr(at + 1, words))
    count++;
  return count;
}

static void each_assignment_stands_by_person_and_by_site(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  g_autofree char *page = month_page(scene.of, &second);
  assert_int_equal(count_of(page, "<span class=\"item "), scene.rota->count);
  assert_int_equal(count_of(page, "<bdi class=\"item "), scene.rota->count);
  scene_clear(&scene);
}

static void names_do_no_harm(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  g_autofree char *page = month_page(scene.of, &second);
  assert_int_equal(count_of(page, "<script>"), 1);
  assert_int_equal(count_of(page, "\xe2\x80\xae"), 0);
  assert_true(strstr(page, "&lt;script&gt;alert(1)&lt;/script&gt; &quot;Best&quot; &amp; Son"));
  assert_null(strstr(page, "://"));
  assert_null(strstr(page, " src="));
  scene_clear(&scene);
}

static void a_cell_says_what_locks_it(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  g_autofree char *page = month_page(scene.of, &second);
  assert_true(strstr(page, "<li>locked before the build (" WORLD_MONTH "/locks.csv:2)</li>"));
  assert_true(strstr(page, " locked\" data-c=\"0\""));
  scene_clear(&scene);
}

static void a_person_has_a_sheet(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  int bob = service_clinician(scene.world->service, "bob");
  g_autofree char *page = person_page(scene.of, bob, &second);
  assert_int_equal(count_of(page, "<span class=\"item "), 2);
  assert_int_equal(count_of(page, "data-date=\"2027-02-"), 20);
  scene_clear(&scene);
}

/* Ann's and Cat's names and ids are nobody's business on a sheet of Bob's. */
static void a_persons_sheet_names_nobody_else(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  g_autofree char *page =
      person_page(scene.of, service_clinician(scene.world->service, "bob"), &second);
  assert_non_null(strstr(page, "Son: February 2027</h1>"));
  assert_null(strstr(page, "Ann Able"));
  assert_null(strstr(page, "ann.yaml"));
  assert_null(strstr(page, "Cat"));
  assert_null(strstr(page, "Crawley"));
  scene_clear(&scene);
}

/* Nor on a page of a place is anybody who isn't there, nor what those who are wished. */
static void a_pcns_page_names_those_who_are_there(void **state)
{
  (void)state;
  static const char at_goldstone[] =
      "ann 2027-02-01 am fcp goldstone\n"
      "bob 2027-02-01 pm clinic hove\n"
      "cat 2027-02-03 am clinic crawley\n";
  struct scene scene = scene_of(&wishing, at_goldstone);
  int goldstone = service_site(scene.world->service, "goldstone");
  const struct kept none = {0};
  g_autofree char *page = pcn_page(scene.of, goldstone, &second, NULL, &none);
  assert_non_null(strstr(page, "Ann Able"));
  assert_non_null(strstr(page, "Bob Best")); /* the deputy */
  assert_null(strstr(page, "Cat Cole"));
  assert_null(strstr(page, "word on this"));
  assert_null(strstr(page, "preferences/"));
  g_autofree char *whole = month_page(scene.of, &second);
  assert_non_null(strstr(whole, "word on this site is &#39;dislike&#39;"));
  scene_clear(&scene);
}

/* Whoever hangs up a month that has been mended since is warned. */
static void a_page_of_an_old_version_warns(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  const struct page_version first = {"version 1 of 2027-02; the current one is version 2", true};
  g_autofree char *old = month_page(scene.of, &first), *current = month_page(scene.of, &second);
  assert_int_equal(count_of(old, "<p class=\"old\">"), 1);
  assert_int_equal(count_of(current, "<p class=\"old\">"), 0);
  scene_clear(&scene);
}

/* A table of noughts would say nothing of a PCN that nobody is named for and where nobody is. */
static void a_pcn_without_people_says_so(void **state)
{
  (void)state;
  struct scene scene = scene_new();
  int goldstone = service_site(scene.world->service, "goldstone");
  const struct kept none = {0};
  static const char nobody[] = "No session is planned there, and nobody is named for it.";
  g_autofree char *named = pcn_page(scene.of, goldstone, &second, NULL, &none);
  assert_null(strstr(named, nobody));
  assert_non_null(strstr(named, "Who does the sessions"));
  struct pcn *pcn = scene.world->service->sites[goldstone].pcn;
  pcn->n_named = pcn->n_deputies = 0;
  g_autofree char *page = pcn_page(scene.of, goldstone, &second, NULL, &none);
  assert_non_null(strstr(page, nobody));
  assert_null(strstr(page, "Who does the sessions"));
  scene_clear(&scene);
}

/* Two are needed on a Monday morning and one is there; in the afternoon nobody is, and nobody does
 * that work all month. */
static const struct rule_example short_of = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: hove, sessions: mon am, need: 2, until: 2027-02-01}\n"
        "  - {task: spine, at: crawley, sessions: mon pm, need: 1, until: 2027-02-01}\n"
        "  - {task: fcp, at: goldstone, sessions: mon pm, need: 1, until: 2027-02-01}\n",
};

static void a_gap_stands_where_it_is(void **state)
{
  (void)state;
  struct scene scene = scene_of_demand(&short_of, "ann 2027-02-01 am clinic hove\n");
  struct world *world = scene.world;
  g_autofree char *page = month_page(scene.of, &second);
  assert_int_equal(count_of(page, "1 short</span></td>"), 3);
  assert_non_null(strstr(page, "clinic at hove on Mon 1 Feb am: 1 of 2 people\">1 short"));
  assert_non_null(strstr(page, "spine at crawley on Mon 1 Feb pm: 0 of 1 person\">1 short"));
  const struct kept none = {0};
  g_autofree char *pcn =
      pcn_page(scene.of, service_site(world->service, "goldstone"), &second, NULL, &none);
  assert_int_equal(count_of(pcn, "<b>fcp</b> 1 short</span></td>"), 1);
  assert_int_equal(count_of(pcn, "Mon 1 Feb pm</th><td>fcp at goldstone: 0 of 1 person</td></tr>"),
                   1);
  assert_null(strstr(pcn, "crawley"));
  scene_clear(&scene);
}

/* Two are needed in the first week, on whichever days, and one on the Tuesday, in the morning or
 * the afternoon, and nobody is there. */
static const struct rule_example short_week = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: hove, per: week, need: 2, until: 2027-02-05}\n"
        "  - {task: spine, at: crawley, per: day, sessions: tue, need: 1, until: 2027-02-05}\n",
};

/* A gap of a week or a day has a row below what is done there, or the site's only one, and lasts as
 * long as it does. */
static void a_gap_of_a_week_stands_by_its_site(void **state)
{
  (void)state;
  static const char row[] = "<td colspan=\"12\"><span class=\"missing\" data-t=\"";
  static const char day[] =
      "data-date=\"2027-02-02\" data-until=\"2027-02-02\"><th scope=\"row\">Tue "
      "2 Feb</th><td>spine at crawley: 0 of 1 session</td>";
  struct scene at[] = {scene_of_demand(&short_week, "ann 2027-02-01 am support hove\n"),
                       scene_of_demand(&short_week, "")};
  for (size_t i = 0; i < G_N_ELEMENTS(at); i++) {
    g_autofree char *page = month_page(at[i].of, &second);
    assert_int_equal(count_of(page, "In this week: "), 1);
    assert_int_equal(
        count_of(page, "\">In this week: clinic at hove: 0 of 2 sessions</span></td></tr>"), 1);
    assert_int_equal(count_of(page, "\">Tue 2 Feb: spine at crawley: 0 of 1 session</span>"), 1);
    assert_int_equal(count_of(page, row), 2);
    assert_int_equal(count_of(page, day), 1);
    assert_int_equal(count_of(page, "rowspan=\"2\"><bdi>hove</bdi>"), i == 0 ? 1 : 0);
    scene_clear(&at[i]);
  }
}

/* There are 12 fills and four edges. */
static void forty_tasks_look_otherwise(void **state)
{
  (void)state;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char text[16];
  for (int t = 0; t < 40; t++)
    assert_true(g_hash_table_add(seen, g_strdup(page_colour(t, text))));
  assert_string_equal(page_colour(4, text), "t4");
  assert_string_equal(page_colour(3, text), "t3 e3");
  assert_string_equal(page_colour(27, text), "t3 e1");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_assignment_stands_by_person_and_by_site),
      cmocka_unit_test(names_do_no_harm),
      cmocka_unit_test(a_cell_says_what_locks_it),
      cmocka_unit_test(a_person_has_a_sheet),
      cmocka_unit_test(a_persons_sheet_names_nobody_else),
      cmocka_unit_test(a_page_of_an_old_version_warns),
      cmocka_unit_test(a_pcn_without_people_says_so),
      cmocka_unit_test(a_pcns_page_names_those_who_are_there),
      cmocka_unit_test(a_gap_stands_where_it_is),
      cmocka_unit_test(a_gap_of_a_week_stands_by_its_site),
      cmocka_unit_test(forty_tasks_look_otherwise),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
