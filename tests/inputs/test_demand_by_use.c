/* A need from use: what it comes to in a month, by hand, and all that is said of it. */
#include "model/problem.h"
#include "reports/by_use_words.h"
#include "tests/support/check.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#define MONTH "2027-02"
#define LINE "{task: fcp, at: every pcn, per: week, need: from use}"

/* Stone's mean month of November to January has 395 booked: 395 / 0.9 / 10 slots / 4.348 = 10.09
 * sessions a week. Brook's two have 39: 1.00. August is too early, and February no month before. */
static const char use[] =
    "month,pcn,offered,booked,attended,days_to_third\n"
    "2026-08,stone,999,999,999,\n"
    "2026-11,stone,420,400,380,9\n"
    "2026-12,stone,420,410,380,\n"
    "2027-01,stone,400,375,350,\n"
    "2026-12,brook,100,36,30,\n"
    "2027-01,brook,100,42,40,\n"
    "2027-02,brook,900,900,900,\n";

/* The service with the lines of demand from line 8 on; NULL for no fcp_use.csv. */
static struct source *written(const char *demand, const char *rows)
{
  struct source *source = source_memory();
  g_autofree char *text = g_strconcat(
      "service: Tiny\n"
      "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
      "week: {mon-fri: am}\n"
      "sites: {hove: {kind: hub}}\n"
      "pcns: {stone: {name: Stone, patients: 9000}, brook: {name: Brook}}\n"
      "tasks: {fcp: {name: FCP, at: pcn, slots: {fcp: 10}}, clinic: {at: hub}}\n"
      "demand:\n",
      demand, NULL);
  source_add(source, "service.yaml", text);
  source_add(source, "clinicians.yaml", "ann: {band: 7, works: {mon: am}}\n");
  if (rows)
    source_add(source, "fcp_use.csv", rows);
  return source;
}

static void assert_line(const struct world *read, int index, const char *pcn, int need, int target,
                        double sessions)
{
  const struct by_use *by_use = &read->month->by_use[index];
  const struct demand *line = &read->month->demands[by_use->demand];
  int site = service_site(read->service, pcn);
  for (int s = 0; s < read->service->n_sites; s++)
    assert_true(line->sites[s] == (s == site));
  assert_true(line->each_site);
  assert_int_equal(line->per, PERIOD_WEEK);
  assert_int_equal(line->need, need);
  assert_int_equal(line->target, target);
  assert_int_equal(line->most, target);
  assert_true(ABS(by_use->sessions - sessions) < 0.005);
}

static void a_need_is_what_the_use_asks_for(void **state)
{
  (void)state;
  struct world *read = world_read(written("  - " LINE "\n", use), MONTH);
  assert_int_equal(read->service->n_demands, 0);
  assert_int_equal(read->month->n_by_use, 2);
  assert_line(read, 0, "stone", 10, 10, 10.09);
  assert_line(read, 1, "brook", 1, 1, 1.00);
  assert_int_equal(read->month->use_from, date_make(2026, 11, 1));
  assert_int_equal(read->month->use_until, date_make(2027, 1, 1));
  struct problem *problem = problem_new(read->service, read->month);
  assert_int_equal(problem->n_demands, 2);
  problem_free(problem);
  g_autofree char *words = by_use_words(read->month, read->service);
  assert_string_equal(words,
                      "2027-02: FCP by use of 2026-11 to 2027-01 (service.yaml:8), sessions "
                      "a week:\n  Stone 10 (10.1 by use), Brook 1 (1.0 by use)\n");
  world_free(read);
}

static void it_keeps_within_least_and_most(void **state)
{
  (void)state;
  struct world *read =
      world_read(written("  - {task: fcp, at: every pcn, per: week, need: from use, "
                         "least: 2, target: 4, most: 9}\n",
                         use),
                 MONTH);
  assert_line(read, 0, "stone", 9, 9, 10.09);
  assert_line(read, 1, "brook", 2, 4, 1.00);
  world_free(read);
  read = world_read(written("  - {task: fcp, at: brook, per: week, need: from use, least: 0}\n",
                            "month,pcn,offered,booked,attended\n2027-01,brook,9,0,0\n"),
                    MONTH);
  const struct demand *line = &read->month->demands[0];
  assert_false(line->each_site);
  assert_true(line->need == 0 && line->target == 0 && line->most == 0);
  world_free(read);
}

static void a_price_for_more_is_no_most(void **state)
{
  (void)state;
  struct world *read =
      world_read(written("  - {task: fcp, at: every pcn, per: week, need: from use, "
                         "prices: {most: 5}}\n",
                         use),
                 MONTH);
  assert_line(read, 0, "stone", 10, 10, 10.09);
  assert_true(read->month->demands[0].beyond);
  world_free(read);
}

