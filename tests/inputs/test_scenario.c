/* What a scenario makes of a service: each change in the structs, and the
 * service as it stands untouched. */
#include "tests/support/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* One scenario over the example of docs/format.md, and what came of it. */
struct made {
  struct scenario *scenario;
  struct service *service;
  struct month *month;
};

static struct made make(const char *changes)
{
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  g_autofree char *text = g_strconcat("scenario: Test\nchanges:\n", changes, NULL);
  source_add(source, "scenarios/test.yaml", text);
  struct made made = {NULL, NULL, NULL};
  struct diagnostics *diagnostics = diagnostics_new();
  enum status status =
      inputs_read_scenario(source, source, "scenarios/test.yaml", "2027-01", diagnostics,
                           &made.scenario, &made.service, &made.month);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  for (int i = 0; i < count && status != STATUS_OK; i++)
    print_error("%s:%d:%d: %s\n", items[i].where.file, items[i].where.line, items[i].where.column,
                items[i].text);
  assert_int_equal(status, STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  return made;
}

static void end(struct made *made)
{
  scenario_free(made->scenario);
  service_free(made->service);
  month_free(made->month);
}

static const struct task *task_of(const struct made *made, const char *id)
{
  return &made->service->tasks[service_task(made->service, id)];
}

static int slots_of(const struct made *made, const char *task, const char *kind)
{
  return task_of(made, task)->slots[vocabulary_find(&made->service->slot_kinds, kind)];
}

static void set_changes_a_value(void **state)
{
  (void)state;
  struct made made = make("  - set: {tasks.clinic.slots.new: 4, clinicians.tom.wte: 0.5}\n");
  assert_int_equal(slots_of(&made, "clinic", "new"), 4);
  assert_int_equal(slots_of(&made, "clinic", "follow_up"), 5);
  assert_int_equal(made.service->clinicians[service_clinician(made.service, "tom")].wte_percent,
                   50);
  assert_int_equal(made.scenario->n_changes, 2);
  assert_string_equal(made.scenario->changes[0], "tasks.clinic.slots.new: 4 instead of 3");
  assert_string_equal(made.scenario->changes[1], "clinicians.tom.wte: 0.5");
  end(&made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(set_changes_a_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
