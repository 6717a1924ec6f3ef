/* Events of the service, as they are laid into a month: dates by hand. */
#include "tests/support/check.h"
#include "tests/support/written.h"

#include <string.h>

static const char events[] =
    "events:\n"
    "  second: {name: Second Wednesday, at: hove, on: {every: 2nd wed pm}, attendees: 30,\n"
    "           need: [{task: clinic, need: 2, target: 3}]}\n"
    "  ends: {at: hove, on: {every: 1st last fri am}, need: [{task: clinic, need: 1}]}\n"
    "  fifth: {at: hove, on: {every: 5th mon}, need: [{task: clinic, need: 1}]}\n"
    "  weekly: {at: hove, on: {every: sat am, from: 2027-03-10, until: 2027-03-20},\n"
    "           need: [{task: clinic, need: 1}]}\n"
    "  december: {at: hove, on: {every: 2nd sat pm, from: 2027-12-01},\n"
    "           need: [{name: A senior, task: [class, clinic], who: {band: 7}, need: 1}]}\n"
    "  fortnight: {at: hove, on: {every: tue pm, from: 2027-05-01, until: 2027-05-31,\n"
    "           cycle: 2027-01-04, weeks: 1, of: 2}, need: [{task: clinic, need: 1}]}\n";

struct read {
  struct service *service;
  struct month *month;
};

static struct read read_month(const char *id, const char *own)
{
  struct source *source = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  const char *const ids[] = {id, NULL};
  struct read read = {NULL, NULL};
  g_autofree char *service = g_strconcat(
      "service: Test\nholidays: england-and-wales\n"
      "sessions: {am: {from: \"08:30\", to: \"12:15\"}, pm: {from: \"13:15\", to: \"17:00\"}}\n"
      "week: {mon-fri: [am, pm]}\n"
      "sites: {hove: {kind: hub}}\n"
      "tasks: {duty: {at: hub}, class: {at: hub}, clinic: {at: hub}}\n",
      events, NULL);
  g_autofree char *path = g_strconcat(id, "/month.yaml", NULL);
  source_add(source, "service.yaml", service);
  source_add(source, "clinicians.yaml",
             "ann: {band: 6, works: {mon-fri: [am, pm]}}\n"
             "bob: {band: 7, works: {mon-fri: [am, pm]}}\n");
  source_add(source, path, own);
  assert_int_equal(inputs_read(source, ids, diagnostics, &read.service, &read.month), STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  return read;
}

static void read_clear(struct read *read)
{
  month_free(read->month);
  service_free(read->service);
}

/* "second 10 pm, ends 5 am": what is on when, in order of event and slot. */
static char *calendar(const struct read *read)
{
  GString *out = g_string_new(NULL);
  for (int e = 0; e < read->month->n_events; e++)
    for (int s = 0; s < read->month->n_slots; s++)
      if (read->month->events[e].slots[s])
        g_string_append_printf(out, "%s%s %d %s", out->len ? ", " : "", read->month->events[e].id,
                               date_day(read->month->slots[s].date),
                               read->service->blocks[read->month->slots[s].block].id);
  return g_string_free(out, FALSE);
}

static void test_each_month_has_its_own_dates(void **state)
{
  (void)state;
  static const struct {
    const char *month, *calendar;
  } months[] = {
      /* the last Friday of March is Good Friday, the fifth Monday Easter Monday */
      {"2027-03", "second 10 pm, ends 5 am, weekly 13 am, weekly 20 am"},
      {"2027-02", "second 10 pm, ends 5 am, ends 26 am"},
      {"2027-11", "second 10 pm, ends 5 am, ends 26 am, fifth 29 am, fifth 29 pm"},
      {"2027-12", "second 8 pm, ends 3 am, ends 31 am, december 11 pm"},
      /* 1 January is a Friday, and a holiday */
      {"2027-01", "second 13 pm, ends 29 am"},
      /* 3 May is 17 weeks after the cycle's Monday; the fifth Monday is a holiday */
      {"2027-05", "second 12 pm, ends 7 am, ends 28 am, fortnight 11 pm, fortnight 25 pm"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
    struct read read = read_month(months[i].month, "");
    g_autofree char *text = calendar(&read);
    assert_string_equal(text, months[i].calendar);
    read_clear(&read);
  }
}

/* A Saturday is open for the event alone, and what is needed is needed in its sessions. */
static void test_needs_and_slots(void **state)
{
  (void)state;
  struct read read = read_month("2027-03", "");
  const struct month *month = read.month;
  int saturday = month_slot(month, date_make(2027, 3, 13), 0);
  assert_true(saturday != NONE && !month->slots[saturday].ordinary);
  assert_int_equal(month->n_demands, 3);
  const struct demand *need = &month->demands[0];
  assert_int_equal(need->need, 2);
  assert_int_equal(need->target, 3);
  assert_int_equal(need->event, 0);
  assert_ptr_equal(need->slots, month->events[0].slots);
  assert_string_equal(month->events[0].name, "Second Wednesday");
  assert_int_equal(month->events[0].attendees, 30);
  read_clear(&read);
}

static void test_a_month_may_have_its_own_instead(void **state)
{
  (void)state;
  struct read read = read_month(
      "2027-02",
      "events: {second: {at: hove, on: 2027-02-17 am, need: [{task: clinic, need: 5}]}}");
  g_autofree char *text = calendar(&read);
  assert_string_equal(text, "second 17 am, ends 5 am, ends 26 am");
  assert_int_equal(read.month->n_demands, 2);
  assert_int_equal(read.month->demands[0].need, 5);
  read_clear(&read);
}

/* Ann is of band 6, Bob of band 7: he alone is meant, at either task. */
static void test_needs_of_several_tasks_and_of_some(void **state)
{
  (void)state;
  struct read read = read_month("2027-12", "");
  const struct demand *need = &read.month->demands[read.month->n_demands - 1];
  int date = date_make(2027, 12, 11);
  assert_int_equal(need->event, read.month->n_events - 1);
  assert_string_equal(need->name, "A senior");
  assert_true(demand_has_task(need, service_task(read.service, "clinic")));
  assert_true(demand_has_task(need, service_task(read.service, "class")));
  assert_false(demand_has_task(need, service_task(read.service, "duty")));
  assert_false(demand_has_person(read.service, need, service_clinician(read.service, "ann"), date));
  assert_true(demand_has_person(read.service, need, service_clinician(read.service, "bob"), date));
  read_clear(&read);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_month_has_its_own_dates),
      cmocka_unit_test(test_needs_and_slots),
      cmocka_unit_test(test_needs_of_several_tasks_and_of_some),
      cmocka_unit_test(test_a_month_may_have_its_own_instead),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
