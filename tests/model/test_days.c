/* A clinician's days, past and present, as emit (timeline.h) and as check
 * (workdays.h) reads them: the two know of each other only through this test. */
#include "model/timeline.h"
#include "model/workdays.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

/* Ann's past: the last day before the month, two days before, the first day that is
 * still looked at (63 days before 1 February 2027), and the day before that. */
static const struct rule_example example = {
    .service = "week: {mon-sun: [am, pm]}\n",
    .files = {{"history/2026-11.yaml",
               "month: 2026-11\n"
               "assignments:\n"
               "  ann:\n"
               "    - 2026-11-29 am 08:30-12:15 clinic hove\n"
               "    - 2026-11-30 am 08:30-12:15 clinic hove\n"
               "checksum: none\n"},
              {"history/2026-12.yaml",
               "month: 2026-12\n"
               "assignments: {}\n"
               "checksum: none\n"},
              {"history/2027-01.yaml",
               "month: 2027-01\n"
               "assignments:\n"
               "  ann:\n"
               "    - 2027-01-30 am 08:30-12:15 support remote\n"
               "    - 2027-01-31 pm 13:15-17:00 clinic hove\n"
               "  bob:\n"
               "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
               "checksum: none\n"}},
};

struct fixture {
  struct world *world;
  struct problem *problem;
  struct scope all, clinic; /* every assignment; those of task clinic */
  bool *tasks;
  int ann;
};

static struct fixture begin(void)
{
  struct fixture out = {.world = world_new(&example, NULL)};
  out.problem = problem_new(out.world->service, out.world->month);
  out.all = out.clinic = (struct scope){.when = pattern_always()};
  out.tasks = g_new0(bool, out.world->service->n_tasks);
  out.tasks[service_task(out.world->service, "clinic")] = true;
  out.clinic.tasks = out.tasks;
  out.ann = service_clinician(out.world->service, "ann");
  return out;
}

