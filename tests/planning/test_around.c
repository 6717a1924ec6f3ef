/* A rota solved again around a demand costs what enumeration says: every rota that the
 * candidates of a rule's example can make is audited, and no row is read. */
#include "model/rule.h"
#include "planning/around.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

enum { CANDIDATES_MOST = 8, SECONDS = 5 };

struct small {
  struct world *world;
  struct problem *problem;
  int candidates[CANDIDATES_MOST];
  int count;
  int64_t *costs; /* [1 << count]; INT64_MAX: it breaks something, or someone is in two places */
  unsigned over;  /* candidates on days that are over: they stay */
};

static struct rota *rota_of(const struct small *small, unsigned chosen)
{
  struct assignment items[CANDIDATES_MOST];
  int count = 0;
  for (int k = 0; k < small->count; k++)
    if (chosen >> k & 1)
      items[count++] = small->problem->candidates[small->candidates[k]];
  return rota_new(small->problem, items, count);
}

static bool in_one_place(const struct rota *rota)
{
  for (int i = 1; i < rota->count; i++)
    if (rota->items[i].clinician == rota->items[i - 1].clinician &&
        rota->items[i].slot == rota->items[i - 1].slot)
      return false;
  return true;
}

/* With the rule hard, or as the example has it. False: it has more candidates than can be tried. */
static bool begin(struct small *small, const struct rule *rule, const struct rule_example *example,
                  bool hard)
{
  small->world = world_of_rule(rule, example);
  small->world->service->uses[0].hard |= hard;
  small->problem = problem_new(small->world->service, small->world->month);
  small->count = 0;
  g_autoptr(GArray) items = world_assignments(small->world, example->candidates);
  small->costs = NULL;
  for (guint i = 0; i < items->len && items->len <= CANDIDATES_MOST; i++) {
    int j = problem_candidate(small->problem, &g_array_index(items, struct assignment, i));
    if (j != NONE)
      small->candidates[small->count++] = j;
  }
  if (small->count == 0)
    return false;
  small->costs = g_new(int64_t, 1U << small->count);
  for (unsigned chosen = 0; chosen < 1U << small->count; chosen++) {
    struct rota *rota = rota_of(small, chosen);
    struct audit *audit = audit_new(small->problem, rota);
    small->costs[chosen] = audit->broken || !in_one_place(rota) ? INT64_MAX : audit->cost;
    audit_free(audit);
    rota_free(rota);
  }
  return true;
}

static void end(struct small *small)
{
  g_free(small->costs);
  problem_free(small->problem);
  world_free(small->world);
}

/* Cells of a clinician and a slot in which the two differ. */
static int changes_between(const struct small *small, unsigned before, unsigned after)
{
  int changes = 0;
  for (int k = 0; k < small->count; k++) {
    const struct assignment *at = &small->problem->candidates[small->candidates[k]];
    bool counted = false, differs = false;
    for (int other = 0; other < small->count; other++) {
      const struct assignment *it = &small->problem->candidates[small->candidates[other]];
      if (it->clinician != at->clinician || it->slot != at->slot)
        continue;
      counted = counted || other < k;
      differs = differs || ((before ^ after) >> other & 1);
    }
    changes += differs && !counted;
  }
  return changes;
}

/* The least cost of a rota with (or without) candidate k, and the fewest changes of such. */
static int64_t enumerate(const struct small *small, unsigned before, int k, bool with, int *changes)
{
  int64_t best = INT64_MAX;
  *changes = 0;
  for (unsigned chosen = 0; chosen < 1U << small->count; chosen++) {
    if ((chosen >> k & 1) != with || small->costs[chosen] == INT64_MAX ||
        ((chosen ^ before) & small->over))
      continue;
    int differ = changes_between(small, before, chosen);
    if (small->costs[chosen] < best || (small->costs[chosen] == best && differ < *changes)) {
      best = small->costs[chosen];
      *changes = differ;
    }
  }
  return best;
}

/* Everything else in the month stays empty, and nobody is in two places: the rule is alone in
 * force, and relies on both. */
