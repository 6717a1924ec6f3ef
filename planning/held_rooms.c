#include "planning/held_rooms.h"

#include "model/formulation.h"
#include "model/waiting/capacity.h"
#include "planning/build.h"
#include "solver/solver.h"

#include <string.h>

/* A rota that is changed step by step, and what it comes to. */
struct state {
  const struct problem *problem;
  const struct rota *rota;     /* before any */
  struct programme *programme; /* with a room for everybody at the site at work */
  struct solver_trial *trial;
  int64_t cost_before; /* by the rules: a trial may find somewhat more */
  int64_t cost;
  bool *moved;             /* [clinicians * slots] what is done there is another */
  struct held_rooms *held; /* the rooms at work */
};

static void free_held(gpointer data)
{
  struct held_rooms *held = data;
  g_array_unref(held->moves);
  g_array_unref(held->changes);
  g_free(held);
}

/* Does the work take one of the rooms? */
static bool takes(const struct state *state, const struct assignment *work)
{
  return work->site == state->held->site &&
         state->problem->service->tasks[work->task].room == state->held->kind;
}

static bool are_taken(const struct state *state, int slot)
{
  const struct rota *rota = state->rota;
  int taken = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++)
    taken += takes(state, &rota->items[rota->in_slot[i]]);
  return taken >= state->problem->service->sites[state->held->site].rooms[state->held->kind];
}

/* Is the row about the rooms at work? Rows of rooms have terms of one kind. */
static bool limits_rooms(const struct state *state, const struct row *row)
{
  const struct problem *problem = state->problem;
  const struct term *first = &state->programme->terms[row->first];
  return strcmp(problem->service->uses[row->label.use].rule->name, "rooms") == 0 &&
         row->count > 0 && first->column < problem->n_candidates &&
         takes(state, &problem->candidates[first->column]);
}

/* Sets how many people the rooms at work take. */
static void set_rooms(struct state *state, int rooms)
{
  for (int r = 0; r < state->programme->n_rows; r++)
    if (limits_rooms(state, &state->programme->rows[r]))
      state->programme->rows[r].upper = rooms;
}

/* --- steps ------------------------------------------------------------------------- */

/* Somebody does that instead of what they do then. */
struct move {
  int candidate, before; /* of the problem; before: NONE for nothing */
};

/* Somebody works there, and what they leave is done by somebody else, or by them in another
 * session; or by nobody. */
struct step {
  struct move moves[2];
  int n_moves;
  int64_t cost; /* of the rota with it */
  int64_t seen; /* hundredths of new patients more than before */
};

static int64_t new_patients(const struct problem *problem, int candidate)
{
  return candidate == NONE
             ? 0
             : capacity_offers(problem, &problem->candidates[candidate], CAPACITY_NEW);
}

/* Sets the values of the step, and returns how many there are. */
static int values_of(const struct step *step, struct solver_value values[4])
{
  int count = 0;
  for (int m = 0; m < step->n_moves; m++) {
    values[count++] = (struct solver_value){step->moves[m].candidate, 1};
    if (step->moves[m].before != NONE)
      values[count++] = (struct solver_value){step->moves[m].before, 0};
  }
  return count;
}

static bool is_better(const struct step *step, const struct step *than)
{
  return step->cost != than->cost ? step->cost < than->cost : step->seen > than->seen;
}

/* Takes the step for `best` if it is better. */
static void offer(const struct state *state, struct step *step, struct step *best)
{
  struct solver_value values[4];
  int count = values_of(step, values);
  step->cost = solver_trial_cost(state->trial, values, count, NULL);
  step->seen = 0;
  for (int m = 0; m < step->n_moves; m++)
    step->seen += new_patients(state->problem, step->moves[m].candidate) -
                  new_patients(state->problem, step->moves[m].before);
  if (solver_trial_is_lawful(step->cost) && is_better(step, best))
    *best = *step;
}

/* What the clinician does in the slot, as a candidate; false: that stays. */
static bool may_move(const struct state *state, int clinician, int slot, int *now)
{
  int count;
  const struct assignment *items = rota_at(state->rota, clinician, slot, &count);
  *now = count > 0 ? problem_candidate(state->problem, items) : NONE;
  return !state->moved[clinician * state->problem->month->n_slots + slot] &&
         (count == 0 || (!items->locked && !takes(state, items)));
}

/* The same work, by somebody and in a session, as a second move. */
static void offer_left(const struct state *state, const struct step *first, int clinician, int slot,
                       struct step *best)
{
  const struct problem *problem = state->problem;
  const struct assignment *left = &problem->candidates[first->moves[0].before];
  const struct assignment work = {clinician, slot, left->task, left->site, false};
  struct step step = *first;
  struct move *second = &step.moves[step.n_moves++];
  second->candidate = problem_candidate(problem, &work);
  if (second->candidate != NONE && may_move(state, clinician, slot, &second->before) &&
      second->before != second->candidate)
    offer(state, &step, best);
}

