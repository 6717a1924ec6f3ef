/* Scenarios beside the service as it is: all read before any is built, built side by
 * side, and the same programme has the same answer. */
#include "planning/compare.h"
#include "planning/scenario_paths.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct fixture {
  struct scratch *scratch;
  const char *service;
  GPtrArray *paths; /* borrowed texts */
  struct diagnostics *diagnostics;
  struct comparison *comparison;
};

static void begin(struct fixture *at)
{
  at->scratch = scratch_new();
  at->service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  at->paths = g_ptr_array_new();
  at->diagnostics = diagnostics_new();
  at->comparison = NULL;
}

static void end(struct fixture *at)
{
  comparison_free(at->comparison);
  diagnostics_free(at->diagnostics);
  g_ptr_array_unref(at->paths);
  scratch_free(at->scratch);
}

static void add(struct fixture *at, const char *file, const char *title, const char *change)
{
  g_autofree char *text = g_strdup_printf("scenario: %s\nchanges:\n  - %s\n", title, change);
  g_ptr_array_add(at->paths, (gpointer)scratch_write(at->scratch, file, text));
}

static enum status read_all(struct fixture *at)
{
  return comparison_read(at->service, "2027-01", at->paths, at->diagnostics, &at->comparison);
}

static const char *said(const struct fixture *at, int index)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(at->diagnostics, &count);
  assert_true(index < count);
  return items[index].text;
}

static struct variant_settings settings_of(const struct fixture *at)
{
  struct variant_settings settings = variant_default_settings();
  settings.build.seconds = 5;
  settings.build.deterministic = TRUE;
  settings.horizon_weeks = comparison_horizon_weeks(at->comparison);
  return settings;
}

struct seen {
  int calls, most, last_done;
  bool in_order;
};

static void see(void *context, struct queued *items, int count)
{
  struct seen *seen = context;
  int done = 0;
  for (int i = 0; i < count; i++) {
    done += items[i].state == QUEUED_DONE;
    assert_true((items[i].state == QUEUED_DONE) == (items[i].outcome != NULL));
  }
  seen->calls++;
  seen->in_order = seen->in_order && done >= seen->last_done;
  seen->last_done = done;
  seen->most = count;
}

static void scenarios_are_built_beside_the_service_as_it_is(void **state)
{
  (void)state;
  struct fixture at;
  struct seen seen = {.in_order = true};
  begin(&at);
  add(&at, "1.yaml", "nothing at all", "set: {sites.hove.rooms: 2}");
  add(&at, "2.yaml", "a person more", "add: {clinicians: 1, like: cat}");
  add(&at, "3.yaml", "Bob may not", "set: {clinicians.bob.skills: {fcp: {stage: 1}}}");
  assert_int_equal(read_all(&at), STATUS_OK);
  assert_int_equal(at.comparison->count, 4);
  assert_string_equal(variant_name(at.comparison->variants[0]), "as it is");
  assert_int_equal(comparison_horizon_weeks(at.comparison), 26);
  const struct variant_settings settings = settings_of(&at);
  struct variant_result built;
  comparison_build_baseline(at.comparison, &settings, &built);
  assert_non_null(built.rota);
  assert_non_null(built.prices);
  comparison_build_scenarios(at.comparison, &settings, &built,
                             (struct variant_queue_watch){see, &seen});
  struct outcome **outcomes = at.comparison->outcomes;
  assert_int_equal(outcomes[0]->status, OUTCOME_BUILT);
  assert_int_equal(outcomes[1]->status, OUTCOME_BUILT);
  assert_string_equal(outcomes[1]->fingerprint, outcomes[0]->fingerprint);
  assert_memory_equal(outcomes[1]->values, outcomes[0]->values, sizeof outcomes[0]->values);
  assert_int_equal(outcomes[2]->status, OUTCOME_BUILT);
  assert_string_not_equal(outcomes[2]->fingerprint, outcomes[0]->fingerprint);
  assert_string_equal(outcomes[2]->scenario, at.paths->pdata[1]);
  assert_int_equal(outcomes[3]->status, OUTCOME_UNLAWFUL);
  assert_non_null(strstr(outcomes[3]->reason, "2027-01/locks.csv:2"));
  assert_true(seen.calls > 0 && seen.in_order);
  assert_int_equal(seen.most, 3);
  assert_int_equal(seen.last_done, 3);
  variant_result_clear(&built);
  end(&at);
}

/* An event that was not staffed is no answer of the service as it is, so of nothing else that is
 * the same programme. */