static void a_line_of_the_month_takes_its_place(void **state)
{
  (void)state;
  struct source *source = written("  - " LINE "\n", use);
  source_add(source, MONTH "/month.yaml",
             "demand: [{task: fcp, at: every pcn, per: week, need: 3}]\n");
  struct world *read = world_read(source, MONTH);
  assert_int_equal(read->month->n_by_use, 0);
  assert_int_equal(read->month->n_demands, 1);
  g_autofree char *words = by_use_words(read->month, read->service);
  assert_string_equal(words, "");
  world_free(read);
}

static void outside_its_dates_it_asks_for_nothing(void **state)
{
  (void)state;
  struct world *read = world_read(
      written("  - {task: fcp, at: every pcn, per: week, need: from use, from: 2027-03-01}\n"
              "  - {task: fcp, at: stone, per: week, need: from use, until: 2027-01-31}\n"
              "  - {task: fcp, at: brook, per: week, need: from use, from: 2027-02-28}\n",
              use),
      MONTH);
  assert_int_equal(read->month->n_demands, 1);
  assert_int_equal(read->month->by_use[0].demand, 0);
  world_free(read);
}

static void mistakes_are_said_at_their_places(void **state)
{
  (void)state;
  static const struct {
    const char *demand, *rows, *said;
  } cases[] = {
      {"  - " LINE "\n", NULL, "service.yaml:8:49: need from use, but there is no fcp_use.csv\n"},
      {"  - " LINE "\n", "month,pcn,offered,booked,attended\n2027-01,stone,9,9,9\n",
       "service.yaml:8:5: warning: fcp_use.csv has no row of 'brook' from 2027-01 to 2027-01: the "
       "least of 1 is asked for\n"},
      {"  - {task: fcp, at: stone, per: week, need: from use, least: 3}\n",
       "month,pcn,offered,booked,attended\n2027-02,stone,9,9,9\n",
       "service.yaml:8:5: warning: fcp_use.csv has no month before 2027-02: at 'stone' the least "
       "of 3 is asked for\n"},
      {"  - {task: fcp, at: stone, per: week, need: from use}\n",
       "month,pcn,offered,booked,attended\n2026-07,stone,9,9,9\n",
       "service.yaml:8:5: warning: the newest use in fcp_use.csv is of 2026-07, over half a year "
       "before 2027-02\n"},
      {"  - {task: fcp, at: stone, per: week, need: from use}\n",
       "month,pcn,offered,booked,attended\n2026-08,stone,9,9,9\n", ""},
      {"  - {task: fcp, at: stone, per: week, need: 2}\n"
       "  - {task: fcp, at: stone, per: week, need: from use}\n",
       use,
       "service.yaml:8:5: warning: the need from use of service.yaml:9 takes the place of "
       "this\n"},
      {"  - {task: clinic, at: hove, need: from use}\n", use,
       "service.yaml:8:36: need from use is of a week: say 'per: week'\n"
       "service.yaml:8:36: need from use, but the task 'clinic' has no slots 'fcp'\n"
       "service.yaml:8:36: need from use, but 'hove' is no PCN\n"},
      {"  - {task: fcp, at: pcn, per: week, need: from use}\n", use,
       "service.yaml:8:43: need from use is for one PCN or \"at: every pcn\"\n"},
      {"  - {task: fcp, who: {band: 7}, at: stone, per: week, need: from use}\n", use,
       "service.yaml:8:61: need from use is of one task, and of everybody\n"},
      {"  - {task: fcp, at: stone, per: week, need: from use, least: 5, most: 4}\n", use,
       "service.yaml:8:71: at most 4 is below the least of 5\n"},
      {"  - {task: fcp, at: stone, per: week, need: 2, least: 1}\n", use,
       "service.yaml:8:55: 'least' goes with \"need: from use\"\n"},
      {"  - {task: fcp, at: stone, per: week, need: by use}\n", use,
       "service.yaml:8:45: expected a whole number from 0 to 1000, found 'by use'\n"},
      {"  - {task: fcp, at: stone, per: week, need: from use}\n",
       "month,pcn,offered,booked,attended\n2027-01,stone,9,10,9\n",
       "fcp_use.csv:2:1: 10 are booked of 9 offered\n"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct source *source = written(cases[i].demand, cases[i].rows);
    g_autofree char *said = written_report(source, MONTH);
    assert_string_equal(said, cases[i].said);
    source_free(source);
  }
  struct source *source = written("  - " LINE "\n", use);
  source_add(source, MONTH "/month.yaml", "demand: [" LINE "]\n");
  g_autofree char *said = written_report(source, MONTH);
  assert_string_equal(said, MONTH
                      "/month.yaml:1:54: need from use is for the demand of "
                      "service.yaml; a month's own line has a number\n");
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_need_is_what_the_use_asks_for),
      cmocka_unit_test(it_keeps_within_least_and_most),
      cmocka_unit_test(a_price_for_more_is_no_most),
      cmocka_unit_test(a_line_of_the_month_takes_its_place),
      cmocka_unit_test(outside_its_dates_it_asks_for_nothing),
      cmocka_unit_test(mistakes_are_said_at_their_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