static void open_and_bar(struct around *around, const struct small *small)
{
  for (int j = 0; j < small->problem->n_candidates; j++) {
    bool mine = false;
    for (int k = 0; k < small->count; k++)
      mine = mine || small->candidates[k] == j;
    if (!mine)
      around_bar(around, j);
  }
  around_open_all(around);
  const int cells = small->problem->service->n_clinicians * small->problem->month->n_slots;
  for (int cell = 0; cell < cells; cell++) {
    for (int j = small->problem->cell[cell]; j < small->problem->cell[cell + 1]; j++)
      programme_add_term(around->programme, j, -1);
    around_want(around, -1, NONE, NONE);
  }
}

/* Around the rota with, or without, candidate k. */
static void demand(const struct small *small, const struct audit *before, bool with, int k,
                   struct alternative *out)
{
  struct around *around = around_new(before);
  open_and_bar(around, small);
  if (with) {
    programme_add_term(around->programme, small->candidates[k], 1);
    around_want(around, 1, NONE, NONE);
  } else
    around_bar(around, small->candidates[k]);
  around_solve(around, SECONDS, out);
  around_free(around);
}

static void try_one(const struct small *small, const struct audit *before, unsigned chosen, int k)
{
  bool with = !(chosen >> k & 1);
  struct alternative found;
  demand(small, before, with, k, &found);
  int changes;
  int64_t cost = enumerate(small, chosen, k, with, &changes);
  if (cost == INT64_MAX)
    assert_int_equal(found.verdict, BUILD_INFEASIBLE);
  else {
    assert_int_equal(found.verdict, BUILD_DONE);
    assert_true(found.proven);
    assert_int_equal(found.audit->cost, cost);
    assert_int_equal(found.dearer, cost - before->cost);
    assert_int_equal(found.changes->len, changes);
  }
  alternative_clear(&found);
}

/* Around the first lawful rota with more than half of the candidates, or with none. */
static unsigned lawful(const struct small *small)
{
  for (unsigned chosen = (1U << small->count) - 1; chosen > 0; chosen--)
    if (small->costs[chosen] < INT64_MAX)
      return chosen;
  return 0;
}

static void each_demand_costs_what_enumeration_says(void **state)
{
  (void)state;
  int tried = 0;
  for (int r = 0; r < rule_registry_count; r++)
    for (int e = 0; e < EXAMPLES_MAX && rule_registry[r]->examples[e].use; e++) {
      const struct rule_example *example = &rule_registry[r]->examples[e];
      struct small small = {0};
      unsigned chosen;
      if (begin(&small, rule_registry[r], example, false) &&
          small.costs[chosen = lawful(&small)] < INT64_MAX) {
        struct rota *rota = rota_of(&small, chosen);
        struct audit *before = audit_new(small.problem, rota);
        for (int k = 0; k < small.count; k++, tried++)
          try_one(&small, before, chosen, k);
        audit_free(before);
        rota_free(rota);
      }
      end(&small);
    }
  assert_true(tried > 100);
}

/* From the middle of the candidates on. */
static void end_days(struct small *small)
{
  const struct problem *problem = small->problem;
  const struct slot *slots = problem->month->slots;
  small->problem->over_before =
      slots[problem->candidates[small->candidates[small->count / 2]].slot].date;
  for (int k = 0; k < small->count; k++)
    if (problem_is_over(problem, problem->candidates[small->candidates[k]].slot))
      small->over |= 1U << k;
}

static void what_is_over_stays_whatever_it_costs(void **state)
{
  (void)state;
  int tried = 0;
  for (int r = 0; r < rule_registry_count; r++)
    for (int e = 0; e < EXAMPLES_MAX && rule_registry[r]->examples[e].use; e++) {
      struct small small = {0};
      unsigned chosen;
      if (begin(&small, rule_registry[r], &rule_registry[r]->examples[e], false) &&
          small.costs[chosen = lawful(&small)] < INT64_MAX) {
        end_days(&small);
        struct rota *rota = rota_of(&small, chosen);
        struct audit *before = audit_new(small.problem, rota);
        for (int k = 0; k < small.count; k++)
          if (!(small.over >> k & 1)) {
            try_one(&small, before, chosen, k);
            tried += small.over != 0;
          }
        audit_free(before);
        rota_free(rota);
      }
      end(&small);
    }
  assert_true(tried > 50);
}