static void what_is_not_known_is_not_known_twice(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  add(&at, "1.yaml", "nothing at all", "set: {sites.hove.rooms: 2}");
  add(&at, "2.yaml", "a person more", "add: {clinicians: 1, like: cat}");
  assert_int_equal(read_all(&at), STATUS_OK);
  const struct variant_settings settings = settings_of(&at);
  struct variant_result built;
  comparison_build_baseline(at.comparison, &settings, &built);
  struct outcome **outcomes = at.comparison->outcomes;
  outcomes[0]->status = OUTCOME_UNSTAFFED;
  outcomes[0]->reason = g_strdup("nobody for the day");
  comparison_build_scenarios(at.comparison, &settings, &built,
                             (struct variant_queue_watch){NULL, NULL});
  assert_int_equal(outcomes[1]->status, OUTCOME_UNSTAFFED);
  assert_string_equal(outcomes[1]->reason, "nobody for the day");
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    assert_true(outcomes[1]->values[m] == OUTCOME_UNKNOWN);
  assert_int_equal(outcomes[2]->status, OUTCOME_BUILT);
  variant_result_clear(&built);
  end(&at);
}

static void a_build_that_is_not_begun_says_so(void **state)
{
  (void)state;
  struct fixture at;
  const volatile sig_atomic_t stop = 1;
  begin(&at);
  assert_int_equal(read_all(&at), STATUS_OK);
  struct variant_settings settings = settings_of(&at);
  settings.build.stop = &stop;
  struct variant_result built;
  comparison_build_baseline(at.comparison, &settings, &built);
  assert_int_equal(at.comparison->outcomes[0]->status, OUTCOME_INTERRUPTED);
  assert_null(built.rota);
  assert_null(built.prices);
  variant_result_clear(&built);
  end(&at);
}

static void every_mistake_comes_before_any_build(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  add(&at, "1.yaml", "no such site", "set: {sites.crawly.rooms: 2}");
  add(&at, "2.yaml", "no such lever", "hire: {clinicians: 2}");
  assert_int_equal(read_all(&at), STATUS_BAD_INPUT);
  assert_null(at.comparison);
  assert_int_equal(diagnostics_errors(at.diagnostics), 2);
  assert_non_null(strstr(said(&at, 0), "crawly"));
  assert_non_null(strstr(said(&at, 1), "hire"));
  end(&at);
}

static void names_tell_scenarios_apart(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  add(&at, "2.yaml", "as it is", "set: {sites.hove.rooms: 3}");
  add(&at, "3.yaml", "rooms", "set: {sites.hove.rooms: 3}");
  add(&at, "4.yaml", "rooms", "set: {sites.hove.rooms: 4}");
  assert_int_equal(read_all(&at), STATUS_BAD_INPUT);
  assert_string_equal(said(&at, 0), "the name 'as it is' is that of the service as it stands");
  g_autofree char *twice =
      g_strdup_printf("the name 'rooms' is that of %s", (const char *)at.paths->pdata[1]);
  assert_string_equal(said(&at, 1), twice);
  end(&at);
}

static void folders_stand_for_their_scenarios(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  char *message = NULL;
  scratch_write(scratch, "all/b.yaml", "");
  scratch_write(scratch, "all/a.yml", "");
  scratch_write(scratch, "all/.c.yaml", "");
  scratch_write(scratch, "all/notes.txt", "");
  char *words[] = {(char *)"one.yaml", (char *)scratch_path(scratch, "all")};
  GPtrArray *paths = scenario_paths(words, 2, &message);
  assert_int_equal(paths->len, 3);
  assert_string_equal(paths->pdata[0], "one.yaml");
  assert_string_equal(paths->pdata[1], scratch_path(scratch, "all/a.yml"));
  assert_string_equal(paths->pdata[2], scratch_path(scratch, "all/b.yaml"));
  g_ptr_array_unref(paths);
  scratch_path(scratch, "empty/x");
  words[0] = (char *)scratch_path(scratch, "empty");
  assert_null(scenario_paths(words, 1, &message));
  assert_non_null(strstr(message, "there is no scenario (*.yaml) in the folder"));
  g_free(message);
  scratch_free(scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scenarios_are_built_beside_the_service_as_it_is),
      cmocka_unit_test(what_is_not_known_is_not_known_twice),
      cmocka_unit_test(a_build_that_is_not_begun_says_so),
      cmocka_unit_test(every_mistake_comes_before_any_build),
      cmocka_unit_test(names_tell_scenarios_apart),
      cmocka_unit_test(folders_stand_for_their_scenarios),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
