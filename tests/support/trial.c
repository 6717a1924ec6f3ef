#include "tests/support/trial.h"

#include "model/audit.h"
#include "model/formulation.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/exact.h"

#include <inttypes.h>

void trial_begin(struct trial *trial, const struct rule *rule, const struct rule_example *example,
                 bool hard)
{
  *trial = (struct trial){.world = world_of_rule(rule, example)};
  trial->world->service->uses[0].hard = hard;
  trial->world->service->uses[0].weight = TRIAL_WEIGHT;
  trial->problem = problem_new(trial->world->service, trial->world->month);
  trial->programme = formulation_build(trial->problem);
  trial->switched = world_assignments(trial->world, example->candidates);
  assert_in_range(trial->switched->len, 1, TRIAL_CANDIDATES_MAX);
  for (guint i = 0; i < trial->switched->len; i++) {
    const struct assignment *item = &g_array_index(trial->switched, struct assignment, i);
    int column = problem_candidate(trial->problem, item);
    trial->column_of[i] = column == NONE ? NONE : trial->n_columns;
    if (column != NONE)
      trial->columns[trial->n_columns++] = column;
  }
}

void trial_end(struct trial *trial)
{
  g_array_unref(trial->switched);
  programme_free(trial->programme);
  problem_free(trial->problem);
  world_free(trial->world);
}

/* The rota of a subset of the candidates; rota_free it. */
static struct rota *make_rota(const struct trial *trial, uint32_t chosen)
{
  struct assignment items[TRIAL_CANDIDATES_MAX];
  int count = 0;
  for (guint i = 0; i < trial->switched->len; i++)
    if (chosen >> i & 1)
      items[count++] = g_array_index(trial->switched, struct assignment, i);
  return rota_new(trial->problem, items, count);
}

static bool in_one_place(const struct rota *rota)
{
  for (int i = 1; i < rota->count; i++)
    if (rota->items[i].clinician == rota->items[i - 1].clinician &&
        rota->items[i].slot == rota->items[i - 1].slot)
      return false;
  return true;
}

/* Translates a subset of the candidates into one of the columns; false where a
 * candidate has no column. */
static bool find_columns(const struct trial *trial, uint32_t chosen, uint32_t *on)
{
  *on = 0;
  for (guint i = 0; i < trial->switched->len; i++) {
    if (!(chosen >> i & 1))
      continue;
    if (trial->column_of[i] == NONE)
      return false;
    *on |= UINT32_C(1) << trial->column_of[i];
  }
  return true;
}

struct verdict {
  bool accepted;
  int64_t cost; /* where accepted */
};

static bool same_verdict(struct verdict a, struct verdict b)
{
  return a.accepted == b.accepted && (!a.accepted || a.cost == b.cost);
}

static struct verdict verdict_of_check(const struct trial *trial, const struct rota *rota)
{
  struct audit *audit = audit_new(trial->problem, rota);
  struct verdict verdict = {audit->broken == 0, audit->cost};
  audit_free(audit);
  return verdict;
}

static void print_rota(const struct trial *trial, const struct rota *rota)
{
  const struct service *service = trial->world->service;
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[i];
    char slot[32];
    print_error("    %s %s %s %s\n", service->clinicians[item->clinician].id,
                month_slot_format(trial->world->month, service, item->slot, slot),
                service->tasks[item->task].id, service->sites[item->site].id);
  }
}

static void print_findings(const struct trial *trial, const struct rota *rota)
{
  struct audit *audit = audit_new(trial->problem, rota);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    print_error("    check: %" PRId64 " at %" PRId64 ": %s\n", finding->violation, finding->price,
                finding->text);
  }
  audit_free(audit);
}

static void print_verdict(const char *who, struct verdict verdict)
{
  if (verdict.accepted)
    print_error("    %s: accepted at a cost of %" PRId64 "\n", who, verdict.cost);
  else
    print_error("    %s: refused\n", who);
}

static void compare_rota(const struct trial *trial, struct exact *exact, uint32_t chosen, bool loud,
                         struct comparison *out)
{
  uint32_t on;
  bool known = find_columns(trial, chosen, &on);
  const struct rule_use *use = &trial->world->service->uses[0];
  if (!known && !use->hard)
    return; /* no column says what it would cost */
  struct rota *rota = make_rota(trial, chosen);
  if (use->rule->firm || in_one_place(rota)) {
    struct verdict rows = {.accepted = false};
    rows.accepted = known && exact_least_cost(exact, on, &rows.cost);
    struct verdict check = verdict_of_check(trial, rota);
    out->rotas++;
    if (!same_verdict(rows, check) && out->disagreements++ == 0 && loud) {
      print_error("  %s, %s, at the rota\n", use->rule->name, use->hard ? "hard" : "soft");
      print_rota(trial, rota);
      print_verdict("rows", rows);
      print_verdict("check", check);
      print_findings(trial, rota);
    }
  }
  rota_free(rota);
}

struct comparison trial_compare(const struct trial *trial, const struct programme *programme,
                                bool loud)
{
  struct comparison out = {0, 0};
  struct exact *exact = exact_new(programme, trial->columns, trial->n_columns);
  uint32_t all = UINT32_C(1) << trial->switched->len;
  uint32_t step = loud ? cases_step(all) : 1; /* one that disagrees may be the only one */
  for (uint32_t chosen = 0; chosen < all; chosen += step) {
    compare_rota(trial, exact, chosen, loud, &out);
    if (!loud && out.disagreements > 0)
      break;
  }
  exact_free(exact);
  return out;
}
