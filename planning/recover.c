#include "planning/recover.h"

#include "inputs/recovery_file.h"
#include "planning/recover_answers.h"
#include "planning/recover_build.h"

#include <string.h>

/* A plan is made again, with what its months turned out to bring, at most so many times. */
enum { ROUNDS_MOST = 3 };

struct recovering {
  const struct recover_request *request;
  struct recover_ground *ground;
  struct recover_item first;   /* the month as it is */
  struct variant **trials;     /* [levers of the problem] with one unit; NULL: not measured */
  bool unmeasured;             /* a search found too little to say what some lever gives */
  struct recover_item *months; /* [n_months] of the plan, built; NULL: not yet */
  recovery_units *built;       /* [levers * n_months] the units they were built with */
  struct recovery_plan plan;
  struct recovery_supply supply; /* of the plan as it is thought, then as it is built */
};

/* --- what each lever gives ------------------------------------------------------------ */

/* Tries to read each lever's changes, of an event in its month and else in the first. */
static void read_trials(struct recovering *at, struct diagnostics *diagnostics)
{
  const struct recovery_problem *problem = &at->ground->problem;
  at->trials = g_new0(struct variant *, problem->n_levers + 1);
  for (int l = 0; l < problem->n_levers; l++) {
    const struct recovery_lever_line *line = &at->ground->file->levers[at->ground->origins[l].line];
    int month = MAX(problem->levers[l].only_month, 0);
    recovery_units *units = g_new0(recovery_units, problem->n_levers * problem->n_months);
    units[l * problem->n_months + month] = 1;
    struct variant *trial = recover_variant(at->ground, month, units, diagnostics);
    if (trial && !recover_has_areas_of(trial->service, at->ground->as_it_is->service))
      diagnostics_error(diagnostics, line->where,
                        "a lever of a plan can't change who is seen where: its localities would "
                        "wait in other lists");
    if (line->is_measured && !line->has_gives)
      at->trials[l] = g_steal_pointer(&trial);
    variant_free(trial);
    g_free(units);
  }
}

/* So far is looked ahead of a month with a lever: to the ordinary weeks that follow it. */
enum { WEEKS_AFTER = 6 };

/* Whom a call settles, or validation takes off, needs no slot: here such a person counts as one. */
static void take_gain(const struct recovering *at, const struct capacity *with,
                      struct recovery_lever *lever)
{
  struct recover_offer more, now;
  recover_usual(at->ground, with, &more);
  recover_usual(at->ground, at->first.capacity, &now);
  for (int a = 0; a < at->ground->problem.n_areas; a++)
    lever->new_slots[a] =
        more.new_slots[a] + more.attendees[a] - now.new_slots[a] - now.attendees[a];
  lever->follow_ups = more.follow_ups - now.follow_ups;
  lever->lost_fcp = MAX(0, now.fcp - more.fcp);
}

/* A search that failed is never an answer: what it says of a lever proves nothing. */
static void tell_unmeasured(struct recovering *at, int lever, const struct outcome *outcome,
                            struct diagnostics *diagnostics)
{
  struct where where = at->ground->file->levers[at->ground->origins[lever].line].where;
  if (outcome->status == OUTCOME_BUILT)
    return;
  if (outcome->status == OUTCOME_UNLAWFUL) {
    diagnostics_warning(diagnostics, where, "no lawful rota has this: it gives nothing");
    return;
  }
  at->unmeasured = true;
  diagnostics_warning(diagnostics, where,
                      outcome->status == OUTCOME_UNSTAFFED
                          ? "in the rota found with this an event is not staffed, and might have "
                            "been: what it gives is not known well; give it more --time"
                          : "no rota was found with this: it is taken to give nothing; give it "
                            "more --time");
}

