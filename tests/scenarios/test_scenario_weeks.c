/* Weeks after the month, over the example of docs/format.md. 2027-02-01 is a Monday. */
#include "scenarios/scenarios.h"
#include "tests/support/check.h"
#include "tests/support/made.h"

struct weeks {
  struct source *source;
  struct service *service;
  struct month *month;
};

static struct weeks read(const char *changes, const struct scenario_weeks *weeks)
{
  struct weeks out = {.source = source_memory()};
  g_autofree char *text = g_strconcat("scenario: Test\nchanges:\n", changes, NULL);
  struct diagnostics *diagnostics = diagnostics_new();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(out.source, file->path, file->text);
  source_add(out.source, MADE_PATH, text);
  enum status status = scenario_read_weeks(out.source, out.source, changes ? MADE_PATH : NULL,
                                           "2027-01", weeks, diagnostics, &out.service, &out.month);
  g_autofree char *said = written_said(diagnostics);
  if (status != STATUS_OK)
    fail_msg("%s", said);
  assert_string_equal(said, "");
  diagnostics_free(diagnostics);
  return out;
}

static void end(struct weeks *weeks)
{
  month_free(weeks->month);
  service_free(weeks->service);
  source_free(weeks->source);
}

static const struct clinician *person(const struct weeks *weeks, const char *id)
{
  return &weeks->service->clinicians[service_clinician(weeks->service, id)];
}

static void nothing_is_special_about_them(void **state)
{
  (void)state;
  const struct scenario_weeks four = {date_make(2027, 2, 1), NONE, 0, false};
  struct weeks made = read(NULL, &four);
  assert_int_equal(made.month->n_days, 28);
  assert_int_equal(made.month->from, date_make(2027, 2, 1));
  assert_int_equal(made.service->n_holidays, 0);
  assert_int_equal(made.month->n_events + made.month->n_closures + made.month->n_leaves, 0);
  assert_int_equal(made.month->n_locks + made.month->n_preferences + made.month->n_agreed, 0);
  assert_int_equal(made.month->history.n_months, 0);
  end(&made);
}

/* But what comes back in every month, if it is wanted: a morning of the service, the 2nd Wednesday.
 */
static void what_comes_back_is_there_if_wanted(void **state)
{
  (void)state;
  const struct scenario_weeks four = {date_make(2027, 3, 8), NONE, 0, true};
  struct weeks made = read(NULL, &four);
  assert_int_equal(made.month->n_events, 1);
  assert_int_equal(made.month->n_closures + made.month->n_leaves, 0);
  end(&made);
}

/* Who joins in the midst of the weeks does so after them, and who goes, likewise. */
static void people_are_there_or_are_not(void **state)
{
  (void)state;
  static const char changes[] =
      "  - add: {like: amrita, from: 2027-03-01}\n"
      "  - add: {like: lee, from: 2027-03-10}\n"
      "  - remove: {clinicians: tom, from: 2027-03-15}\n"
      "  - remove: {clinicians: lee, from: 2027-02-20}\n";
  const struct scenario_weeks four = {date_make(2027, 3, 1), NONE, 0, false};
  struct weeks made = read(changes, &four);
  assert_int_equal(person(&made, "amrita-2")->joins, date_make(2027, 3, 1));
  assert_int_equal(person(&made, "lee-2")->joins, date_make(2027, 3, 29));
  assert_int_equal(person(&made, "tom")->leaves, date_make(2027, 3, 29));
  assert_int_equal(person(&made, "lee")->leaves, date_make(2027, 2, 19));
  end(&made);
}

static void only_what_stays_closed_is(void **state)
{
  (void)state;
  static const char changes[] =
      "  - close: {site: hove, from: 2027-01-20}\n"
      "  - close: {site: crawley, from: 2027-03-01}\n"
      "  - close: {site: goldstone, from: 2027-02-08, until: 2027-02-14}\n";
  const struct scenario_weeks february = {date_make(2027, 2, 1), NONE, 0, false};
  struct weeks made = read(changes, &february);
  assert_int_equal(made.month->n_closures, 1);
  assert_int_equal(made.month->closures[0].site, service_site(made.service, "hove"));
  assert_int_equal(made.month->closures[0].from, date_make(2027, 2, 1));
  assert_int_equal(made.month->closures[0].until, date_make(2027, 2, 28));
  end(&made);
  const struct scenario_weeks march = {date_make(2027, 3, 1), NONE, 0, false};
  made = read(changes, &march);
  assert_int_equal(made.month->n_closures, 2);
  end(&made);
  const struct scenario_weeks special = {date_make(2027, 2, 8), 2, 0, false};
  made = read(changes, &special);
  assert_int_equal(made.month->n_closures, 2);
  assert_int_equal(made.month->closures[1].until, date_make(2027, 2, 14));
  end(&made);
}

