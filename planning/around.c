#include "planning/around.h"

#include "model/formulation.h"
#include "planning/repair_past.h"
#include "solver/solver.h"

/* --- what is open, what is demanded ------------------------------------------ */

static size_t cell_of(const struct around *around, int clinician, int slot)
{
  return (size_t)clinician * (size_t)around->problem->month->n_slots + (size_t)slot;
}

static bool is_of_same_cell(const struct assignment *a, const struct assignment *b)
{
  return a->clinician == b->clinician && a->slot == b->slot;
}

bool around_is_possible(const struct audit *before)
{
  const struct assignment *items = before->rota->items;
  for (int i = 0; i < before->rota->count; i++)
    if (problem_candidate(before->problem, &items[i]) == NONE ||
        (i > 0 && is_of_same_cell(&items[i], &items[i - 1])))
      return false;
  return true;
}

static struct problem *problem_with_barred(const struct audit *before)
{
  const struct problem *problem = before->problem;
  g_autoptr(GArray) barred = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int i = 0; i < before->rota->count; i++)
    if (problem_candidate(problem, &before->rota->items[i]) == NONE)
      g_array_append_val(barred, before->rota->items[i]);
  return problem_new_worked(problem->service, problem->month,
                            (const struct assignment *)(const void *)barred->data,
                            (int)barred->len);
}

struct audit *around_audit_new(const struct audit *before, int today, struct problem **problem)
{
  *problem = NULL;
  if (today == DATE_NONE && around_is_possible(before))
    return NULL;
  *problem = problem_with_barred(before);
  (*problem)->over_before = today;
  return audit_new(*problem, before->rota);
}

struct programme *around_programme_new(const struct audit *before, int64_t **values)
{
  struct programme *out = formulation_build(before->problem);
  *values = build_start_values(before->problem, out, before->rota);
  if (before->broken > 0)
    repair_past_allow(out, *values);
  for (int j = 0; j < before->problem->n_candidates; j++)
    if (problem_is_over(before->problem, before->problem->candidates[j].slot))
      out->columns[j].lower = out->columns[j].upper = (*values)[j];
  return out;
}

struct around *around_new(const struct audit *before)
{
  struct around *around = g_new0(struct around, 1);
  around->problem = before->problem;
  around->before = before;
  around->programme = around_programme_new(before, &around->values);
  around->open = g_new0(bool, cell_of(around, before->problem->service->n_clinicians, 0) + 1);
  return around;
}

void around_free(struct around *around)
{
  if (!around)
    return;
  programme_free(around->programme);
  g_free(around->values);
  g_free(around->open);
  g_free(around);
}

void around_open_clinician(struct around *around, int clinician)
{
  for (int s = 0; s < around->problem->month->n_slots; s++)
    around->open[cell_of(around, clinician, s)] = true;
}

void around_open_cell(struct around *around, int clinician, int slot)
{
  around->open[cell_of(around, clinician, slot)] = true;
}

void around_open_slot(struct around *around, int slot)
{
  for (int c = 0; c < around->problem->service->n_clinicians; c++)
    around->open[cell_of(around, c, slot)] = true;
}

void around_open_all(struct around *around)
{
  for (int c = 0; c < around->problem->service->n_clinicians; c++)
    around_open_clinician(around, c);
}

void around_bar(struct around *around, int candidate)
{
  const struct assignment *at = &around->problem->candidates[candidate];
  if (problem_is_over(around->problem, at->slot))
    return;
  around->programme->columns[candidate].upper = 0;
  around->open[cell_of(around, at->clinician, at->slot)] = true;
}

void around_want(struct around *around, int64_t least, int clinician, int slot)
{
  struct label label = LABEL_NONE;
  label.clinician = clinician;
  label.slot = slot;
  programme_add_row(around->programme, least, PROGRAMME_INFINITY, label);
}

/* --- the programme with all else fixed ---------------------------------------- */

/* Borrows rows and terms; the columns are its own, for g_free. */
static struct programme narrowed(const struct around *around)
{
  struct programme out = *around->programme;
  const struct problem *problem = around->problem;
  out.columns = g_memdup2(out.columns, sizeof *out.columns * (gsize)out.n_columns);
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    if (!around->open[cell_of(around, at->clinician, at->slot)])
      out.columns[j].lower = out.columns[j].upper = around->values[j];
  }
  return out;
}

/* --- what differs -------------------------------------------------------------- */

static void note(const struct rota *rota, int clinician, int slot, int *task, int *site)
{
  int count;
  const struct assignment *items = rota_at(rota, clinician, slot, &count);
  *task = count ? items[0].task : NONE;
  *site = count ? items[0].site : NONE;
}

