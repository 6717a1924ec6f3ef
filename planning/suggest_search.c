#include "planning/suggest_search.h"

#include "planning/around.h"
#include "solver/solver.h"

/* --- the rota and its cells ------------------------------------------------------ */

static size_t cell_of(const struct suggest_search *search, int clinician, int slot)
{
  return (size_t)clinician * (size_t)search->problem->month->n_slots + (size_t)slot;
}

int suggest_search_now(const struct suggest_search *search, int clinician, int slot)
{
  int count;
  const struct assignment *items = rota_at(search->rota, clinician, slot, &count);
  return count ? problem_candidate(search->problem, items) : NONE;
}

bool suggest_search_is_pinned(const struct suggest_search *search, int clinician, int slot)
{
  return search->pinned[cell_of(search, clinician, slot)];
}

void suggest_search_pin(struct suggest_search *search, int clinician, int slot)
{
  search->pinned[cell_of(search, clinician, slot)] = true;
}

static void pin_what_stays(struct suggest_search *search, int today)
{
  const struct month *month = search->problem->month;
  for (int s = 0; s < month->n_slots; s++)
    for (int c = 0; c < search->problem->service->n_clinicians && month->slots[s].date < today; c++)
      suggest_search_pin(search, c, s);
  for (int i = 0; i < search->rota->count; i++)
    if (search->rota->items[i].locked)
      suggest_search_pin(search, search->rota->items[i].clinician, search->rota->items[i].slot);
}

struct suggest_search *suggest_search_new(const struct audit *before, int today)
{
  struct suggest_search *search = g_new0(struct suggest_search, 1);
  search->problem = before->problem;
  search->rota = before->rota;
  g_autofree int64_t *x = NULL;
  search->programme = around_programme_new(before, &x);
  search->trial = solver_trial_new(search->programme, x);
  search->pinned = g_new0(bool, cell_of(search, search->problem->service->n_clinicians, 0) + 1);
  pin_what_stays(search, today);
  return search;
}

void suggest_search_free(struct suggest_search *search)
{
  if (!search)
    return;
  solver_trial_free(search->trial);
  programme_free(search->programme);
  g_free(search->pinned);
  g_free(search);
}

/* --- plans ------------------------------------------------------------------------ */

bool suggest_plan_add(const struct suggest_search *search, struct suggest_plan *plan,
                      struct suggest_move move)
{
  if (plan->n_moves == SUGGEST_MOVES_MOST ||
      suggest_search_is_pinned(search, move.clinician, move.slot) ||
      suggest_search_now(search, move.clinician, move.slot) == move.candidate)
    return false;
  for (int k = 0; k < plan->n_moves; k++)
    if (plan->moves[k].clinician == move.clinician && plan->moves[k].slot == move.slot)
      return false;
  plan->moves[plan->n_moves++] = move;
  return true;
}

/* What the solution costs with the plan; `broken`: NULL, or filled with rows. */
static int64_t cost_with(const struct suggest_search *search, const struct suggest_plan *plan,
                         GArray *broken)
{
  struct solver_value values[2 * SUGGEST_MOVES_MOST];
  int count = 0;
  for (int k = 0; k < plan->n_moves; k++) {
    const struct suggest_move *move = &plan->moves[k];
    int now = suggest_search_now(search, move->clinician, move->slot);
    if (now != NONE)
      values[count++] = (struct solver_value){now, 0};
    if (move->candidate != NONE)
      values[count++] = (struct solver_value){move->candidate, 1};
  }
  return solver_trial_cost(search->trial, values, count, broken);
}

void suggest_plan_price(const struct suggest_search *search, struct suggest_plan *plan)
{
  plan->cost = cost_with(search, plan, NULL);
  plan->lawful = solver_trial_is_lawful(plan->cost);
}

void suggest_plan_breaks(const struct suggest_search *search, const struct suggest_plan *plan,
                         GArray *uses)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  int n_uses = search->problem->service->n_uses;
  g_autofree bool *broken = g_new0(bool, (gsize)n_uses + 1);
  cost_with(search, plan, rows);
  for (guint i = 0; i < rows->len; i++)
    broken[search->programme->rows[g_array_index(rows, int, i)].label.use] = true;
  g_array_set_size(uses, 0);
  for (int u = 0; u < n_uses; u++)
    if (broken[u])
      g_array_append_val(uses, u);
}

static bool has_move(const struct suggest_plan *plan, const struct suggest_move *move)
{
  for (int k = 0; k < plan->n_moves; k++)
    if (plan->moves[k].clinician == move->clinician && plan->moves[k].slot == move->slot &&
        plan->moves[k].candidate == move->candidate)
      return true;
  return false;
}

bool suggest_plan_is_same(const struct suggest_plan *plan, const struct suggest_plan *other)
{
  bool same = plan->n_moves == other->n_moves;
  for (int k = 0; k < plan->n_moves && same; k++)
    same = has_move(other, &plan->moves[k]);
  return same;
}

