#include "model/demand_cell.h"

#include "model/demand_place.h"

/* --- what is asked for, and what is taken away ------------------------------- */

/* What moves of a line, from all of its sites, to another in a period. */
struct moved {
  const struct demand *demand;
  int to, period;
  int need, target;
};

static void add_moved(GArray *moved, struct moved item)
{
  for (guint i = 0; i < moved->len; i++) {
    struct moved *at = &g_array_index(moved, struct moved, i);
    if (at->to == item.to && at->period == item.period && at->demand == item.demand) {
      at->need += item.need;
      at->target += item.target;
      return;
    }
  }
  g_array_append_val(moved, item);
}

/* The slots of a period by what becomes of them. */
struct counts {
  int open, owed;
  int moved[]; /* [sites] */
};

static gsize size_of_counts(const struct problem *problem)
{
  return sizeof(struct counts) + sizeof(int) * (gsize)problem->service->n_sites;
}

/* [periods], each of size_of_counts; g_free it. */
static char *count_slots(const struct demand_place *place)
{
  const struct problem *problem = place->problem;
  enum period per = place->demand->per;
  char *all = g_malloc0(size_of_counts(problem) * ((gsize)demand_periods(problem, per) + 1));
  for (int s = 0; s < problem->month->n_slots; s++) {
    gsize period = (gsize)demand_period(problem, per, s);
    struct counts *counts = (void *)(all + size_of_counts(problem) * period);
    int to;
    enum demand_fate fate = demand_place_fate(place, s, &to);
    counts->open += fate == DEMAND_ASKED;
    counts->owed += fate == DEMAND_OWED;
    if (fate == DEMAND_MOVED)
      counts->moved[to]++;
  }
  return all;
}

/* The cell of what is asked for here and of what is owed. Each is the part that its slots come
 * to on top of those before it, so that they add up to the whole. */
static struct demand_cell cell_of(const struct demand_place *place, int period,
                                  const struct counts *counts, GArray *moved)
{
  int need = demand_place_need(place), target = MAX(place->demand->target, need);
  int slots = counts->open, most = place->demand->most;
  struct demand_beyond beyond = demand_place_beyond(place, period);
  if (slots == 0)
    most = UNLIMITED;
  else if (most != UNLIMITED)
    most = MAX(most - beyond.held, 0);
  struct demand_cell cell = {
      .demand = (int)(place->demand - place->problem->demands),
      .site = place->site,
      .period = period,
      .open = slots,
      .need = demand_place_part(place, &beyond, need, slots),
      .target = demand_place_part(place, &beyond, target, slots),
      .most = most,
  };
  int need_so_far = cell.need, target_so_far = cell.target;
  for (int s = 0; s < place->problem->service->n_sites; s++) {
    if (counts->moved[s] == 0)
      continue;
    slots += counts->moved[s];
    struct moved item = {place->demand, s, period,
                         demand_place_part(place, &beyond, need, slots) - need_so_far,
                         demand_place_part(place, &beyond, target, slots) - target_so_far};
    need_so_far += item.need;
    target_so_far += item.target;
    add_moved(moved, item);
  }
  slots += counts->owed;
  cell.need_owed = demand_place_part(place, &beyond, need, slots) - need_so_far;
  cell.target_owed = demand_place_part(place, &beyond, target, slots) - target_so_far;
  return cell;
}

static void add_cells(const struct problem *problem, const struct demand *demand, int site,
                      GArray *cells, GArray *moved)
{
  struct demand_place place = demand_place(problem, demand, site);
  g_autofree char *all = count_slots(&place);
  for (int p = 0; p < demand_periods(problem, demand->per); p++) {
    const struct counts *counts = (void *)(all + size_of_counts(problem) * (gsize)p);
    struct demand_cell cell = cell_of(&place, p, counts, moved);
    if (counts->open + counts->owed > 0)
      g_array_append_val(cells, cell);
  }
}

/* The cells of the line without what moves, and what of it does. */
static void add_line(const struct problem *problem, const struct demand *demand, GArray *cells,
                     GArray *moved)
{
  if (!demand->each_site)
    add_cells(problem, demand, NONE, cells, moved);
  else
    for (int s = 0; s < problem->service->n_sites; s++)
      if (demand_at(problem, demand, s))
        add_cells(problem, demand, s, cells, moved);
}

/* --- what moves ------------------------------------------------------------ */

/* Does the line, at one of its places, move to that site in the slot? */
static bool moves_there(const struct problem *problem, const struct demand *demand, int slot,
                        int site)
{
  bool moves = false;
  for (int s = 0; s < problem->service->n_sites && !moves; s++) {
    if (demand->each_site && !demand_at(problem, demand, s))
      continue;
    struct demand_place place = demand_place(problem, demand, demand->each_site ? s : NONE);
    int to;
    moves = demand_place_fate(&place, slot, &to) == DEMAND_MOVED && to == site;
    if (!demand->each_site)
      break;
  }
  return moves;
}

static bool is_alone_at(const struct problem *problem, const struct demand *demand, int site)
{
  return demand->each_site ? demand_at(problem, demand, site)
                           : demand_only_site(problem, demand) == site;
}

