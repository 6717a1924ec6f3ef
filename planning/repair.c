#include "planning/repair.h"

#include "model/formulation.h"
#include "model/splitmix.h"
#include "planning/repair_programme.h"
#include "planning/repair_yield.h"
#include "solver/solver.h"

/* A loss weighs more than all the changes that a month has room for, and one change more than
 * all the losses where gaps are kept. */
enum { WEIGHT = 20000 };

/* A change weighs so much where it matters who steps in. */
enum { RELUCTANCE_MOST = 8 };

enum { AIMS_MOST = 3 };

/* Simplex iterations, for the counts beside placements that are fixed. */
enum { COUNTS_WORK = 1000000 };

/* For what gives in to what is over, where a rota is judged. */
enum { YIELD_SECONDS = 20 };

/* What is at work. */
struct repair {
  const struct repair_request *request;
  struct repair_programme made;
  int64_t *first; /* [columns] the costs of cover and changes together */
  struct solver_stage stages[AIMS_MOST];
  int n_stages;
  bool price_differs; /* of the rota as it is seen from that which was minimised */
  struct repair_result *out;
};

/* How little whoever would step in is preferred, below RELUCTANCE_MOST. */
static int64_t reluctance(const struct repair *repair, int candidate)
{
  const struct problem *problem = repair->request->ground->problem;
  if (repair->request->others == 0 || candidate >= problem->n_candidates ||
      repair->made.changes[candidate] <= 0)
    return 0;
  uint64_t who = (uint64_t)problem->candidates[candidate].clinician + 1;
  uint64_t seed = repair->request->others ^ (who << 32);
  return (int64_t)(splitmix_next(&seed) % RELUCTANCE_MOST);
}

/* Cover and changes are one objective, for the changes guide the search for cover. */
static void weigh(struct repair *repair)
{
  const struct repair_programme *made = &repair->made;
  bool keep_gaps = repair->request->keep_gaps;
  int64_t loss = keep_gaps ? 1 : WEIGHT, change = keep_gaps ? WEIGHT : 1;
  int64_t step = repair->request->others == 0 ? 1 : RELUCTANCE_MOST;
  int columns = made->programme->n_columns;
  repair->first = g_new(int64_t, (gsize)columns + 1);
  for (int j = 0; j < columns; j++)
    repair->first[j] =
        step * (loss * made->losses[j] + change * made->changes[j]) + reluctance(repair, j);
}

static void plan(struct repair *repair)
{
  const struct repair_request *request = repair->request;
  repair_programme_make(request->ground, &repair->made);
  weigh(repair);
  if (request->budget != REPAIR_ANY)
    repair_programme_limit(&repair->made, request->budget);
  repair->stages[repair->n_stages++].costs = repair->first;
  if (request->cover_alone)
    return;
  if (repair->made.booked)
    repair->stages[repair->n_stages++].costs = repair->made.booked;
  repair->stages[repair->n_stages++].costs = repair->made.price;
}

static int64_t sum(const int64_t *costs, const int64_t *x, int count)
{
  int64_t out = 0;
  for (int j = 0; j < count; j++)
    out += costs[j] * x[j];
  return out;
}

/* The counts at their cheapest beside the placements, which an unfinished search leaves behind. */
static enum status settle(struct repair *repair, int64_t *x)
{
  struct repair_programme *made = &repair->made;
  struct solver_settings settings = build_solver_settings(repair->request->settings);
  struct solver_stage stage = {.costs = made->price};
  enum solver_verdict verdict;
  settings.stop = NULL;
  repair_programme_fix(made, x);
  return solver_solve_stages(made->programme, &settings, x, &stage, 1, x, &verdict);
}

static void find_losses(struct repair *repair, const int64_t *x)
{
  const struct repair_programme *made = &repair->made;
  struct repair_result *out = repair->out;
  for (int j = 0; j < made->n_columns; j++) {
    const struct column *column = &made->programme->columns[j];
    struct repair_loss loss = {column->label, column->need * (x[j] - made->missing[j])};
    if (loss.missing <= 0)
      continue;
    out->lost.value += loss.missing;
    g_array_append_val(out->losses, loss);
  }
}