gint suggest_plan_cheaper(gconstpointer left, gconstpointer right)
{
  const struct suggest_plan *a = left, *b = right;
  if (a->cost != b->cost)
    return a->cost < b->cost ? -1 : 1;
  return a->n_moves - b->n_moves;
}

struct rota *suggest_plan_rota(const struct suggest_search *search, const struct suggest_plan *plan)
{
  const struct rota *rota = search->rota;
  g_autofree struct assignment *items =
      g_new(struct assignment, (gsize)rota->count + SUGGEST_MOVES_MOST);
  int count = 0;
  for (int i = 0; i < rota->count; i++) {
    bool moves = false;
    for (int k = 0; k < plan->n_moves && !moves; k++)
      moves = plan->moves[k].clinician == rota->items[i].clinician &&
              plan->moves[k].slot == rota->items[i].slot;
    if (!moves)
      items[count++] = rota->items[i];
  }
  for (int k = 0; k < plan->n_moves; k++)
    if (plan->moves[k].candidate != NONE)
      items[count++] = search->problem->candidates[plan->moves[k].candidate];
  return rota_new(search->problem, items, count);
}

/* --- one step further ------------------------------------------------------------- */

struct extension {
  const struct suggest_search *search;
  const struct suggest_plan *from;
  guint first, most; /* where its plans begin in `out`, and how many it keeps */
  GArray *out;
};

/* Keeps the plan if it is among the cheapest, in order, and not there already. */
static void offer(struct extension *at, struct suggest_plan *plan)
{
  suggest_plan_price(at->search, plan);
  guint place = at->out->len;
  while (place > at->first) {
    const struct suggest_plan *last = &g_array_index(at->out, struct suggest_plan, place - 1);
    if (suggest_plan_is_same(last, plan))
      return;
    if (last->cost <= plan->cost)
      break;
    place--;
  }
  if (place - at->first >= at->most)
    return;
  g_array_insert_val(at->out, place, *plan);
  g_array_set_size(at->out, MIN(at->out->len, at->first + at->most));
}

static void try_one(struct extension *at, struct suggest_move move)
{
  struct suggest_plan plan = *at->from;
  if (suggest_plan_add(at->search, &plan, move))
    offer(at, &plan);
}

/* What is done there, by somebody else: that person's candidate, or NONE. */
static int same_of(const struct problem *problem, int candidate, int clinician)
{
  struct assignment at = problem->candidates[candidate];
  at.clinician = clinician;
  return problem_candidate(problem, &at);
}

/* Everybody who could takes on what the move has left undone. */
static void fill_hole(struct extension *at, const struct suggest_move *move)
{
  const struct problem *problem = at->search->problem;
  int left = suggest_search_now(at->search, move->clinician, move->slot);
  for (int c = 0; c < problem->service->n_clinicians && left != NONE; c++) {
    int candidate = same_of(problem, left, c);
    if (candidate != NONE)
      try_one(at, (struct suggest_move){c, move->slot, candidate});
  }
}

/* The clinician gives up the work, and nobody or anybody who could takes it on. */
static void hand_over(struct extension *at, int clinician, int slot, int work)
{
  const struct problem *problem = at->search->problem;
  struct suggest_plan freed = *at->from;
  if (!suggest_plan_add(at->search, &freed, (struct suggest_move){clinician, slot, NONE}))
    return;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct suggest_plan plan = freed;
    int candidate = c == clinician ? NONE : same_of(problem, work, c);
    if (c == clinician ||
        (candidate != NONE &&
         suggest_plan_add(at->search, &plan, (struct suggest_move){c, slot, candidate})))
      offer(at, &plan);
  }
}

/* The clinician takes on other or more work, or gives some up, anywhere in the month. */
static void move_person(struct extension *at, int clinician)
{
  const struct problem *problem = at->search->problem;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int now = suggest_search_now(at->search, clinician, s), count;
    int first = problem_cell(problem, clinician, s, &count);
    if (suggest_search_is_pinned(at->search, clinician, s))
      continue;
    for (int j = first; j < first + count; j++)
      try_one(at, (struct suggest_move){clinician, s, j});
    if (now != NONE)
      hand_over(at, clinician, s, now);
  }
}

/* Is it the first of the plan's moves of that clinician? */
static bool is_first_of(const struct suggest_plan *plan, int k)
{
  for (int i = 0; i < k; i++)
    if (plan->moves[i].clinician == plan->moves[k].clinician)
      return false;
  return true;
}

void suggest_search_extend(const struct suggest_search *search, const struct suggest_plan *plan,
                           guint most, GArray *out)
{
  struct extension at = {search, plan, out->len, most, out};
  for (int k = 0; k < plan->n_moves; k++)
    fill_hole(&at, &plan->moves[k]);
  for (int k = 0; k < plan->n_moves; k++)
    if (is_first_of(plan, k))
      move_person(&at, plan->moves[k].clinician);
}