/* --- around a rota that breaks something ------------------------------------------------- */

/* What each costs that breaks no more than that. */
static void price_beside(struct small *small, const struct audit *before)
{
  for (unsigned chosen = 0; chosen < 1U << small->count; chosen++) {
    struct rota *rota = rota_of(small, chosen);
    struct audit *audit = audit_new(small->problem, rota);
    bool fine = audit_breaks_no_more(audit, before) && in_one_place(rota);
    small->costs[chosen] = fine ? audit->cost : INT64_MAX;
    audit_free(audit);
    rota_free(rota);
  }
}

/* Some with more than half of the candidates that is lawless, and nobody in two places; 0: none. */
static unsigned lawless(const struct small *small)
{
  for (unsigned chosen = (1U << small->count) - 1; chosen > 0; chosen--) {
    struct rota *rota = rota_of(small, chosen);
    bool found = small->costs[chosen] == INT64_MAX && in_one_place(rota);
    rota_free(rota);
    if (found)
      return chosen;
  }
  return 0;
}

static void nothing_around_a_lawless_rota_breaks_more(void **state)
{
  (void)state;
  int tried = 0, cheapest = 0;
  for (int r = 0; r < rule_registry_count; r++)
    for (int e = 0; e < EXAMPLES_MAX && rule_registry[r]->examples[e].use; e++) {
      struct small small = {0};
      unsigned chosen = 0;
      if (begin(&small, rule_registry[r], &rule_registry[r]->examples[e], true))
        chosen = lawless(&small);
      struct rota *rota = chosen ? rota_of(&small, chosen) : NULL;
      struct audit *before = rota ? audit_new(small.problem, rota) : NULL;
      if (before)
        price_beside(&small, before);
      for (int k = 0; before && k < small.count; k++, tried++) {
        struct alternative found;
        int changes;
        int64_t cost = enumerate(&small, chosen, k, !(chosen >> k & 1), &changes);
        demand(&small, before, !(chosen >> k & 1), k, &found);
        bool is_found = found.verdict == BUILD_DONE;
        if (found.verdict == BUILD_REFUSED)
          fail_msg("%s, example %d: %s", rule_registry[r]->name, e, found.reason);
        assert_true(is_found || found.verdict == BUILD_INFEASIBLE ||
                    found.verdict == BUILD_NOTHING);
        assert_true(!is_found || audit_breaks_no_more(found.audit, before));
        assert_true(!is_found || found.audit->cost >= cost);
        cheapest += is_found ? found.audit->cost == cost : cost == INT64_MAX;
        alternative_clear(&found);
      }
      audit_free(before);
      rota_free(rota);
      end(&small);
    }
  print_message("%d of %d as enumeration says\n", cheapest, tried);
  assert_true(tried > 100);
  assert_true(cheapest > tried * 9 / 10);
}

static void what_is_not_open_stays(void **state)
{
  (void)state;
  const struct rule *rule = rule_find("preferences");
  struct small small = {0};
  assert_false(begin(&small, rule, &rule->examples[1], false));
  g_autoptr(GArray) items = world_assignments(small.world, rule->examples[1].good);
  struct rota *rota =
      rota_new(small.problem, (struct assignment *)(gpointer)items->data, (int)items->len);
  struct audit *before = audit_new(small.problem, rota);
  struct around *around = around_new(before);
  struct alternative found;
  around_solve(around, SECONDS, &found);
  assert_int_equal(found.verdict, BUILD_DONE);
  assert_int_equal(found.changes->len, 0);
  assert_int_equal(found.dearer, 0);
  alternative_clear(&found);
  around_free(around);
  audit_free(before);
  rota_free(rota);
  end(&small);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_demand_costs_what_enumeration_says),
      cmocka_unit_test(what_is_over_stays_whatever_it_costs),
      cmocka_unit_test(nothing_around_a_lawless_rota_breaks_more),
      cmocka_unit_test(what_is_not_open_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