static GArray *changes_new(const struct rota *before, const struct rota *after,
                           const struct problem *problem)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct around_change));
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int c = 0; c < problem->service->n_clinicians; c++) {
      struct around_change change = {.clinician = c, .slot = s};
      note(before, c, s, &change.task_before, &change.site_before);
      note(after, c, s, &change.task_after, &change.site_after);
      if (change.task_before != change.task_after || change.site_before != change.site_after)
        g_array_append_val(out, change);
    }
  return out;
}

/* --- solving ------------------------------------------------------------------- */

/* What a second of searching stands for: work is counted, so that the same question has the same
 * answer on any machine. */
enum { ITERATIONS_PER_SECOND = 2000 };

/* The price comes first, whatever it takes; then each place that is other than before costs one,
 * less one for each that is kept. */
static void weigh(const struct around *around, struct programme *programme)
{
  const struct problem *problem = around->problem;
  const struct rota *before = around->before->rota;
  int64_t weight = 2 * (int64_t)cell_of(around, problem->service->n_clinicians, 0) + 1;
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost *= weight;
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    int count;
    rota_at(before, at->clinician, at->slot, &count);
    programme->columns[j].cost += count == 0;
  }
  for (int i = 0; i < before->count; i++)
    programme->columns[problem_candidate(problem, &before->items[i])].cost--;
}

void alternative_take(const struct audit *before, struct rota *rota, struct audit *audit,
                      struct alternative *out)
{
  out->verdict = BUILD_DONE;
  out->rota = rota;
  out->audit = audit;
  out->dearer = audit->cost - before->cost;
  out->changes = changes_new(before->rota, rota, before->problem);
}

/* Rows that gave way to what the rota breaks can let a little more by than that: then nothing was
 * found. */
static void refuse_breaks(const struct audit *before, struct alternative *out)
{
  if (audit_breaks_no_more(out->audit, before))
    return;
  alternative_clear(out);
  *out = (struct alternative){.verdict = BUILD_NOTHING};
}

/* The rules, which know nothing of the programme, must count the same; where the search was cut
 * short, its counts may not be at their least yet, and then the rules count less. Of a rota that
 * breaks something rows gave way, and with them what they price, so there the rules have the word.
 */
static void take_values(const struct around *around, const int64_t *x, bool proven,
                        struct alternative *out)
{
  struct rota *rota = formulation_rota(around->problem, x);
  struct audit *audit = audit_new(around->problem, rota);
  int64_t objective = programme_objective(around->programme, x), cost = audit->cost;
  bool lawful = audit->broken == 0;
  alternative_take(around->before, rota, audit, out);
  if (around->before->broken > 0) {
    out->proven = proven && cost == objective;
    refuse_breaks(around->before, out);
    return;
  }
  out->proven = proven;
  if (lawful && (cost == objective || (!proven && cost < objective)))
    return;
  out->verdict = BUILD_REFUSED;
  out->reason = build_disagreement_words(objective, cost);
}

void around_solve(const struct around *around, int seconds, struct alternative *out)
{
  struct programme programme = narrowed(around);
  weigh(around, &programme);
  struct solver_result solved = {0};
  *out = (struct alternative){.verdict = BUILD_NOTHING};
  if (solver_solve_exactly(&programme, (int64_t)seconds * ITERATIONS_PER_SECOND, 0, &solved) !=
      STATUS_OK)
    out->verdict = BUILD_FAILED;
  else if (solved.x)
    take_values(around, solved.x, solved.verdict == SOLVER_OPTIMAL, out);
  else if (solved.verdict == SOLVER_INFEASIBLE)
    out->verdict = BUILD_INFEASIBLE;
  solver_result_clear(&solved);
  g_free(programme.columns);
}

void around_solve_whole(struct around *around, const struct build_settings *settings,
                        struct alternative *out)
{
  around_open_all(around);
  const struct build_request request = {.problem = around->problem,
                                        .programme = around->programme,
                                        .start = around->before->rota,
                                        .settings = settings};
  struct build_result result;
  build_rota(&request, &result);
  bool broken = around->before->broken > 0;
  bool found = result.verdict == BUILD_DONE || (broken && result.verdict == BUILD_REFUSED);
  *out = (struct alternative){.verdict = result.verdict,
                              .proven = result.proven && result.verdict == BUILD_DONE};
  if (!found)
    out->reason = g_steal_pointer(&result.reason);
  else
    alternative_take(around->before, g_steal_pointer(&result.rota), g_steal_pointer(&result.audit),
                     out);
  if (found && broken)
    refuse_breaks(around->before, out);
  build_result_clear(&result);
}

void alternative_clear(struct alternative *alternative)
{
  g_free(alternative->reason);
  audit_free(alternative->audit);
  rota_free(alternative->rota);
  if (alternative->changes)
    g_array_unref(alternative->changes);
  *alternative = (struct alternative){0};
}
