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

static const struct clinician *person_of(const struct made *made, const char *id)
{
  int index = service_clinician(made->service, id);
  assert_int_not_equal(index, NONE);
  return &made->service->clinicians[index];
}

static void add_makes_people_like_one(void **state)
{
  (void)state;
  struct made made = make(
      "  - add: {clinicians: 2, like: amrita, base: crawley, wte: 0.5,"
      " named_fcp: goldstone}\n");
  const struct service *service = made.service;
  assert_int_equal(service->n_clinicians, 5);
  const struct clinician *like = person_of(&made, "amrita"), *new = person_of(&made, "amrita-3");
  assert_string_equal(new->name, "New 2, like Amrita Shah");
  assert_int_equal(new->band, 7);
  assert_int_equal(new->wte_percent, 50);
  assert_int_equal(new->n_skills, like->n_skills);
  assert_int_equal(new->base, service_site(service, "crawley"));
  assert_true(new->sites[new->base]);
  assert_int_equal(new->n_arrangements, 0);
  assert_int_equal(new->fewest_minutes, UNLIMITED);
  assert_int_equal(new->joins, DATE_NONE);
  assert_memory_equal(new->works, like->works, sizeof like->works);
  const struct pcn *pcn = service->sites[service_site(service, "goldstone")].pcn;
  assert_int_equal(pcn->n_named, 4);
  assert_int_equal(pcn->named[3], service_clinician(service, "amrita-3"));
  assert_string_equal(made.scenario->changes[0],
                      "2 more like Amrita Shah (amrita-2, amrita-3), base crawley, wte 0.5, "
                      "named_fcp goldstone");
  assert_null(month_preferences(made.month, service_clinician(service, "amrita-2")));
  end(&made);
}

static void add_after_the_month_is_for_later(void **state)
{
  (void)state;
  struct made made = make(
      "  - add: {clinicians: 2, like: amrita, wte: 0.4, from: 2027-03-01}\n"
      "  - add: {like: lee, from: 2027-01-18}\n");
  assert_int_equal(made.scenario->n_later, 1);
  const struct later *later = &made.scenario->later[0];
  assert_int_equal(later->kind, LATER_MORE);
  assert_int_equal(later->from, date_make(2027, 3, 1));
  assert_int_equal(later->clinician, service_clinician(made.service, "amrita"));
  assert_int_equal(later->percent, 100);
  assert_int_equal(person_of(&made, "amrita-2")->joins, date_make(2027, 3, 1));
  assert_int_equal(person_of(&made, "lee-2")->joins, date_make(2027, 1, 18));
  end(&made);
}

static void removed_people_are_named_but_not_there(void **state)
{
  (void)state;
  struct made made = make("  - remove: {clinicians: [tom, amrita]}\n");
  assert_int_equal(made.service->n_clinicians, 3);
  assert_int_equal(person_of(&made, "tom")->leaves, date_make(2026, 12, 31));
  assert_int_equal(person_of(&made, "amrita")->supervisor, service_clinician(made.service, "tom"));
  assert_int_equal(made.month->n_locks, 0);
  assert_int_equal(made.month->n_preferences, 0);
  assert_string_equal(made.scenario->changes[0], "without Tom Baker, Amrita Shah");
  end(&made);
}

static void people_may_leave_in_the_month_or_after_it(void **state)
{
  (void)state;
  struct made made = make(
      "  - remove: {clinicians: tom, from: 2027-01-20}\n"
      "  - remove: {clinicians: lee, from: 2027-04-01}\n");
  assert_int_equal(person_of(&made, "tom")->leaves, date_make(2027, 1, 19));
  assert_int_equal(made.month->n_locks, 1);
  assert_int_equal(made.month->n_preferences, 1);
  assert_int_equal(made.scenario->n_later, 1);
  assert_int_equal(made.scenario->later[0].kind, LATER_GONE);
  assert_int_equal(made.scenario->later[0].clinician, service_clinician(made.service, "lee"));
  assert_int_equal(made.scenario->later[0].from, date_make(2027, 4, 1));
  end(&made);
}

static void vacancy_takes_the_nearest_posts(void **state)
{
  (void)state;
  /* posts: amrita 0.8, tom 1.0, lee 1.0 */
  struct made made = make("  - vacancy: {who: {skill: msk}, wte: 1.75}\n");
  assert_int_equal(person_of(&made, "amrita")->leaves, date_make(2026, 12, 31));
  assert_int_equal(person_of(&made, "tom")->leaves, DATE_NONE);
  assert_int_equal(person_of(&made, "lee")->leaves, date_make(2026, 12, 31));
  assert_string_equal(made.scenario->changes[0], "1.75 WTE vacant: Amrita Shah, Lee Park");
  end(&made);
  made = make(
      "  - remove: {clinicians: lee}\n"
      "  - vacancy: {who: {skill: msk}, wte: 1}\n");
  assert_int_equal(person_of(&made, "tom")->leaves, date_make(2026, 12, 31));
  assert_int_equal(person_of(&made, "amrita")->leaves, date_make(2028, 8, 31));
  end(&made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(set_changes_a_value),
      cmocka_unit_test(add_makes_people_like_one),
      cmocka_unit_test(add_after_the_month_is_for_later),
      cmocka_unit_test(removed_people_are_named_but_not_there),
      cmocka_unit_test(people_may_leave_in_the_month_or_after_it),
      cmocka_unit_test(vacancy_takes_the_nearest_posts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
