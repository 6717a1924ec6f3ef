/* "Would break rule Y", "is kept off by rule Y": each is forced, and the rules that check the rota
 * break exactly Y, or Y at least. Also what is away, off or unable breaks a rule when forced. On
 * examples, on services that the generator makes and on tiny ones drawn at random. */
#include "planning/folder.h"
#include "planning/suggest.h"
#include "planning/why_people.h"
#include "planning/why_try.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/drawn.h"
#include "tests/support/generated.h"
#include "tests/support/scratch.h"
#include "tests/support/world.h"

enum { GENERATED = 4, DRAWN = 80 };

struct counts {
  int broken, several, barred, priced, out;
};

static void build(const struct problem *problem, struct build_result *built)
{
  struct build_settings settings = build_default_settings();
  settings.deterministic = TRUE;
  settings.threads = settings.seconds = 1;
  const struct build_request request = {.problem = problem, .settings = &settings};
  build_rota(&request, built);
}

/* What the work, in place of what the person does then, breaks and costs. */
static struct audit *forced(const struct audit *before, const struct assignment *wanted,
                            struct rota **rota)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int i = 0; i < before->rota->count; i++) {
    const struct assignment *item = &before->rota->items[i];
    if (item->clinician != wanted->clinician || item->slot != wanted->slot)
      g_array_append_val(items, *item);
  }
  g_array_append_val(items, *wanted);
  *rota =
      rota_new(before->problem, (const struct assignment *)(gpointer)items->data, (int)items->len);
  return audit_new(before->problem, *rota);
}

static bool is_said(const GArray *breaks, int use)
{
  for (guint i = 0; i < breaks->len; i++)
    if (g_array_index(breaks, int, i) == use)
      return true;
  return false;
}

/* Has the rule something to say that is about the person, about that session (whoever is left alone
 * in it), or about nobody in particular? */
static bool says_it(const struct audit *audit, int use, const struct assignment *wanted)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->at.use == use && finding->price == PRICE_HARD &&
        (finding->at.clinician == wanted->clinician || finding->at.clinician == NONE ||
         finding->at.slot == wanted->slot))
      return true;
  }
  return false;
}

/* Every hard finding is of a rule that was said, and each of these has one. */
static void assert_exactly(const struct audit *after, const struct why_person *person)
{
  for (guint i = 0; i < after->findings->len; i++) {
    const struct finding *finding = &g_array_index(after->findings, struct finding, i);
    if (finding->price == PRICE_HARD && !is_said(person->breaks, finding->at.use))
      fail_msg("not said: %s", finding->text);
  }
  for (guint i = 0; i < person->breaks->len; i++)
    assert_true(says_it(after, g_array_index(person->breaks, int, i), &person->wanted));
}

static void force(const struct audit *before, const struct why_person *person,
                  struct counts *counts)
{
  struct rota *rota;
  struct audit *after = forced(before, &person->wanted, &rota);
  if (person->tried) {
    assert_exactly(after, person);
    counts->broken += person->breaks->len > 0;
    counts->several += person->breaks->len > 1;
    if (person->breaks->len == 0) {
      assert_true(after->cost - before->cost <= person->dearer);
      counts->priced++;
    }
  } else if (person->reason == WHY_BARRED) {
    assert_true(says_it(after, person->use, &person->wanted));
    counts->barred++;
  } else if (person->reason != WHY_DOING && !person->locked) {
    assert_true(after->broken > 0);
    counts->out++;
  }
  audit_free(after);
  rota_free(rota);
}

/* --- one gap ---------------------------------------------------------------------- */

static void force_gap(const struct audit *before, const struct why_trials *trials,
                      const struct gap_question *question, struct counts *counts)
{
  const struct problem *problem = before->problem;
  g_autoptr(GPtrArray) people = why_people_new();
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct why_verdict verdict = why_gap_verdict(before, question, c);
    if (verdict.reason != WHY_UNABLE)
      why_people_add(people, before->rota, &verdict);
  }
  why_trials_people(trials, people);
  for (guint i = 0; i < people->len; i++) {
    const struct why_person *person = people->pdata[i];
    assert_int_equal(person->tried, why_person_is_open(person));
    force(before, person, counts);
  }
}

