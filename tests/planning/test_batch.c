/* A comparison as a manifest: its builds one by one, in any order, kept in files of
 * their own and put together again. */
#include "planning/batch_collect.h"
#include "planning/batch_manifest.h"
#include "planning/batch_task.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct fixture {
  struct scratch *scratch;
  const char *service;
  struct batch *batch;
};

/* The tiny service as it is, and with a room more, as builds 0 and 1. */
static void begin(struct fixture *at)
{
  struct comparison *comparison = NULL;
  struct diagnostics *diagnostics = diagnostics_new();
  struct variant_settings settings = variant_default_settings();
  at->scratch = scratch_new();
  at->service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  const char *scenario = scratch_write(at->scratch, "room.yaml",
                                       "scenario: a room more\n"
                                       "changes:\n"
                                       "  - set: {sites.crawley.rooms: 2}\n");
  g_ptr_array_add(paths, (gpointer)scenario);
  assert_int_equal(comparison_read(at->service, "2027-01", paths, diagnostics, &comparison),
                   STATUS_OK);
  settings.build.seconds = 5;
  settings.build.deterministic = TRUE;
  g_autofree char *text = batch_manifest_text(comparison, &settings);
  const char *path = scratch_write(at->scratch, "builds.jsonl", text);
  assert_int_equal(batch_open(path, diagnostics, &at->batch), STATUS_OK);
  assert_int_equal(at->batch->manifest->builds->len, 2);
  assert_int_equal(manifest_at(at->batch->manifest, 0)->seconds, 10);
  assert_int_equal(manifest_at(at->batch->manifest, 1)->seconds, 5);
  comparison_free(comparison);
  diagnostics_free(diagnostics);
}

static void end(struct fixture *at)
{
  batch_free(at->batch);
  scratch_free(at->scratch);
}

static enum batch_task_state open_task(struct fixture *at, int build, bool again,
                                       struct batch_task *task)
{
  char *message = NULL;
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(batch_task_open(at->batch, build, again, diagnostics, task, &message),
                   STATUS_OK);
  diagnostics_free(diagnostics);
  return task->state;
}

/* Runs a build that is ready; its cost. */
static int64_t run(struct fixture *at, int build, bool from_nothing)
{
  struct batch_task task;
  struct outcome *outcome = NULL;
  char *message = NULL;
  assert_int_equal(open_task(at, build, false, &task), BATCH_TASK_READY);
  assert_int_equal(task.from_nothing, from_nothing);
  assert_int_equal(batch_task_run(&task, 1, NULL, &outcome, &message), STATUS_OK);
  assert_int_equal(outcome->status, OUTCOME_BUILT);
  int64_t cost = outcome->values[MEASURE_COST];
  outcome_free(outcome);
  batch_task_clear(&task);
  return cost;
}

static void builds_are_run_kept_and_collected(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  struct collection *found = batch_collect(at.batch, NULL, NULL);
  assert_int_equal(found->months->len, 1);
  assert_int_equal(found->lacking->len, 2);
  g_autofree char *both = batch_task_words(found->lacking);
  assert_string_equal(both, "1-2");
  batch_collection_free(found);

  int64_t cost = run(&at, 0, false), scenario = run(&at, 1, false);
  found = batch_collect(at.batch, at.service, "2027-01");
  const struct collected_month *month = g_ptr_array_index(found->months, 0);
  assert_int_equal(found->lacking->len, 0);
  assert_int_equal(month->scenarios->len, 1);
  assert_int_equal(month->baseline->values[MEASURE_COST], cost);
  const struct outcome *outcome = g_ptr_array_index(month->scenarios, 0);
  assert_string_equal(outcome->name, "a room more");
  assert_int_equal(outcome->values[MEASURE_COST], scenario);
  assert_true(g_file_test(found->items[0].rota, G_FILE_TEST_EXISTS));
  batch_collection_free(found);

  struct batch_task task;
  assert_int_equal(open_task(&at, 0, false, &task), BATCH_TASK_DONE);
  batch_task_clear(&task);
  assert_int_equal(open_task(&at, 0, true, &task), BATCH_TASK_READY);
  batch_task_clear(&task);
  found = batch_collect(at.batch, at.service, "2027-02");
  assert_int_equal(found->months->len, 0);
  batch_collection_free(found);
  end(&at);
}