static void end(struct fixture *fixture)
{
  g_free(fixture->tasks);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static void test_the_past_of_both(void **state)
{
  (void)state;
  static const int worked[] = {-1, -2, -63}, of_clinic[] = {-1, -63};
  struct fixture tiny = begin();
  struct rota *rota = rota_new(tiny.problem, NULL, 0);
  struct audit *audit = audit_new(tiny.problem, rota);
  for (int k = 0; k < 2; k++) {
    const struct scope *scope = k == 0 ? &tiny.all : &tiny.clinic;
    struct timeline timeline;
    timeline_init(&timeline, tiny.problem, scope, tiny.ann);
    struct workdays days = workdays_read(audit, scope, tiny.ann);
    for (int day = -63; day < 0; day++) {
      bool expected = false;
      for (int i = 0; i < (k == 0 ? 3 : 2); i++)
        expected = expected || day == (k == 0 ? worked[i] : of_clinic[i]);
      assert_int_equal(timeline_can(&timeline, day), expected);
      assert_int_equal(workdays_has(&days, day), expected);
    }
    assert_false(workdays_has(&days, -64));
    timeline_clear(&timeline);
  }
  audit_free(audit);
  rota_free(rota);
  end(&tiny);
}

/* Two days of March are worked; the days after it are not known, and neither is any where
 * March is not published. */
static void test_the_month_after_of_both(void **state)
{
  (void)state;
  const struct rule_example march = {.files = {{"history/2027-03.yaml",
                                                "month: 2027-03\n"
                                                "assignments:\n"
                                                "  ann:\n"
                                                "    - 2027-03-01 am 08:30-12:15 clinic hove\n"
                                                "    - 2027-03-31 am 08:30-12:15 clinic hove\n"
                                                "  bob:\n"
                                                "    - 2027-03-02 am 08:30-12:15 clinic hove\n"
                                                "checksum: none\n"}}};
  const struct scope all = {.when = pattern_always()};
  for (int published = 0; published < 2; published++) {
    struct world *world = world_new(published ? &march : NULL, NULL);
    struct problem *problem = problem_new(world->service, world->month);
    struct rota *rota = rota_new(problem, NULL, 0);
    struct audit *audit = audit_new(problem, rota);
    int ann = service_clinician(world->service, "ann");
    struct timeline timeline;
    timeline_init(&timeline, problem, &all, ann);
    struct workdays days = workdays_read(audit, &all, ann);
    assert_int_equal(timeline.n_later, published ? 31 : 0);
    assert_int_equal(days.n_known, published ? 28 + 31 : 28);
    for (int day = 28; day < 28 + 40; day++) {
      bool worked = published && (day == 28 || day == 58);
      assert_int_equal(timeline_can(&timeline, day), worked);
      assert_int_equal(workdays_has(&days, day), worked);
    }
    assert_int_equal(workdays_label(audit, ann, 30).slot, workdays_label(audit, ann, 27).slot);
    timeline_clear(&timeline);
    audit_free(audit);
    rota_free(rota);
    problem_free(problem);
    world_free(world);
  }
}

static void test_workdays_of_a_rota(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  g_autoptr(GArray) items = world_assignments(tiny.world,
                                              "ann 2027-02-01 am clinic hove\n"
                                              "ann 2027-02-03 am support remote\n"
                                              "ann 2027-02-03 pm clinic hove\n"
                                              "ann 2027-02-28 pm support hove\n"
                                              "bob 2027-02-02 pm clinic hove\n");
  struct rota *rota =
      rota_new(tiny.problem, (const struct assignment *)(void *)items->data, (int)items->len);
  struct audit *audit = audit_new(tiny.problem, rota);
  struct workdays all = workdays_read(audit, &tiny.all, tiny.ann);
  struct workdays clinic = workdays_read(audit, &tiny.clinic, tiny.ann);
  for (int day = 0; day < 28; day++) {
    assert_int_equal(workdays_has(&all, day), day == 0 || day == 2 || day == 27);
    assert_int_equal(workdays_has(&clinic, day), day == 0 || day == 2);
  }
  assert_int_equal(all.n_days, 28);
  assert_false(workdays_has(&all, 28));
  char text[DATE_TEXT_SIZE];
  assert_string_equal(workdays_format(tiny.problem, 1, text), "Tue 2 Feb");
  assert_string_equal(workdays_format(tiny.problem, -1, text), "Sun 31 Jan");
  struct label label = workdays_label(audit, tiny.ann, 2);
  assert_int_equal(label.clinician, tiny.ann);
  assert_int_equal(label.slot, tiny.world->month->days[2].first_slot);
  audit_free(audit);
  rota_free(rota);
  end(&tiny);
}

/* A day of one session is its candidates; a day of two gets a column. Only days of the
 * month that were asked for are readied, and once. */
static void test_timeline_of_a_month(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  struct formulation formulation = {.problem = tiny.problem,
                                    .programme = formulation_build(tiny.problem)};
  const struct programme *programme = formulation.programme;
  struct timeline timeline;
  timeline_init(&timeline, tiny.problem, &tiny.all, tiny.ann);
  assert_true(timeline_can(&timeline, 0));
  assert_false(timeline_can(&timeline, 5)); /* Ann's pattern has no Saturday */
  int columns = programme->n_columns;
  timeline_make(&timeline, &formulation, -3, 1);
  assert_int_equal(programme->n_columns, columns + 2);
  assert_false(timeline.made[2]);
  timeline_make(&timeline, &formulation, 3, 3);
  assert_int_equal(programme->n_columns, columns + 3);
  assert_false(timeline.made[2]);
  assert_true(timeline.made[3]);
  int rows = programme->n_rows;
  timeline_make(&timeline, &formulation, 0, 1);
  assert_int_equal(programme->n_columns, columns + 3);
  assert_int_equal(programme->n_rows, rows);
  assert_int_equal(programme->columns[columns].label.clinician, tiny.ann);
  assert_int_equal(programme->columns[columns + 1].label.slot,
                   tiny.world->month->days[1].first_slot);
  assert_int_equal(timeline_term(&timeline, &formulation, -1, 7), 7);
  assert_int_equal(timeline_term(&timeline, &formulation, -3, 7), 0);
  assert_int_equal(timeline_term(&timeline, &formulation, 1, 7), 0);
  formulation_row(&formulation, formulation_label(&formulation), 0, 7);
  const struct row *row = &programme->rows[programme->n_rows - 1];
  assert_int_equal(row->count, 1);
  assert_int_equal(programme->terms[row->first].column, columns + 1);
  assert_int_equal(programme->terms[row->first].coefficient, 7);
  timeline_clear(&timeline);
  programme_free(formulation.programme);
  end(&tiny);
}

/* Days without a session have no slot to name. */
static void test_a_day_without_sessions(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *rota = rota_new(problem, NULL, 0);
  struct audit *audit = audit_new(problem, rota);
  struct formulation formulation = {.problem = problem};
  struct timeline timeline = {.clinician = 1, .n_days = problem->month->n_days};
  assert_int_equal(workdays_label(audit, 1, 5).slot, LABEL_NONE.slot);
  assert_int_equal(timeline_label(&timeline, &formulation, 5).slot, LABEL_NONE.slot);
  assert_int_equal(timeline_label(&timeline, &formulation, 5).clinician, 1);
  assert_int_equal(timeline_label(&timeline, &formulation, 4).slot,
                   world->month->days[4].first_slot);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_past_of_both),       cmocka_unit_test(test_the_month_after_of_both),
      cmocka_unit_test(test_workdays_of_a_rota),     cmocka_unit_test(test_timeline_of_a_month),
      cmocka_unit_test(test_a_day_without_sessions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