static void take_aims(struct repair *repair, const int64_t *x)
{
  const struct repair_programme *made = &repair->made;
  struct repair_result *out = repair->out;
  int columns = made->programme->n_columns;
  const struct solver_stage *last = &repair->stages[repair->n_stages - 1];
  find_losses(repair, x);
  out->lost.proven = out->changes.proven = repair->stages[0].proven;
  out->changes.value = repair_ground_changes(repair->request->ground, out->rota);
  out->booked.proven = repair->stages[0].proven && repair->stages[repair->n_stages > 2].proven;
  if (made->booked)
    out->booked.value = made->kept_booked + sum(made->booked, x, columns);
  out->price = (struct repair_aim){out->audit->cost, out->booked.proven && last->proven &&
                                                         !repair->price_differs &&
                                                         !repair->request->cover_alone};
}

static void refuse(struct repair *repair, enum build_verdict verdict, const char *reason)
{
  repair->out->verdict = verdict;
  repair->out->reason = g_strdup(reason);
}

/* As everybody else sees the rota: without what was worked among the month's candidates, which can
 * make satisfaction another. */
static void see_plainly(struct repair *repair, int64_t objective)
{
  const struct problem *plain = repair->request->ground->plain;
  struct repair_result *out = repair->out;
  struct rota *rota = rota_new(plain, out->rota->items, out->rota->count);
  audit_free(out->audit);
  rota_free(out->rota);
  out->rota = rota;
  out->audit = audit_new(plain, rota);
  repair->price_differs = out->audit->cost != objective;
}

static void deliver(struct repair *repair, int64_t *x)
{
  const struct repair_ground *ground = repair->request->ground;
  struct repair_result *out = repair->out;
  if (settle(repair, x) != STATUS_OK) {
    refuse(repair, BUILD_FAILED, "the solver failed");
    return;
  }
  int64_t objective = sum(repair->made.price, x, repair->made.programme->n_columns);
  out->rota = formulation_rota(ground->problem, x);
  out->audit = audit_new(ground->problem, out->rota);
  if (out->audit->cost != objective) {
    out->verdict = BUILD_REFUSED;
    out->reason = build_disagreement_words(objective, out->audit->cost);
  }
  if (ground->worked)
    see_plainly(repair, objective);
  take_aims(repair, x);
}

/* Nothing lawful: which rules are at odds, with the past days as they are. */
static void explain(struct repair *repair)
{
  const struct repair_ground *ground = repair->request->ground;
  const struct build_request request = {.problem = ground->problem,
                                        .programme = repair->made.programme,
                                        .settings = repair->request->settings};
  struct build_result result;
  char today[DATE_TEXT_SIZE];
  build_rota(&request, &result);
  g_autofree char *beside =
      ground->today > ground->problem->month->days[0].date
          ? g_strdup_printf("Days before %s stay as they are.\n", date_format(ground->today, today))
          : g_strdup("");
  g_autofree char *reason = g_strconcat(beside,
                                        result.verdict == BUILD_INFEASIBLE
                                            ? result.reason
                                            : "No lawful rota keeps what has to be kept.\n",
                                        NULL);
  refuse(repair, BUILD_INFEASIBLE, reason);
  build_result_clear(&result);
}

/* Within a budget the fewest changes are no aim: what is left of it may be spent on the price. */
static void spend_rest(struct repair *repair, const int64_t *x)
{
  const struct repair_programme *made = &repair->made;
  int64_t changes = made->kept + sum(made->changes, x, made->programme->n_columns);
  repair->stages[0].slack =
      (repair->request->budget - changes) * (repair->request->keep_gaps ? WEIGHT : 1);
}

