/* The section `waiting_list:` as it is meant, and all that is said of mistakes. */
#include "model/waiting/waiting.h"
#include "tests/support/check.h"
#include "tests/support/written.h"

static const char head[] =
    "service: Tiny\n"
    "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
    "week: {mon-fri: am}\n"
    "sites: {hove: {kind: hub}}\n"
    "pcns: {stone: {patients: 9000}}\n"
    "tasks: {clinic: {}}\n";

static struct source *written(const char *section)
{
  struct source *source = source_memory();
  g_autofree char *text = g_strconcat(head, section, NULL);
  source_add(source, "service.yaml", text);
  source_add(source, "clinicians.yaml", "ann: {band: 7, works: {mon: am}}\n");
  return source;
}

static struct service *read_section(const char *section)
{
  struct source *source = written(section);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service;
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  return service;
}

static void test_what_is_written(void **state)
{
  (void)state;
  struct service *service = read_section(
      "waiting_list:\n"
      "  population: 305000\n"
      "  classes:\n"
      "    priority: {standard: 2, referrals: 51, list: {0-1: 48, over 52: 1}}\n"
      "    routine: {standard: 12, referrals: {stone: 58.5, hove: 395.25}, list: {18-52: 7}}\n"
      "  removals: 0.0055\n"
      "  dna: {new: 0.093, follow_up: 0.147, backfill: 0.2, return: 0.5}\n"
      "  follow_ups: {per_new: 2.4, patient_initiated: 0.25, done_at_events: 0.52}\n"
      "  calls: {settled: 0.45}\n"
      "  lost_fcp: 0.3\n"
      "  sickness: 0.05\n"
      "  variation: none\n");
  const struct waiting_list *list = service->waiting_list;
  const struct waiting_referrals *priority = &list->classes[WAITING_PRIORITY],
                                 *routine = &list->classes[WAITING_ROUTINE];
  assert_int_equal(list->population, 305000);
  assert_int_equal(list->where.line, 8);
  assert_int_equal(priority->standard_weeks, 2);
  assert_true(priority->a_week == 51);
  assert_null(priority->at);
  assert_int_equal(priority->list[0], 48);
  assert_int_equal(priority->list[6], 1);
  assert_int_equal(priority->where.line, 10);
  assert_int_equal(routine->standard_weeks, 12);
  assert_true(routine->a_week == 453.75);
  assert_true(routine->at[service_site(service, "stone")] == 58.5);
  assert_true(routine->at[service_site(service, "hove")] == 395.25);
  assert_int_equal(routine->list[5], 7);
  assert_true(list->removals == 0.0055);
  assert_true(list->dna_new == 0.093 && list->dna_follow_up == 0.147);
  assert_true(list->backfill == 0.2 && list->dna_return == 0.5);
  assert_true(list->follow_ups_per_new == 2.4 && list->patient_initiated == 0.25);
  assert_true(list->done_at_events == 0.52);
  assert_true(list->calls_settled == 0.45 && list->lost_fcp == 0.3 && list->sickness == 0.05);
  assert_true(list->constant_demand);
  service_free(service);
}

static void test_what_is_left_out(void **state)
{
  (void)state;
  struct service *service = read_section(
      "waiting_list:\n"
      "  classes: {routine: {standard: 18, referrals: 0}}\n");
  const struct waiting_list *list = service->waiting_list;
  assert_int_equal(list->classes[WAITING_ROUTINE].standard_weeks, 18);
  assert_int_equal(list->classes[WAITING_PRIORITY].standard_weeks, 2);
  assert_true(list->classes[WAITING_PRIORITY].a_week == 0);
  assert_int_equal(waiting_size(list, WAITING_PRIORITY), 0);
  assert_true(list->dna_new == 0 && list->backfill == 0 && list->removals == 0);
  assert_true(list->dna_return == 1);
  assert_true(list->calls_settled == 0 && list->lost_fcp == 0 && list->sickness == 0);
  assert_false(list->constant_demand);
  service_free(service);
  service = read_section("");
  assert_null(service->waiting_list);
  service_free(service);
}

struct mistake {
  const char *section, *said;
};

#define ROUTINE "waiting_list:\n  classes: {routine: {standard: 12, referrals: 9}}\n"