/* Does the line ask for the same by itself, where and whenever the other moves to? */
static bool takes_in(const struct problem *problem, const struct demand *demand,
                     const struct moved *moved)
{
  if (demand->slots || demand_is_joint(demand) || demand->task != moved->demand->task ||
      demand->per != moved->demand->per || !is_alone_at(problem, demand, moved->to))
    return false;
  struct demand_place place = demand_place(problem, demand, demand->each_site ? moved->to : NONE);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (demand_period(problem, demand->per, s) == moved->period &&
        moves_there(problem, moved->demand, s, moved->to) &&
        demand_place_fate(&place, s, NULL) != DEMAND_ASKED)
      return false;
  return true;
}

/* The first line that takes in what moves, or NULL. */
static const struct demand *host_of(const struct problem *problem, const struct moved *moved)
{
  for (int d = 0; d < problem->n_demands; d++)
    if (takes_in(problem, &problem->demands[d], moved))
      return &problem->demands[d];
  return NULL;
}

static void raise_cell(GArray *cells, const struct problem *problem, const struct moved *moved)
{
  for (guint i = 0; i < cells->len; i++) {
    struct demand_cell *cell = &g_array_index(cells, struct demand_cell, i);
    if (cell->period != moved->period || demand_cell_site(problem, cell) != moved->to)
      continue;
    cell->need += moved->need;
    cell->target += MAX(moved->target, moved->need);
    cell->most += cell->most == UNLIMITED ? 0 : MAX(moved->target, moved->need);
    return;
  }
}

static void add_own(GArray *cells, const struct problem *problem, const struct moved *moved)
{
  struct demand_cell cell = {
      .demand = (int)(moved->demand - problem->demands),
      .site = moved->to,
      .period = moved->period,
      .open = 1,
      .need = moved->need,
      .target = MAX(moved->target, moved->need),
      .most = moved->demand->most,
  };
  g_array_append_val(cells, cell);
}

/* Adds to the line's cells what moves to where it asks, from whichever line, and what moves of
 * it to where nobody asks for the same. */
static void settle(const struct problem *problem, const struct demand *demand, GArray *cells)
{
  g_autoptr(GArray) other = g_array_new(FALSE, FALSE, sizeof(struct demand_cell));
  g_autoptr(GArray) moved = g_array_new(FALSE, FALSE, sizeof(struct moved));
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *from = &problem->demands[d];
    if (!from->slots && !demand_is_joint(from) && from->task == demand->task &&
        from->per == demand->per)
      add_line(problem, from, other, moved);
  }
  for (guint i = 0; i < moved->len; i++) {
    const struct moved *item = &g_array_index(moved, struct moved, i);
    const struct demand *host = host_of(problem, item);
    if (host == demand)
      raise_cell(cells, problem, item);
    else if (!host && item->demand == demand)
      add_own(cells, problem, item);
  }
}

static bool anything_moves(const struct problem *problem)
{
  for (int i = 0; i < problem->month->n_closures; i++)
    if (problem->month->closures[i].moves_to != NONE)
      return true;
  return false;
}

/* --- cells ----------------------------------------------------------------- */

struct demand_cell *demand_cells(const struct problem *problem, int index, int *count)
{
  const struct demand *demand = &problem->demands[index];
  GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct demand_cell));
  g_autoptr(GArray) moved = g_array_new(FALSE, FALSE, sizeof(struct moved));
  add_line(problem, demand, cells, moved);
  if (!demand->slots && !demand_is_joint(demand) && anything_moves(problem))
    settle(problem, demand, cells);
  *count = (int)cells->len;
  return (struct demand_cell *)(void *)g_array_free(cells, FALSE);
}

bool demand_cell_has(const struct problem *problem, const struct demand_cell *cell, int slot,
                     int site)
{
  const struct demand *demand = &problem->demands[cell->demand];
  if (!demand_runs(problem, demand, slot) ||
      demand_period(problem, demand->per, slot) != cell->period)
    return false;
  if (cell->site != NONE && !demand_at(problem, demand, cell->site))
    return site == cell->site && moves_there(problem, demand, slot, site);
  return (cell->site == NONE ? demand_at(problem, demand, site) : site == cell->site) &&
         (demand->slots || !problem_is_taken_up(problem, demand, slot, site));
}

bool demand_cell_counts(const struct problem *problem, const struct demand_cell *cell,
                        const struct assignment *item)
{
  const struct demand *demand = &problem->demands[cell->demand];
  return demand_has_task(demand, item->task) &&
         demand_cell_has(problem, cell, item->slot, item->site) &&
         (demand->slots || !problem_is_event_work(problem, item->slot, item->task, item->site)) &&
         demand_has_person(problem->service, demand, item->clinician,
                           problem->month->slots[item->slot].date);
}

void demand_cell_slots(const struct problem *problem, const struct demand_cell *cell, int *from,
                       int *end)
{
  const struct month *month = problem->month;
  enum period per = problem->demands[cell->demand].per;
  *from = 0;
  while (*from < month->n_slots && demand_period(problem, per, *from) < cell->period)
    (*from)++;
  *end = *from;
  while (*end < month->n_slots && demand_period(problem, per, *end) == cell->period)
    (*end)++;
}

int demand_cell_site(const struct problem *problem, const struct demand_cell *cell)
{
  return cell->site == NONE ? demand_only_site(problem, &problem->demands[cell->demand])
                            : cell->site;
}