/* The example's community day needs 1, 2 or 3 people, and a senior among them. */
static void an_event_is_in_weeks_of_its_own(void **state)
{
  (void)state;
  static const char changes[] =
      "  - event: {kind: community day, at: library, on: 2027-02-13 am}\n";
  const struct scenario_weeks ordinary = {date_make(2027, 2, 8), NONE, 0, false};
  struct weeks made = read(changes, &ordinary);
  assert_int_equal(made.month->n_events, 0);
  end(&made);
  const struct scenario_weeks special = {date_make(2027, 2, 8), 0, 0, false};
  made = read(changes, &special);
  assert_int_equal(made.month->n_events, 1);
  assert_int_equal(made.month->events[0].attendees, 240);
  assert_int_not_equal(month_slot(made.month, date_make(2027, 2, 13), 0), NONE);
  int needs = 0;
  for (int d = 0; d < made.month->n_demands; d++)
    needs += made.month->demands[d].event == 0;
  assert_int_equal(needs, 2);
  end(&made);
}

static int days_off(const struct weeks *made, const char *id)
{
  int out = 0;
  for (int i = 0; i < made->month->n_leaves; i++)
    out += made->month->leaves[i].clinician == service_clinician(made->service, id);
  return out;
}

/* A quarter of tom's 20 days is 5, or one more by rounding; all are different days of his. Whoever
 * is new changes nobody else's. */
static void leave_is_spread(void **state)
{
  (void)state;
  const struct scenario_weeks quarter = {date_make(2027, 2, 1), NONE, 0.25, false};
  struct weeks alone = read(NULL, &quarter);
  struct weeks more = read("  - add: {clinicians: 3, like: lee}\n", &quarter);
  assert_in_range(days_off(&alone, "tom"), 1, 6);
  for (int i = 0; i < alone.month->n_leaves; i++) {
    const struct leave *leave = &alone.month->leaves[i], *same = &more.month->leaves[i];
    assert_true(leave->clinician == same->clinician && leave->from == same->from);
    assert_true(leave->from == leave->until && leave->from >= alone.month->from);
    for (int j = 0; j < i; j++)
      assert_true(alone.month->leaves[j].clinician != leave->clinician ||
                  alone.month->leaves[j].from != leave->from);
  }
  assert_true(more.month->n_leaves > alone.month->n_leaves);
  end(&alone);
  end(&more);
}

/* What is wrong with an event after the month is told in the scenario's file. */
static void a_mistake_is_the_scenarios(void **state)
{
  (void)state;
  struct source *source = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  source_add(source, MADE_PATH,
             "scenario: Test\n"
             "changes:\n"
             "  - event: {kind: fair, at: hove, on: 2027-02-13 am, attendees: 9,\n"
             "            need: [{task: nothing, need: 1}]}\n");
  const struct scenario_weeks special = {date_make(2027, 2, 8), 0, 0, false};
  struct service *service = NULL;
  struct month *month = NULL;
  assert_int_equal(scenario_read_weeks(source, source, MADE_PATH, "2027-01", &special, diagnostics,
                                       &service, &month),
                   STATUS_BAD_INPUT);
  g_autofree char *said = written_said(diagnostics);
  assert_non_null(strstr(said, MADE_PATH ":4:"));
  diagnostics_free(diagnostics);
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_special_about_them),
      cmocka_unit_test(what_comes_back_is_there_if_wanted),
      cmocka_unit_test(people_are_there_or_are_not),
      cmocka_unit_test(only_what_stays_closed_is),
      cmocka_unit_test(an_event_is_in_weeks_of_its_own),
      cmocka_unit_test(leave_is_spread),
      cmocka_unit_test(a_mistake_is_the_scenarios),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
