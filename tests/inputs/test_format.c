/* docs/format.md is the format: its example is read, and shows every key. */
#include "inputs/fcp_use.h"
#include "inputs/history_reader.h"
#include "inputs/recovery_file.h"
#include "inputs/sections.h"
#include "inputs/waiting_counts.h"
#include "model/rule.h"
#include "scenarios/scenarios.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct source *example_source(void)
{
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  return source;
}

static void the_example_is_read_without_a_word(void **state)
{
  (void)state;
  struct source *source = example_source();
  g_autofree char *report = written_report(source, "2027-01");
  assert_string_equal(report, "");
  source_free(source);
}

static void its_scenarios_are_read_without_a_word(void **state)
{
  (void)state;
  struct source *source = example_source();
  int count = 0;
  for (const struct written_file *file = written_example(); file->path; file++)
    if (g_str_has_prefix(file->path, "scenarios/")) {
      g_autofree char *report = made_report(source, file->text);
      assert_string_equal(report, "");
      count++;
    }
  assert_int_equal(count, 2);
  source_free(source);
}

/* The example's files that belong to a root of the format, joined. */
static char *files_of(const char *root)
{
  GString *text = g_string_new(NULL);
  bool folder = g_str_has_suffix(root, "/");
  for (const struct written_file *file = written_example(); file->path; file++)
    if (folder ? strstr(file->path, root) != NULL : g_str_has_suffix(file->path, root))
      g_string_append(text, file->text);
  return g_string_free(text, FALSE);
}

static bool shows(const char *text, const char *key)
{
  g_autofree char *pattern = g_strdup_printf("(^|[\\s{,])%s($|[:,\\n])", key);
  return g_regex_match_simple(pattern, text, G_REGEX_MULTILINE, 0);
}

static int look_for(const char *file, const char *text, const struct keys *keys)
{
  int missing = 0;
  for (int i = 0; i < keys->count; i++) {
    const struct key *key = &keys->items[i];
    if (!shows(text, key->name)) {
      print_error("docs/format.md shows no '%s' of %s in %s\n", key->name, keys->what, file);
      missing++;
    }
    if (key->inside && key->inside != keys)
      missing += look_for(file, text, key->inside);
  }
  return missing;
}

static void the_example_shows_every_key(void **state)
{
  (void)state;
  static const struct {
    const char *file;
    const struct keys *keys;
  } roots[] = {
      {"service.yaml", &service_keys},
      {"clinicians.yaml", &clinician_keys},
      {"travel.csv", &travel_columns},
      {"month.yaml", &month_keys},
      {"leave.csv", &leave_columns},
      {"locks.csv", &lock_columns},
      {"preferences/", &preferences_keys},
      {"objections/", &objections_keys},
      {"history/", &history_keys},
      {"scenarios/", &scenario_keys},
      {"recovery.yaml", &recovery_keys},
      {"fcp_use.csv", &fcp_use_columns},
      {"waiting.csv", &waiting_counts_columns},
  };
  int missing = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(roots); i++) {
    g_autofree char *text = files_of(roots[i].file);
    missing += look_for(roots[i].file, text, roots[i].keys);
  }
  g_autofree char *scenarios = files_of("scenarios/");
  missing += look_for("scenarios/", scenarios, &scenario_keys);
  assert_int_equal(missing, 0);
}

static struct service *read_example(struct source *source, struct month **month)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  const char *const ids[] = {"2027-01", NULL};
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, month), STATUS_OK);
  diagnostics_free(diagnostics);
  return service;
}