/* A lever gives what ordinary weeks with one unit of it offer more. */
static void measure(struct recovering *at, struct recovery *out, struct diagnostics *diagnostics)
{
  int levers = at->ground->problem.n_levers, count = 0;
  struct recover_item *items = g_new0(struct recover_item, levers + 1);
  int *of = g_new0(int, levers + 1);
  for (int l = 0; l < levers; l++)
    if (at->trials[l]) {
      of[count] = l;
      items[count++].variant = g_steal_pointer(&at->trials[l]);
    }
  recover_build(items, count, at->request->build, at->first.words,
                &(struct recover_ahead){WEEKS_AFTER, at->first.outcome}, at->request->measuring);
  for (int i = 0; i < count; i++) {
    struct recovery_lever *lever = &at->ground->levers[of[i]];
    if (items[i].capacity)
      take_gain(at, items[i].capacity, lever);
    if (items[i].outcome)
      tell_unmeasured(at, of[i], items[i].outcome, diagnostics);
    out->open += items[i].open;
    recover_item_clear(&items[i]);
  }
  out->open += at->first.open;
  out->measured = 1 + count;
  g_free(of);
  g_free(items);
}

/* --- the base --------------------------------------------------------------------------- */

/* What the built months offer beyond what was thought is the base's from now on. */
static void take_difference(struct recovering *at, const struct recovery_supply *built)
{
  struct recover_ground *ground = at->ground;
  for (int w = 0; w < ground->problem.n_weeks; w++) {
    for (int a = 0; a < built->n_areas; a++) {
      const struct recovery_flow *is = &built->of[a], *was = &at->supply.of[a];
      ground->each[a].new_slots[w] += is->new_slots[w] - was->new_slots[w];
      ground->each[a].attendees[w] += is->attendees[w] - was->attendees[w];
    }
    ground->follow_ups[w] += built->follow_ups[w] - at->supply.follow_ups[w];
  }
}

/* --- the months of the plan --------------------------------------------------------------- */

static void clear_months(struct recovering *at)
{
  for (int m = 0; at->months && m < at->ground->problem.n_months; m++)
    recover_item_clear(&at->months[m]);
  g_free(at->months);
  g_free(at->built);
}

/* Was the month built before with the same levers? */
static bool is_the_same(const struct recovering *at, int month)
{
  const struct recovery_problem *problem = &at->ground->problem;
  if (!at->built || !at->months[month].capacity)
    return false;
  for (int l = 0; l < problem->n_levers; l++)
    if (at->built[l * problem->n_months + month] != at->plan.units[l * problem->n_months + month])
      return false;
  return true;
}

/* Builds the months that the plan says, but for those that stay; false: some has no rota. */
static bool build_months(struct recovering *at, struct diagnostics *diagnostics)
{
  int count = at->ground->problem.n_months, levers = at->ground->problem.n_levers, n_new = 0;
  struct recover_item *fresh = g_new0(struct recover_item, count);
  bool all = true;
  at->months = at->months ? at->months : g_new0(struct recover_item, count);
  for (int m = 0; m < count; m++)
    if (!is_the_same(at, m)) {
      fresh[n_new].month = m;
      fresh[n_new].variant = recover_variant(at->ground, m, at->plan.units, diagnostics);
      all = all && fresh[n_new++].variant;
    }
  if (all)
    recover_build(fresh, n_new, at->request->build, at->first.words, NULL, at->request->proving);
  for (int i = 0; i < n_new; i++) {
    recover_item_clear(&at->months[fresh[i].month]);
    at->months[fresh[i].month] = fresh[i];
    all = all && fresh[i].capacity;
  }
  g_free(fresh);
  g_free(at->built);
  at->built = g_memdup2(at->plan.units, sizeof *at->built * (gsize)(count * levers));
  return all;
}

/* Do the built months meet the goals as surely as asked? */
static bool is_kept(const struct recovering *at, const struct recovery *out)
{
  for (int g = 0; g < out->n_goals; g++)
    if (!recovery_is_met(&out->goals[g].built, out->sure_percent))
      return false;
  return at->plan.end == RECOVERY_PLANNED;
}