/* Who works there leaves it undone; or it is done after all. */
static void offer_chain(const struct state *state, int candidate, int before, bool chains,
                        struct step *best)
{
  const struct problem *problem = state->problem;
  const struct assignment *at = &problem->candidates[candidate];
  struct step step = {.moves = {{candidate, before}}, .n_moves = 1};
  if (!chains)
    offer(state, &step, best);
  if (!chains || before == NONE)
    return;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (c != at->clinician)
      offer_left(state, &step, c, at->slot, best);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (s != at->slot)
      offer_left(state, &step, at->clinician, s, best);
}

/* What the clinician could do there, unless it would free a room as well. */
static void offer_all(const struct state *state, int slot, int clinician, bool chains,
                      struct step *best)
{
  const struct problem *problem = state->problem;
  int count, before, first = problem_cell(problem, clinician, slot, &count);
  if (!may_move(state, clinician, slot, &before))
    return;
  for (int j = first; j < first + count; j++)
    if (takes(state, &problem->candidates[j]))
      offer_chain(state, j, before, chains, best);
}

static void take(struct state *state, const struct step *step)
{
  struct held_rooms *held = state->held;
  struct solver_value values[4];
  solver_trial_keep(state->trial, values, values_of(step, values));
  state->cost = step->cost;
  for (int m = 0; m < step->n_moves; m++) {
    const struct assignment *at = &state->problem->candidates[step->moves[m].candidate];
    state->moved[at->clinician * state->problem->month->n_slots + at->slot] = true;
    g_array_append_val(held->changes, *at);
  }
  g_array_append_val(held->moves, state->problem->candidates[step->moves[0].candidate]);
}

/* One more who works there in the slot; false: that would help nothing. */
static bool add_one(struct state *state, int slot, bool chains)
{
  struct step best = {.n_moves = 0, .cost = state->cost};
  for (int c = 0; c < state->problem->service->n_clinicians; c++)
    offer_all(state, slot, c, chains, &best);
  if (best.n_moves > 0)
    take(state, &best);
  return best.n_moves > 0;
}

static void fill(struct state *state, int slot)
{
  int count = 0;
  while (add_one(state, slot, false) || add_one(state, slot, true))
    count++;
  state->held->at_once = MAX(state->held->at_once, count);
}

/* --- each site by itself ------------------------------------------------------------ */

static void fill_site(struct state *state, const int64_t *x)
{
  const struct service *service = state->problem->service;
  int rooms = service->sites[state->held->site].rooms[state->held->kind];
  for (int s = 0; s < state->problem->month->n_slots; s++) {
    if (!are_taken(state, s))
      continue;
    if (!state->trial) {
      set_rooms(state, service->n_clinicians);
      state->trial = solver_trial_new(state->programme, x);
      state->cost = MIN(state->cost_before, solver_trial_cost(state->trial, NULL, 0, NULL));
    }
    fill(state, s);
  }
  if (!state->trial)
    return;
  g_clear_pointer(&state->trial, solver_trial_free);
  set_rooms(state, rooms);
}

static bool is_counted(const struct site *site, int kind)
{
  return !site->remote && site->rooms[kind] != UNLIMITED;
}

static struct held_rooms *held_new(int site, int kind)
{
  struct held_rooms *held = g_new0(struct held_rooms, 1);
  held->site = site;
  held->kind = kind;
  held->moves = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  held->changes = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  return held;
}

/* NULL: more rooms would change nothing. */
static struct held_rooms *find_held(struct state *state, int site, int kind, const int64_t *x)
{
  int cells = state->problem->service->n_clinicians * state->problem->month->n_slots;
  memset(state->moved, 0, sizeof *state->moved * (gsize)cells);
  state->held = held_new(site, kind);
  fill_site(state, x);
  if (state->held->moves->len == 0)
    g_clear_pointer(&state->held, free_held);
  return state->held;
}

GPtrArray *held_rooms_new(const struct audit *audit)
{
  const struct service *service = audit->problem->service;
  GPtrArray *out = g_ptr_array_new_with_free_func(free_held);
  gsize cells = (gsize)(service->n_clinicians * audit->problem->month->n_slots);
  struct state state = {.problem = audit->problem,
                        .rota = audit->rota,
                        .programme = formulation_build(audit->problem),
                        .cost_before = audit->cost,
                        .moved = g_new0(bool, cells + 1)};
  g_autofree int64_t *x = build_start_values(audit->problem, state.programme, audit->rota);
  for (int site = 0; site < service->n_sites; site++)
    for (int kind = 0; kind < service->room_kinds.count; kind++) {
      struct held_rooms *held =
          is_counted(&service->sites[site], kind) ? find_held(&state, site, kind, x) : NULL;
      if (held)
        g_ptr_array_add(out, held);
    }
  g_free(state.moved);
  programme_free(state.programme);
  return out;
}
