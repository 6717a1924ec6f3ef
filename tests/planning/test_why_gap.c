/* Why a gap is there: for every session, task and site of whole services, each person is put
 * where the answer puts them, looked up by hand, and the work is forced on those who could: the
 * rota then breaks the rules that were said, and no others. */
#include "planning/folder.h"
#include "planning/why_gap.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

struct fixture {
  struct scratch *scratch;
  struct folder folder;
  struct build_settings settings;
  struct build_result built;
};

static void begin(struct fixture *at, const char *service)
{
  at->scratch = scratch_new();
  const char *copy = scratch_copy(at->scratch, service, "service");
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(copy, "2027-01", diagnostics, &at->folder), STATUS_OK);
  diagnostics_free(diagnostics);
  at->settings = build_default_settings();
  at->settings.deterministic = TRUE;
  at->settings.seconds = 2;
  const struct build_request request = {.problem = at->folder.problem, .settings = &at->settings};
  build_rota(&request, &at->built);
  assert_int_equal(at->built.verdict, BUILD_DONE);
}

static void end(struct fixture *at)
{
  build_result_clear(&at->built);
  folder_clear(&at->folder);
  scratch_free(at->scratch);
}

/* What the person does then; NULL: nothing. */
static const struct assignment *item_of(const struct rota *rota, int clinician, int slot)
{
  for (int i = 0; i < rota->count; i++)
    if (rota->items[i].clinician == clinician && rota->items[i].slot == slot)
      return &rota->items[i];
  return NULL;
}

static void assert_reason(const struct fixture *at, const struct gap_question *question,
                          const struct why_person *person)
{
  const struct problem *problem = at->folder.problem;
  const struct assignment wanted = {person->wanted.clinician, question->slot, question->task,
                                    question->site, false};
  const struct assignment *item = item_of(at->built.rota, person->wanted.clinician, question->slot);
  bool does = item && item->task == question->task && item->site == question->site;
  bool there = problem_present(problem, person->wanted.clinician, question->slot);
  bool may = problem_candidate(problem, &wanted) != NONE;
  switch (person->reason) {
  case WHY_DOING:
    assert_true(does);
    break;
  case WHY_OFF:
  case WHY_AWAY:
    assert_false(there);
    break;
  case WHY_BARRED:
    assert_true(there && !may && !does);
    break;
  case WHY_BUSY:
    assert_true(there && may && item && !does);
    assert_int_equal(person->tried, !item->locked);
    break;
  default:
    assert_int_equal(person->reason, WHY_FREE);
    assert_true(there && may && !item && person->tried);
  }
}

static bool is_said(const struct why_person *person, int use)
{
  for (guint i = 0; i < person->breaks->len; i++)
    if (g_array_index(person->breaks, int, i) == use)
      return true;
  return false;
}

/* Forces the work on the person, and reads every finding. */
static void assert_breaks(const struct fixture *at, const struct gap_question *question,
                          const struct why_person *person)
{
  const struct rota *rota = at->built.rota;
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  const struct assignment *old = item_of(rota, person->wanted.clinician, question->slot);
  for (int i = 0; i < rota->count; i++)
    if (&rota->items[i] != old)
      g_array_append_val(items, rota->items[i]);
  const struct assignment forced = {person->wanted.clinician, question->slot, question->task,
                                    question->site, false};
  g_array_append_val(items, forced);
  struct rota *after =
      rota_new(at->folder.problem, (struct assignment *)(gpointer)items->data, (int)items->len);
  struct audit *audit = audit_new(at->folder.problem, after);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price == PRICE_HARD)
      assert_true(is_said(person, finding->at.use));
  }
  for (guint i = 0; i < person->breaks->len; i++)
    assert_true(audit->uses[g_array_index(person->breaks, int, i)].broken > 0);
  assert_int_equal(audit->cost - at->built.audit->cost, person->dearer);
  audit_free(audit);
  rota_free(after);
}

/* One more does it in the alternative, lawfully and at the price that was said. */
static void assert_filled(const struct fixture *at, const struct gap_answer *answer)
{
  const struct alternative *found = &answer->consequence.alternative;
  int done = 0;
  if (found->verdict != BUILD_DONE) {
    assert_int_equal(found->verdict, BUILD_INFEASIBLE);
    assert_non_null(found->reason);
    return;
  }
  struct audit *audit = audit_new(at->folder.problem, found->rota);
  for (int i = 0; i < found->rota->count; i++) {
    const struct assignment *item = &found->rota->items[i];
    done += item->slot == answer->question.slot && item->task == answer->question.task &&
            item->site == answer->question.site;
  }
  assert_true(done > answer->done);
  assert_int_equal(audit->broken, 0);
  assert_int_equal(audit->cost - at->built.audit->cost, found->dearer);
  audit_free(audit);
}

/* Every so many slots; returns how many "would break" were forced. */
static int assert_all(const struct fixture *at, int step)
{
  const struct service *service = at->folder.service;
  int forced = 0;
  for (int s = 0; s < at->folder.month->n_slots; s += step)
    for (int t = 0; t < service->n_tasks; t++)
      for (int site = 0; site < service->n_sites; site++) {
        const struct gap_question question = {s, t, site};
        struct gap_answer answer;
        if (!service->tasks[t].at[site])
          continue;
        why_gap_answer(at->built.audit, &question, &at->settings, &answer);
        assert_int_equal((int)answer.people->len + answer.unable, service->n_clinicians);
        for (guint i = 0; i < answer.people->len; i++) {
          const struct why_person *person = answer.people->pdata[i];
          assert_reason(at, &question, person);
          if (person->tried)
            assert_breaks(at, &question, person);
          forced += person->breaks->len > 0;
        }
        assert_filled(at, &answer);
        gap_answer_clear(&answer);
      }
  return forced;
}

static void every_gap_of_the_tiny_service(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "tests/commands/tiny");
  assert_true(assert_all(&at, 3) > 5);
  end(&at);
}

static void every_gap_of_the_small_example(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "examples/small");
  assert_true(assert_all(&at, 13) > 5);
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_gap_of_the_tiny_service),
      cmocka_unit_test(every_gap_of_the_small_example),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