static const struct mistake mistakes[] = {
    {"waiting_list: [1]\n",
     "service.yaml:7:15: expected a mapping for waiting_list, found a list\n"},
    {"waiting_list: {population: 9}\n", "service.yaml:7:15: waiting_list needs 'classes'\n"},
    {"waiting_list: {classes: {routine: {referrals: 1, standard: 9}}, calls: {}}\n",
     "service.yaml:7:72: calls needs 'settled'\n"},
    {"waiting_list: {classes: {}}\n", "service.yaml:7:25: there is no class of referrals\n"},
    {"waiting_list: {classes: {urgent: {}}}\n",
     "service.yaml:7:26: unknown key in classes: 'urgent'\n"},
    {"waiting_list: {classes: {prioriti: {}}}\n",
     "service.yaml:7:26: unknown key in classes: 'prioriti'; did you mean 'priority'?\n"},
    {"waiting_list: {classes: {priority: {referrals: 4}}}\n",
     "service.yaml:7:36: a class needs 'standard'\n"},
    {"waiting_list: {classes: {priority: {standard: 2}}}\n",
     "service.yaml:7:36: a class needs 'referrals'\n"},
    {"waiting_list: {classes: {priority: {standard: 0, referrals: 4}}}\n",
     "service.yaml:7:47: expected a whole number from 1 to 104, found '0'\n"},
    {"waiting_list: {classes: {priority: {standard: 2 weeks, referrals: 4}}}\n",
     "service.yaml:7:47: expected a whole number from 1 to 104, found '2 weeks'\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: -4}}}\n",
     "service.yaml:7:61: expected a number from 0 to 20000, at most four decimals, found '-4'\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: {ston: 4}}}}\n",
     "service.yaml:7:62: unknown site 'ston'; did you mean 'stone'?\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: {stone: many}}}}\n",
     "service.yaml:7:69: expected a number from 0 to 20000, at most four decimals, found 'many'\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: {stone: 15000, hove: 9000}}}}\n",
     "service.yaml:7:61: more than 20000 referrals a week from all localities together\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: 4, list: {1-3: 4}}}}\n",
     "service.yaml:7:71: unknown band '1-3'; the bands are 0-1, 1-2, 2-4, 4-12, 12-18, 18-52, "
     "over 52 weeks\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: 4, list: {0-1: 4.5}}}}\n",
     "service.yaml:7:76: expected a whole number from 0 to 100000, found '4.5'\n"},
    {"waiting_list: {classes: {priority: {standard: 2, referrals: 4, list: 7}}}\n",
     "service.yaml:7:70: expected a mapping for people waiting by weeks, found '7'\n"},
    {ROUTINE "  removals: 1.1\n",
     "service.yaml:9:13: expected a number from 0 to 1, at most four decimals, found '1.1'\n"},
    {ROUTINE "  dna: {new: 9.3%}\n",
     "service.yaml:9:14: expected a number from 0 to 1, at most four decimals, found '9.3%'\n"},
    {ROUTINE "  dna: {new: -0.1, backfill: 2, return: 0.12345, follow_up: .5}\n",
     "service.yaml:9:14: expected a number from 0 to 1, at most four decimals, found '-0.1'\n"
     "service.yaml:9:30: expected a number from 0 to 1, at most four decimals, found '2'\n"
     "service.yaml:9:41: expected a number from 0 to 1, at most four decimals, found '0.12345'\n"
     "service.yaml:9:61: expected a number from 0 to 1, at most four decimals, found '.5'\n"},
    {ROUTINE "  dna: {followup: 0.1}\n",
     "service.yaml:9:9: unknown key in dna: 'followup'; did you mean 'follow_up'?\n"},
    {ROUTINE "  follow_ups: {per_new: 21}\n",
     "service.yaml:9:25: expected a number from 0 to 20, at most four decimals, found '21'\n"},
    {ROUTINE "  follow_ups: 2.4\n",
     "service.yaml:9:15: expected a mapping for follow_ups, found '2.4'\n"},
    {ROUTINE "  variation: poison\n",
     "service.yaml:9:14: expected one of poisson, none, found "
     "'poison'; did you mean 'poisson'?\n"},
    {ROUTINE "  population: 0\n",
     "service.yaml:9:15: expected a whole number from 1 to 9000000, found '0'\n"},
};

static void test_mistakes(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    struct source *source = written(mistakes[i].section);
    g_autofree char *said = written_report(source, "2027-01");
    assert_string_equal(said, mistakes[i].said);
    source_free(source);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_is_written),
      cmocka_unit_test(test_what_is_left_out),
      cmocka_unit_test(test_mistakes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