static enum status make_plan(struct recovering *at)
{
  const struct recovery_settings settings = {at->ground->file->sure_percent,
                                             (uint64_t)at->request->build->seed};
  recovery_plan_clear(&at->ground->problem, &at->plan);
  enum status status = recovery_plan_make(&at->ground->problem, &settings, &at->plan);
  if (status != STATUS_OK)
    return status;
  recovery_supply_clear(&at->supply);
  recovery_supply_make(&at->ground->problem, at->plan.units, &at->supply);
  return STATUS_OK;
}

static void prove(struct recovering *at, struct recovery *out, struct diagnostics *diagnostics,
                  bool *again)
{
  struct recovery_supply built;
  *again = false;
  if (!build_months(at, diagnostics))
    return;
  recover_built_supply(at->ground, at->months, at->plan.units, &built);
  recover_answers_built(at->ground, &built, (uint64_t)at->request->build->seed, out);
  *again = at->plan.end == RECOVERY_PLANNED && !is_kept(at, out);
  if (*again)
    take_difference(at, &built);
  recovery_supply_clear(&at->supply);
  at->supply = built;
}

static enum status plan_and_prove(struct recovering *at, struct recovery *out,
                                  struct diagnostics *diagnostics)
{
  bool again = true;
  recover_answers_as_it_is(at->ground, (uint64_t)at->request->build->seed, out);
  while (again && out->rounds < ROUNDS_MOST) {
    enum status status = make_plan(at);
    if (status != STATUS_OK)
      return status;
    out->rounds++;
    recover_answers_planned(at->ground, &at->plan, out);
    again = false;
    if (at->request->prove)
      prove(at, out, diagnostics, &again);
  }
  out->proven = out->proven && !at->unmeasured;
  recover_answers_levers(at->ground, &at->plan, out);
  recover_answers_months(at->ground, &at->plan, at->months, out);
  recover_answers_weeks(at->ground, &at->supply, out);
  return STATUS_OK;
}

/* --- all of it ------------------------------------------------------------------------------ */

static enum status run(struct recovering *at, struct diagnostics *diagnostics,
                       struct recovery **out)
{
  read_trials(at, diagnostics);
  if (diagnostics_errors(diagnostics) > 0)
    return STATUS_BAD_INPUT;
  at->first.variant = g_steal_pointer(&at->ground->as_it_is);
  recover_build_first(&at->first, at->request->build, at->request->directory,
                      at->ground->problem.n_weeks);
  struct recovery *recovery = recover_answers_new(at->ground, at->first.variant->service);
  enum status status = STATUS_OK;
  if (at->first.capacity) {
    recover_ground_take_base(at->ground, at->first.capacity);
    measure(at, recovery, diagnostics);
    status = plan_and_prove(at, recovery, diagnostics);
  } else {
    const char *reason = at->first.outcome->reason;
    recovery->fault = g_strdup(reason ? reason : "there is no rota of the month as it is");
  }
  if (status == STATUS_OK)
    *out = recovery;
  else
    recovery_free(recovery);
  return status;
}

enum status recover(const struct recover_request *request, struct diagnostics *diagnostics,
                    struct recovery **out)
{
  struct recover_ground ground;
  struct recovering at = {.request = request, .ground = &ground};
  enum status status = recover_ground_read(request, diagnostics, &ground);
  if (status == STATUS_OK)
    status = run(&at, diagnostics, out);
  for (int l = 0; at.trials && l < ground.problem.n_levers; l++)
    variant_free(at.trials[l]);
  g_free(at.trials);
  clear_months(&at);
  recovery_plan_clear(&ground.problem, &at.plan);
  recovery_supply_clear(&at.supply);
  recover_item_clear(&at.first);
  recover_ground_clear(&ground);
  return status;
}
