#include "planning/why_try.h"

#include "planning/around.h"
#include "planning/suggest_search.h"
#include "planning/why_people.h"

#include <string.h>

/* --- by the rules --------------------------------------------------------------- */

/* The rota with the work in place of what the person does then. */
static struct rota *with(const struct audit *audit, const struct assignment *wanted)
{
  const struct rota *rota = audit->rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  int count = 0;
  for (int i = 0; i < rota->count; i++)
    if (rota->items[i].clinician != wanted->clinician || rota->items[i].slot != wanted->slot)
      items[count++] = rota->items[i];
  items[count++] = *wanted;
  return rota_new(audit->problem, items, count);
}

static int64_t cost_of(const struct finding *finding)
{
  return finding->price == PRICE_HARD ? 0 : finding->violation * finding->price;
}

/* What a finding about the same costs in the audit; 0: there is none. */
static int64_t cost_before(const struct audit *audit, const struct finding *finding)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *other = &g_array_index(audit->findings, struct finding, i);
    if (memcmp(&other->at, &finding->at, sizeof other->at) == 0 && other->kind == finding->kind &&
        other->demand == finding->demand)
      return cost_of(other);
  }
  return 0;
}

static void find_elsewhere(const struct audit *before, const struct audit *after,
                           struct why_person *person)
{
  g_clear_pointer(&person->elsewhere, g_free);
  person->elsewhere_cost = 0;
  for (guint i = 0; i < after->findings->len; i++) {
    const struct finding *finding = &g_array_index(after->findings, struct finding, i);
    if (cost_of(finding) <= person->elsewhere_cost)
      continue;
    int64_t more = cost_of(finding) - cost_before(before, finding);
    if (more <= person->elsewhere_cost)
      continue;
    person->elsewhere_cost = more;
    g_free(person->elsewhere);
    person->elsewhere = g_strdup(finding->text);
  }
}

void why_try_person(const struct audit *audit, struct why_person *person)
{
  struct rota *rota = with(audit, &person->wanted);
  struct audit *after = audit_new(audit->problem, rota);
  person->tried = true;
  person->dearer = after->cost - audit->cost;
  g_array_set_size(person->breaks, 0);
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    if (after->uses[u].broken > audit->uses[u].broken)
      g_array_append_val(person->breaks, u);
  find_elsewhere(audit, after, person);
  audit_free(after);
  rota_free(rota);
}

/* --- by the rows ---------------------------------------------------------------- */

struct why_trials {
  struct suggest_search *search;
  int64_t cost; /* before */
};

struct why_trials *why_trials_new(const struct audit *audit)
{
  if (!around_is_possible(audit))
    return NULL;
  struct why_trials *trials = g_new0(struct why_trials, 1);
  trials->search = suggest_search_new(audit, DATE_NONE);
  trials->cost = audit->cost;
  return trials;
}

void why_trials_free(struct why_trials *trials)
{
  if (!trials)
    return;
  suggest_search_free(trials->search);
  g_free(trials);
}

static void try_on_rows(const struct why_trials *trials, struct why_person *person)
{
  const struct assignment *wanted = &person->wanted;
  struct suggest_plan plan = {0};
  int candidate = problem_candidate(trials->search->problem, wanted);
  if (candidate == NONE ||
      !suggest_plan_add(trials->search, &plan,
                        (struct suggest_move){wanted->clinician, wanted->slot, candidate}))
    return;
  suggest_plan_price(trials->search, &plan);
  person->tried = true;
  if (plan.lawful)
    person->dearer = plan.cost - trials->cost;
  else
    suggest_plan_breaks(trials->search, &plan, person->breaks);
}

void why_trials_people(const struct why_trials *trials, GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++) {
    struct why_person *person = g_ptr_array_index(people, i);
    if (why_person_is_open(person) && !person->tried)
      try_on_rows(trials, person);
  }
  why_people_sort(people);
}