static enum status search(struct repair *repair, int64_t *x, enum solver_verdict *verdict)
{
  const struct solver_settings settings = build_solver_settings(repair->request->settings);
  const struct repair_programme *made = &repair->made;
  if (repair->request->budget != REPAIR_ANY) {
    enum status status =
        solver_solve_stages(made->programme, &settings, made->start, repair->stages, 1, x, verdict);
    if (status != STATUS_OK || *verdict == SOLVER_INFEASIBLE || *verdict == SOLVER_NOTHING)
      return status;
    spend_rest(repair, x);
  }
  return solver_solve_stages(made->programme, &settings, made->start, repair->stages,
                             repair->n_stages, x, verdict);
}

static void solve(struct repair *repair)
{
  const struct repair_programme *made = &repair->made;
  g_autofree int64_t *x =
      g_memdup2(made->start, sizeof *made->start * ((gsize)made->programme->n_columns + 1));
  enum solver_verdict verdict = SOLVER_NOTHING;
  enum status status = search(repair, x, &verdict);
  if (status == STATUS_OK && verdict == SOLVER_INFEASIBLE &&
      repair_yield(&repair->made, repair->request->settings))
    status = search(repair, x, &verdict);
  if (status != STATUS_OK)
    refuse(repair, BUILD_FAILED, "the solver failed");
  else if (verdict == SOLVER_INFEASIBLE)
    explain(repair);
  else if (verdict == SOLVER_NOTHING)
    refuse(repair, BUILD_NOTHING,
           "no lawful repair was found in the time; give it more with --time");
  else
    deliver(repair, x);
}

void repair_rota(const struct repair_request *request, struct repair_result *out)
{
  struct repair repair = {.request = request, .out = out};
  gint64 began_us = g_get_monotonic_time();
  *out = (struct repair_result){.verdict = BUILD_DONE,
                                .losses = g_array_new(FALSE, FALSE, sizeof(struct repair_loss))};
  plan(&repair);
  solve(&repair);
  g_free(repair.first);
  repair_programme_clear(&repair.made);
  out->seconds = (double)(g_get_monotonic_time() - began_us) / 1e6;
}

/* --- a rota that is there already ---------------------------------------------- */

/* Fixes the placements as in the rota; false: one of them can't be so. */
static bool place(const struct repair_ground *ground, const struct rota *rota,
                  struct repair_programme *made)
{
  const struct problem *problem = ground->problem;
  g_autofree int64_t *x = g_new0(int64_t, (gsize)made->programme->n_columns + 1);
  bool out = true;
  for (int i = 0; i < rota->count && out; i++) {
    int column = problem_candidate(problem, &rota->items[i]);
    out = column != NONE && x[column] == 0; /* a table may say one twice */
    if (out)
      x[column] = 1;
  }
  for (int j = 0; j < problem->n_candidates && out; j++) {
    const struct column *column = &made->programme->columns[j];
    out = x[j] >= column->lower && x[j] <= column->upper;
  }
  if (out)
    repair_programme_fix(made, x);
  return out;
}

/* Do the rows let the rota be; with `yield`, once they have given in to what is over? */
static bool allows(const struct repair_ground *ground, const struct rota *rota, bool yield)
{
  const struct build_settings settings = {
      .seconds = YIELD_SECONDS, .threads = 1, .seed = 1, .deterministic = TRUE};
  struct repair_programme made;
  struct solver_result result = {0};
  repair_programme_make(ground, &made);
  bool out = (!yield || repair_yield(&made, &settings)) && place(ground, rota, &made) &&
             solver_solve_exactly(made.programme, COUNTS_WORK, 0, &result) == STATUS_OK &&
             (result.verdict == SOLVER_OPTIMAL || result.verdict == SOLVER_FEASIBLE);
  solver_result_clear(&result);
  repair_programme_clear(&made);
  return out;
}

bool repair_allows(const struct repair_ground *ground, const struct rota *rota)
{
  return allows(ground, rota, false) || allows(ground, rota, true);
}

void repair_result_clear(struct repair_result *result)
{
  g_free(result->reason);
  audit_free(result->audit);
  rota_free(result->rota);
  if (result->losses)
    g_array_unref(result->losses);
  *result = (struct repair_result){0};
}