static void a_scenario_alone_starts_from_nothing(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  run(&at, 1, true);
  struct collection *found = batch_collect(at.batch, NULL, NULL);
  const struct collected_month *month = g_ptr_array_index(found->months, 0);
  assert_null(month->baseline);
  assert_int_equal(month->scenarios->len, 1);
  g_autofree char *lacking = batch_task_words(found->lacking);
  assert_string_equal(lacking, "1");
  assert_string_equal(found->items[0].why, "not built");
  batch_collection_free(found);
  end(&at);
}

static void what_is_stopped_leaves_nothing(void **state)
{
  (void)state;
  struct fixture at;
  struct batch_task task;
  struct outcome *outcome = NULL;
  char *message = NULL;
  const volatile sig_atomic_t stop = 1;
  begin(&at);
  assert_int_equal(open_task(&at, 0, false, &task), BATCH_TASK_READY);
  assert_int_equal(batch_task_run(&task, 1, &stop, &outcome, &message), STATUS_OK);
  assert_null(outcome);
  assert_false(g_file_test(at.batch->folder, G_FILE_TEST_EXISTS));
  batch_task_clear(&task);
  end(&at);
}

static void other_inputs_are_refused_and_told(void **state)
{
  (void)state;
  struct fixture at;
  struct batch_task task;
  begin(&at);
  scratch_write(at.scratch, "room.yaml", "scenario: another\nchanges: []\n");
  assert_int_equal(open_task(&at, 1, false, &task), BATCH_TASK_REFUSED);
  assert_string_equal(task.reason, "its inputs have changed since the manifest was written");
  batch_task_clear(&task);
  scratch_write(at.scratch, "room.yaml", "scenario: [\n");
  assert_int_equal(open_task(&at, 1, false, &task), BATCH_TASK_REFUSED);
  assert_string_equal(task.reason, "its inputs have mistakes or can't be read");
  assert_string_equal(task.name, "task 2, tiny 2027-01 room.yaml");
  batch_task_clear(&task);
  struct collection *found = batch_collect(at.batch, NULL, NULL);
  assert_int_equal(found->items[1].state, BATCH_FAILED);
  assert_string_equal(found->items[1].why, "its inputs have mistakes or can't be read");
  batch_collection_free(found);
  end(&at);
}

static void a_place_that_cannot_be_written_is_a_status(void **state)
{
  (void)state;
  struct fixture at;
  struct batch_task task;
  struct outcome *outcome = NULL;
  g_autofree char *message = NULL;
  begin(&at);
  scratch_write(at.scratch, "builds.jsonl.outcomes", "a file in the folder's place");
  assert_int_equal(open_task(&at, 0, false, &task), BATCH_TASK_READY);
  assert_int_equal(batch_task_run(&task, 1, NULL, &outcome, &message), STATUS_IO);
  assert_non_null(strstr(message, "builds.jsonl.outcomes"));
  outcome_free(outcome);
  batch_task_clear(&task);
  end(&at);
}

static void tasks_are_named_by_number(void **state)
{
  (void)state;
  static const char *const bad[] = {"", "0", "3", "x", "1-", "2-1", "1,,2", "1 2", "99999999999"};
  struct fixture at;
  begin(&at);
  g_autoptr(GArray) builds = batch_task_list("2,1-2", at.batch->manifest);
  assert_int_equal(builds->len, 3);
  assert_int_equal(g_array_index(builds, int, 0), 1);
  assert_int_equal(g_array_index(builds, int, 1), 0);
  assert_int_equal(g_array_index(builds, int, 2), 1);
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    assert_null(batch_task_list(bad[i], at.batch->manifest));
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(builds_are_run_kept_and_collected),
      cmocka_unit_test(a_scenario_alone_starts_from_nothing),
      cmocka_unit_test(what_is_stopped_leaves_nothing),
      cmocka_unit_test(other_inputs_are_refused_and_told),
      cmocka_unit_test(a_place_that_cannot_be_written_is_a_status),
      cmocka_unit_test(tasks_are_named_by_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
