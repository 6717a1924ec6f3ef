/* Whatever rule days past break, and however, nothing they break makes the days to come impossible:
 * every use of every rule's examples, hard, over what was drawn as worked. What the repair breaks
 * is held against the past alone by the checks, which read no row. */
#include "inputs/published.h"
#include "model/rule.h"
#include "planning/repair.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

enum { PASTS = 7, PASTS_LEAST = 2, SECONDS = 5 };

struct tried {
  int pasts, broken; /* how many; in how many a hard limit is */
};

/* The example's world with the use hard. */
static struct world *hard_world(const struct rule *rule, const struct rule_example *example)
{
  g_autofree char *rules =
      g_strdup_printf("[{%s: %s}%s%s]", rule->name, example->use, example->beside ? ", " : "",
                      example->beside ? example->beside : "");
  struct world *world = world_new(example, rules);
  for (int u = 0; u < world->service->n_uses; u++)
    if (world->service->uses[u].rule == rule)
      world->service->uses[u].hard = true;
  return world;
}

/* One of each cell at most, each with a chance of `share` in 4. */
static GArray *draw(const GArray *items, GRand *dice, int share)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < items->len; i++) {
    const struct assignment *at = &g_array_index(items, struct assignment, i);
    bool taken = g_rand_int_range(dice, 0, 4) >= share;
    for (guint k = 0; k < out->len && !taken; k++) {
      const struct assignment *other = &g_array_index(out, struct assignment, k);
      taken = other->clinician == at->clinician && other->slot == at->slot;
    }
    if (!taken)
      g_array_append_val(out, *at);
  }
  return out;
}

static struct rota *rota_of(const struct problem *problem, const GArray *items)
{
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}

static void repair(const struct problem *problem, const struct rota *rota, int today,
                   struct repair_result *out)
{
  const struct build_settings settings = {
      .seconds = SECONDS, .threads = 1, .seed = 1, .deterministic = TRUE};
  struct repair_ground *ground = repair_ground_of_rota(problem, rota, today, G_MAXINT);
  const struct repair_request request = {
      .ground = ground, .settings = &settings, .budget = REPAIR_ANY};
  repair_rota(&request, out);
  repair_ground_free(ground);
}

/* Fails the test where a hard limit is broken that the past alone keeps, or further. */
static void assert_breaks_no_more(const struct audit *audit, const struct audit *alone,
                                  const char *name)
{
  if (audit_breaks_no_more(audit, alone))
    return;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *one = &g_array_index(audit->findings, struct finding, i);
    if (one->price == PRICE_HARD)
      print_error("%s: %s\n", name, one->text);
  }
  fail_msg("%s: that is more than the past breaks by itself", name);
}

/* Is there a lawful rota at all, before anything is worked? */
static bool is_lawful_alone(const struct world *world)
{
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *nothing = rota_new(problem, NULL, 0);
  struct repair_result result;
  repair(problem, nothing, DATE_NONE, &result);
  bool out = result.verdict == BUILD_DONE;
  repair_result_clear(&result);
  rota_free(nothing);
  problem_free(problem);
  return out;
}

static void try_past(const struct world *world, const struct rule *rule, int example,
                     const GArray *past, struct tried *tried)
{
  const struct assignment *items = (const struct assignment *)(const void *)past->data;
  struct problem *problem = problem_new_worked(world->service, world->month, items, (int)past->len);
  struct rota *rota = rota_of(problem, past);
  int last = rota->count ? world->month->days[0].date : DATE_NONE;
  for (int i = 0; i < rota->count; i++)
    last = MAX(last, world->month->slots[rota->items[i].slot].date);
  struct audit *alone = audit_new(problem, rota);
  g_autofree char *name =
      g_strdup_printf("%s, example %d, with %u past", rule->name, example, past->len);
  struct repair_result result;
  repair(problem, rota, last + 1, &result);
  if (result.verdict != BUILD_DONE)
    fail_msg("%s: %s", name, result.reason);
  assert_breaks_no_more(result.audit, alone, name);
  for (int i = 0; i < rota->count; i++) {
    int count;
    const struct assignment *now =
        rota_at(result.rota, rota->items[i].clinician, rota->items[i].slot, &count);
    assert_true(count == 1 && now->task == rota->items[i].task && now->site == rota->items[i].site);
  }
  tried->pasts++;
  tried->broken += result.audit->broken > 0;
  repair_result_clear(&result);
  audit_free(alone);
  rota_free(rota);
  problem_free(problem);
}

static void try_example(const struct rule *rule, int number, struct tried *tried)
{
  const struct rule_example *example = &rule->examples[number];
  struct world *world = hard_world(rule, example);
  GRand *dice = g_rand_new_with_seed((guint32)number + 1);
  g_autoptr(GArray) items = world_assignments(world, example->candidates);
  g_autoptr(GArray) bad = world_assignments(world, example->bad ? example->bad : "");
  int pasts = MAX(cases_tried(PASTS), PASTS_LEAST);
  for (int i = 0; i < pasts && is_lawful_alone(world); i++) {
    g_autoptr(GArray) drawn = draw(i == 0 ? bad : items, dice, i == 0 ? 4 : 1 + i % 3);
    try_past(world, rule, number, drawn, tried);
  }
  g_rand_free(dice);
  world_free(world);
}

static void no_past_makes_what_is_to_come_impossible(void **state)
{
  struct tried tried = {0};
  (void)state;
  for (int r = 0; r < rule_registry_count; r++)
    for (int e = 0; e < EXAMPLES_MAX && rule_registry[r]->examples[e].use; e++)
      try_example(rule_registry[r], e, &tried);
  print_message("%d pasts, of which %d break a hard limit\n", tried.pasts, tried.broken);
  assert_true(tried.broken > tried.pasts / 4);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_past_makes_what_is_to_come_impossible),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