static void force_suggested(const struct audit *before, const struct gap_question *question,
                            struct counts *counts)
{
  const struct suggest_request request = {
      .before = before, .kind = SUGGEST_GAP, .gap = *question, .today = DATE_NONE, .most = 3};
  struct suggest_answer answer;
  suggest_find(&request, &answer);
  for (guint i = 0; i < answer.people->len; i++)
    force(before, answer.people->pdata[i], counts);
  suggest_answer_clear(&answer);
}

/* Every `step`-th session, with what `rota suggest` says of every `suggested`-th of these gaps. */
static void force_all(const struct audit *before, int step, int suggested, struct counts *counts)
{
  const struct service *service = before->problem->service;
  struct why_trials *trials = why_trials_new(before);
  int number = 0;
  assert_non_null(trials);
  for (int s = 0; s < before->problem->month->n_slots; s += step)
    for (int t = 0; t < service->n_tasks; t++)
      for (int site = 0; site < service->n_sites; site++) {
        const struct gap_question question = {s, t, site};
        if (!service->tasks[t].at[site])
          continue;
        force_gap(before, trials, &question, counts);
        if (number++ % suggested == 0)
          force_suggested(before, &question, counts);
      }
  why_trials_free(trials);
}

/* --- services --------------------------------------------------------------------- */

static void force_folder(const char *service, int step, struct counts *counts)
{
  struct scratch *scratch = scratch_new();
  struct diagnostics *diagnostics = diagnostics_new();
  struct folder folder;
  struct build_result built;
  assert_int_equal(
      folder_read(scratch_copy(scratch, service, "service"), "2027-01", diagnostics, &folder),
      STATUS_OK);
  build(folder.problem, &built);
  assert_int_equal(built.verdict, BUILD_DONE);
  force_all(built.audit, step, 30, counts);
  build_result_clear(&built);
  folder_clear(&folder);
  diagnostics_free(diagnostics);
  scratch_free(scratch);
}

static void examples(void **state)
{
  (void)state;
  struct counts counts = {0};
  force_folder("tests/commands/tiny", 1, &counts);
  force_folder("examples/small", 3, &counts);
  assert_true(counts.broken > 100 && counts.barred > 50 && counts.priced > 100 && counts.out > 100);
}

static void services_of_the_generator(void **state)
{
  (void)state;
  struct counts counts = {0};
  /* the largest first: they have the most to find */
  for (int seed = GENERATED; seed > GENERATED - cases_tried(GENERATED); seed--) {
    const struct generator_settings settings = {
        .clinicians = 6 + 3 * seed, .seed = (uint64_t)seed, .first = date_make(2027, 1 + seed, 1)};
    struct generated generated = generated_new(&settings);
    struct problem *problem = problem_new(generated.service, generated.month);
    struct build_result built;
    build(problem, &built);
    assert_int_equal(built.verdict, BUILD_DONE);
    force_all(built.audit, 31, 200, &counts);
    build_result_clear(&built);
    problem_free(problem);
    generated_free(&generated);
  }
  assert_true(counts.broken > cases_tried(100) && counts.several > cases_tried(10) &&
              counts.barred > cases_tried(100));
}

static void drawn_services(void **state)
{
  (void)state;
  struct counts counts = {0};
  int lawful = 0;
  for (guint32 seed = 0; seed < (guint32)cases_tried(DRAWN); seed++) {
    struct world *world = drawn_new(seed);
    struct problem *problem = problem_new(world->service, world->month);
    struct build_result built;
    build(problem, &built);
    if (built.verdict == BUILD_DONE && around_is_possible(built.audit)) {
      force_all(built.audit, 1, 3, &counts);
      lawful++;
    }
    build_result_clear(&built);
    problem_free(problem);
    world_free(world);
  }
  assert_true(lawful > cases_tried(15) && counts.broken > cases_tried(50) &&
              counts.several > cases_tried(5));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(examples),
      cmocka_unit_test(services_of_the_generator),
      cmocka_unit_test(drawn_services),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