static void places_mean_what_they_say(void **state)
{
  (void)state;
  struct source *source = example_source();
  struct month *month;
  struct service *service = read_example(source, &month);
  int hove = service_site(service, "hove"), crawley = service_site(service, "crawley");
  int goldstone = service_site(service, "goldstone"), remote = service_site(service, "remote");
  const struct site *site = &service->sites[hove];
  assert_string_equal(service->name, "Sussex MSK Central");
  assert_int_equal(service->full_time_minutes, 37 * 60 + 30);
  assert_int_equal(service->blocks[1].from_minute, 13 * 60 + 15);
  assert_int_equal(service->week.blocks[1], 7);
  assert_int_equal(service->week.blocks[5], 0);
  assert_int_equal(site->rooms[vocabulary_find(&service->room_kinds, "gym")], 1);
  assert_int_equal(site->open[4].to_minute, 20 * 60);
  assert_int_equal(site->open[6].to_minute, 0);
  assert_int_equal(service->sites[crawley].open[6].to_minute, 24 * 60);
  assert_int_equal(service->sites[goldstone].pcn->patients, 66808);
  assert_int_equal(service->sites[goldstone].pcn->n_named, 2);
  assert_true(service->sites[remote].remote);
  int there = hove * service->n_sites + crawley, back = crawley * service->n_sites + hove;
  assert_int_equal(service->travel_minutes[there], 40);
  assert_int_equal(service->travel_minutes[back], 40);
  assert_int_equal(service->travel_minutes_without_car[back], 75);
  assert_int_equal(service->travel_minutes[crawley * service->n_sites + goldstone], 30);
  assert_int_equal(service->travel_minutes_without_car[crawley * service->n_sites + goldstone], 60);
  assert_int_equal(service->travel_minutes[hove * service->n_sites + remote], 0);
  assert_int_equal(service->home_minutes, 20);
  assert_true(service_is_holiday(service, date_make(2027, 12, 28)));
  month_free(month);
  service_free(service);
  source_free(source);
}

static void people_mean_what_they_say(void **state)
{
  (void)state;
  struct source *source = example_source();
  struct month *month;
  struct service *service = read_example(source, &month);
  const struct clinician *amrita = &service->clinicians[service_clinician(service, "amrita")];
  const struct clinician *tom = &service->clinicians[service_clinician(service, "tom")];
  const struct post *hers = &service->posts[service_clinician(service, "amrita")];
  const struct post *his = &service->posts[service_clinician(service, "tom")];
  assert_int_equal(hers->band, 7);
  assert_int_equal(his->band, 8);
  assert_int_equal(hers->week_minutes, 30 * 60);
  assert_int_equal(hers->most_minutes, 130 * 60 + 30);
  assert_int_equal(hers->works.weeks[0].blocks[3], 3);
  assert_int_equal(hers->works.weeks[0].blocks[4], 0);
  assert_int_equal(his->works.weeks[0].blocks[4], 3);
  assert_int_equal(his->works.weeks[1].blocks[1], 7);
  assert_false(amrita->drives);
  assert_int_equal(amrita->home_minutes, 35);
  assert_ptr_equal(&service->clinicians[amrita->supervisor], tom);
  assert_false(hers->sites[service_site(service, "bus")]);
  assert_true(his->sites[service_site(service, "bus")]);
  assert_int_equal(amrita->n_arrangements, 3);
  assert_true(amrita->arrangements[2].never);
  assert_int_equal(amrita->arrangements[0].when.blocks[2], 2);
  int fcp = service_task(service, "fcp");
  assert_true(clinician_can(service, 0, fcp, date_make(2027, 1, 4)));
  assert_false(clinician_can(service, 0, fcp, date_make(2024, 4, 30)));
  assert_false(clinician_can(service, 2, service_task(service, "duty"), date_make(2027, 1, 4)));
  month_free(month);
  service_free(service);
  source_free(source);
}

static void demand_and_rules_mean_what_they_say(void **state)
{
  (void)state;
  struct source *source = example_source();
  struct month *month;
  struct service *service = read_example(source, &month);
  const struct demand *demands = service->demands;
  assert_int_equal(service->n_demands, 5);
  assert_false(demands[0].each_site);
  assert_true(demands[1].each_site);
  assert_int_equal(demands[1].most, 6);
  assert_int_equal(demands[2].target, 1);
  assert_int_equal(demands[2].price_most, 60);
  assert_int_equal(demands[2].when.blocks[1], 1);
  assert_int_equal(demands[3].patients_per_session, 22000);
  assert_int_equal(demands[3].per, PERIOD_WEEK);
  assert_null(demands[4].sites);
  assert_true(demands[4].hard);
  assert_int_equal(demands[4].when.until, date_make(2027, 6, 30));
  assert_int_equal(demands[2].when.cycle, date_make(2027, 1, 4));
  assert_int_equal(demands[2].when.cycle_weeks, 4);
  assert_int_equal(demands[2].when.turns, 7);
  assert_string_equal(service->uses[1].name, "few calls for the newly qualified");
  assert_true(service->uses[0].hard);
  assert_false(service->uses[1].hard);
  assert_int_equal(service->uses[1].weight, 2);
  assert_false(service->uses[1].scope.posts[0]);
  assert_true(service->uses[1].scope.posts[2]);
  assert_string_equal(service->uses[0].where.file, "service.yaml");
  assert_null(service->uses[service->n_uses - 1].where.file);
  assert_int_equal(service->criteria.close_day, 10);
  assert_int_equal(service->criteria.most_avoided_sites, 2);
  assert_true(service->criteria.barred_tasks[service_task(service, "duty")]);
  month_free(month);
  service_free(service);
  source_free(source);
}

static void a_month_means_what_it_says(void **state)
{
  (void)state;
  struct source *source = example_source();
  struct month *month;
  struct service *service = read_example(source, &month);
  assert_int_equal(month->n_days, 31);
  assert_int_equal(month->closures[0].blocks, 1);
  assert_int_equal(month->closures[1].site, NONE);
  assert_int_equal(month->closures[1].until, date_make(2027, 1, 29));
  int saturday = month_slot(month, date_make(2027, 1, 16), 0);
  assert_int_not_equal(saturday, NONE);
  assert_false(month->slots[saturday].ordinary);
  assert_true(month->events[0].slots[saturday]);
  assert_int_equal(month_slot(month, date_make(2027, 1, 1), 0), NONE);
  assert_int_equal(month->n_demands, 4);
  assert_int_equal(month->demands[2].event, 0);
  assert_int_equal(month->demands[2].price_need, 300);
  const struct demand *senior = &month->demands[3];
  int screening = service_task(service, "screening"), saturday_date = date_make(2027, 1, 16);
  assert_true(senior->event == 0 && senior->task == screening && !senior->tasks);
  for (int c = 0; c < service->n_clinicians; c++)
    assert_true(demand_has_person(service, senior, c, saturday_date) ==
                (clinician_on(service, c, saturday_date)->band >= 7));
  assert_true(demand_replaces(service, &month->demands[0], &service->demands[0]));
  assert_int_equal(month->leaves[0].from, date_make(2027, 1, 1));
  assert_int_equal(month->leaves[1].blocks, 2);
  assert_int_equal(month->locks[0].slot, month_slot(month, date_make(2027, 1, 14), 0));
  const struct preferences *asked = month_preferences(month, 0);
  assert_int_equal(asked->percent, 100);
  assert_int_equal(asked->n_requests, 2);
  assert_true(asked->requests[0].off);
  assert_int_equal(asked->requests[1].level, 1);
  assert_int_equal(asked->people[0].item, service_clinician(service, "tom"));
  month_free(month);
  service_free(service);
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_example_is_read_without_a_word),
      cmocka_unit_test(its_scenarios_are_read_without_a_word),
      cmocka_unit_test(the_example_shows_every_key),
      cmocka_unit_test(places_mean_what_they_say),
      cmocka_unit_test(people_mean_what_they_say),
      cmocka_unit_test(demand_and_rules_mean_what_they_say),
      cmocka_unit_test(a_month_means_what_it_says),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
