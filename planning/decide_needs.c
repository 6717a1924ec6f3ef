#include "model/demand_cell.h"
#include "model/words.h"
#include "planning/decide.h"
#include "planning/decide_parts.h"
#include "planning/moved_here.h"

#include <string.h>

/* So many lines of leave are cited. */
enum { LEAVES_MOST = 3 };

/* How a rule is in force, by the strictest of its uses. */
enum force { FORCE_NONE, FORCE_FREE, FORCE_PRICED, FORCE_HARD };

static enum force force_of(const struct problem *problem, const char *rule)
{
  enum force force = FORCE_NONE;
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (strcmp(use->rule->name, rule) == 0)
      force = MAX(force, use->hard ? FORCE_HARD : use->weight > 0 ? FORCE_PRICED : FORCE_FREE);
  }
  return force;
}

static const char *rule_of(const struct demand *demand)
{
  return demand->event == NONE ? "cover" : "event";
}

/* Must the line's need be met? One hard need holds a whole event. */
static bool is_hard(const struct problem *problem, const struct demand *demand)
{
  enum force force = force_of(problem, rule_of(demand));
  bool hard = demand->hard;
  for (int d = 0; d < problem->n_demands && demand->event != NONE; d++)
    hard = hard || (problem->demands[d].event == demand->event && problem->demands[d].hard);
  return force == FORCE_HARD || (hard && force != FORCE_NONE);
}

static bool is_asked(const struct problem *problem, const struct demand *demand)
{
  return is_hard(problem, demand) || (MAX(demand->price_need, demand->price_target) > 0 &&
                                      force_of(problem, rule_of(demand)) == FORCE_PRICED);
}

/* Could the clinician do the line's task in the slot where it counts in the cell? */
static bool has_candidate(const struct problem *problem, const struct demand_cell *cell,
                          int clinician, int slot, int site)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++) {
    const struct assignment *at = &problem->candidates[i];
    if ((site == NONE || at->site == site) && demand_cell_counts(problem, cell, at))
      return true;
  }
  return false;
}

static int people_in(const struct problem *problem, const struct demand_cell *cell, int slot,
                     int site)
{
  int people = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    people += has_candidate(problem, cell, c, slot, site);
  return people;
}

/* How many of so many people find a room at the site, by a hard rule of rooms; whose tasks are
 * several (NONE) may need none. */
static int roomed(const struct problem *problem, int task, int site, int people)
{
  const struct site *at = &problem->service->sites[site];
  int kind = task == NONE ? NONE : problem->service->tasks[task].room;
  if (at->remote || kind == NONE || at->rooms[kind] == UNLIMITED ||
      force_of(problem, "rooms") != FORCE_HARD)
    return people;
  return MIN(people, at->rooms[kind]);
}

/* The most that can count in the cell in one of its slots. */
static int most_in(const struct problem *problem, const struct demand_cell *cell, int slot)
{
  const struct demand *demand = &problem->demands[cell->demand];
  int task = demand->tasks ? NONE : demand->task;
  int people = people_in(problem, cell, slot, NONE), placed = 0;
  for (int s = 0; s < problem->service->n_sites && placed < people; s++)
    if (demand_cell_has(problem, cell, slot, s))
      placed += roomed(problem, task, s, people_in(problem, cell, slot, s));
  return MIN(people, placed);
}

/* --- words ------------------------------------------------------------------- */

static bool may_be_sent(const struct problem *problem, const struct demand_cell *cell,
                        int clinician, int slot)
{
  const struct post *post =
      clinician_on(problem->service, clinician, problem->month->slots[slot].date);
  for (int s = 0; s < problem->service->n_sites; s++)
    if (post->sites[s] && demand_cell_has(problem, cell, slot, s))
      return true;
  return false;
}

/* Is the clinician meant by the line, and can do a task of it? */
static bool can_do(const struct problem *problem, const struct demand_cell *cell, int clinician,
                   int date)
{
  const struct demand *demand = &problem->demands[cell->demand];
  if (!demand_has_person(problem->service, demand, clinician, date))
    return false;
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (demand_has_task(demand, t) && clinician_can(problem->service, clinician, t, date))
      return true;
  return false;
}

static const struct leave *leave_of(const struct problem *problem, int clinician, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  for (int i = 0; i < problem->month->n_leaves; i++) {
    const struct leave *leave = &problem->month->leaves[i];
    if (leave->clinician == clinician && at->date >= leave->from && at->date <= leave->until &&
        leave->blocks >> at->block & 1)
      return leave;
  }
  return NULL;
}

/* Who is there for the cell in a slot, step by step. */
struct staff {
  int anybody; /* of the whole service has the slot in the pattern */
  int able;    /* can do the task, and may be sent to a site of the cell */
  int working; /* of these, have it in the pattern; */
  int away;    /* of these, are on leave */
  int free;    /* are barred by nothing */
};

static struct staff count_staff(const struct problem *problem, const struct demand_cell *cell,
                                int slot, GString *leaves)
{
  const struct service *service = problem->service;
  const struct slot *at = &problem->month->slots[slot];
  struct staff staff = {.free = people_in(problem, cell, slot, NONE)};
  for (int c = 0; c < service->n_clinicians; c++) {
    bool works = clinician_works(service, c, at->date, at->block);
    staff.anybody += works;
    if (!can_do(problem, cell, c, at->date) || !may_be_sent(problem, cell, c, slot))
      continue;
    staff.able++;
    staff.working += works;
    const struct leave *leave = works ? leave_of(problem, c, slot) : NULL;
    if (leave && staff.away++ < LEAVES_MOST)
      g_string_append_printf(leaves, "%s%s:%d", leaves->len > 0 ? ", " : "", leave->where.file,
                             leave->where.line);
  }
  return staff;
}

static bool is_closed(const struct problem *problem, const struct demand_cell *cell, int slot)
{
  for (int s = 0; s < problem->service->n_sites; s++)
    if (demand_cell_has(problem, cell, slot, s) && !problem_site_closed(problem, slot, s))
      return false;
  return true;
}

/* Why there are no more in the slot: what binds first. Away is who is on leave, not who
 * has a day off. */
static void append_reason(GString *out, const struct problem *problem,
                          const struct demand_cell *cell, int slot)
{
  g_autoptr(GString) leaves = g_string_new(NULL);
  struct staff staff = count_staff(problem, cell, slot, leaves);
  int roomed = most_in(problem, cell, slot);
  if (is_closed(problem, cell, slot))
    g_string_append(out, "the place is closed");
  else if (staff.anybody == 0)
    g_string_append(out, "nobody's pattern has it");
  else if (staff.able == 0)
    g_string_append(out, "nobody who may be sent there can do it");
  else if (staff.working == 0)
    g_string_append_printf(out, "of %d who can do it, nobody's pattern has it", staff.able);
  else {
    g_string_append_printf(out, "%d can do it, %d with it in their pattern", staff.able,
                           staff.working);
    if (staff.away > 0)
      g_string_append_printf(out, ", %d away (%s%s)", staff.away, leaves->str,
                             staff.away > LEAVES_MOST ? " ..." : "");
    if (staff.free < staff.working - staff.away)
      g_string_append_printf(out, ", %d kept off by hard rules",
                             staff.working - staff.away - staff.free);
    if (roomed < staff.free)
      g_string_append_printf(out, ", rooms for %d", roomed);
  }
}

static void append_subject(GString *out, const struct problem *problem,
                           const struct demand_cell *cell)
{
  const struct demand *demand = &problem->demands[cell->demand];
  char when[WORDS_SIZE];
  int site = demand_cell_site(problem, cell);
  words_line(problem, demand, out);
  if (demand->event != NONE)
    g_string_append_printf(out, " for %s", problem->month->events[demand->event].name);
  else if (site != NONE)
    g_string_append_printf(out, " at %s", problem->service->sites[site].name);
  g_string_append_printf(out, " %s", words_period(problem, demand->per, cell->period, when));
}

/* "; moved here: Hove hub is closed (2027-01/month.yaml:3)", where a closure adds to what is
 * needed. */
static void append_moved(GString *out, const struct problem *problem,
                         const struct demand_cell *cell)
{
  int task = problem->demands[cell->demand].task, from, end;
  const struct closure *closure = NULL;
  demand_cell_slots(problem, cell, &from, &end);
  for (int slot = from; slot < end && !closure; slot++)
    for (int s = 0; s < problem->service->n_sites && !closure; s++)
      if (demand_cell_has(problem, cell, slot, s))
        closure = moved_here(problem, slot, task, s);
  if (!closure)
    return;
  g_autofree char *words = words_closure(problem, closure);
  g_string_append_printf(out, "; moved here: %s", words);
}

/* One line's cells that can't be met, told together. */
struct unmet {
  struct demand_cell first;
  int slot, possible; /* of the first */
  int count;
};

/* " by 3 people in 5 sessions", of several sessions, each of which has facts of its own. */
static void append_whole(GString *out, const struct problem *problem,
                         const struct demand_cell *cell)
{
  int from, end, people = 0;
  demand_cell_slots(problem, cell, &from, &end);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    bool can = false;
    for (int s = from; s < end && !can; s++)
      can = has_candidate(problem, cell, c, s, NONE);
    people += can;
  }
  if (people > 0 && cell->open > 0)
    g_string_append_printf(out, " by %d %s in %d %s", people, people == 1 ? "person" : "people",
                           cell->open, cell->open == 1 ? "session" : "sessions");
}

static void tell(struct deciding *at, const struct unmet *unmet, bool hard)
{
  const struct demand *demand = &at->problem->demands[unmet->first.demand];
  g_autoptr(GString) text = g_string_new(NULL);
  append_subject(text, at->problem, &unmet->first);
  g_string_append(text, !hard                   ? " will be short: "
                        : demand->event != NONE ? " must be held and can't be: "
                                                : " can't be met: ");
  if (demand->per == PERIOD_SESSION) {
    append_reason(text, at->problem, &unmet->first, unmet->slot);
    g_string_append(text, "; ");
  }
  g_string_append_printf(text, "%d needed, %d possible", unmet->first.need, unmet->possible);
  if (demand->per != PERIOD_SESSION)
    append_whole(text, at->problem, &unmet->first);
  append_moved(text, at->problem, &unmet->first);
  if (unmet->count > 1)
    g_string_append_printf(text, "; so it is with %d more of this line", unmet->count - 1);
  if (hard)
    diagnostics_error(at->out, demand->where, "%s", text->str);
  else
    diagnostics_warning(at->out, demand->where, "%s", text->str);
}

/* --- the cells --------------------------------------------------------------- */

/* Rows of what has been told are not looked at again. `told`: by the first slot of
 * their cells. */
static void leave_out(struct deciding *at, const struct demand *demand, const bool *told)
{
  for (int r = 0; r < at->programme->n_rows; r++) {
    const struct label *label = &at->programme->rows[r].label;
    if (label->use != NONE && label->task == demand->task &&
        (label->slot == NONE ? demand->per == PERIOD_MONTH : told[label->slot]) &&
        strcmp(deciding_use(at, r)->rule->name, rule_of(demand)) == 0)
      at->in[r] = false;
  }
}

int decide_possible(const struct problem *problem, const struct demand_cell *cell, int enough)
{
  int from, end, possible = 0;
  demand_cell_slots(problem, cell, &from, &end);
  for (int s = from; s < end && possible < enough; s++)
    possible += most_in(problem, cell, s);
  return possible;
}

/* Returns the first slot of a cell that can't be met, or NONE. */
static int look_at(const struct problem *problem, const struct demand_cell *cell,
                   struct unmet *unmet)
{
  int from, end, possible = decide_possible(problem, cell, cell->need);
  demand_cell_slots(problem, cell, &from, &end);
  if (possible >= cell->need)
    return NONE;
  if (unmet->count++ == 0) {
    unmet->first = *cell;
    unmet->slot = from;
    unmet->possible = possible;
  }
  return from;
}

static void look_at_line(struct deciding *at, int line)
{
  const struct demand *demand = &at->problem->demands[line];
  bool hard = is_hard(at->problem, demand);
  struct unmet unmet = {.count = 0};
  int count;
  g_autofree struct demand_cell *cells = demand_cells(at->problem, line, &count);
  g_autofree bool *told = g_new0(bool, (gsize)at->problem->month->n_slots + 1);
  for (int i = 0; i < count; i++) {
    int slot = look_at(at->problem, &cells[i], &unmet);
    if (slot != NONE)
      told[slot] = true;
  }
  if (unmet.count == 0)
    return;
  tell(at, &unmet, hard);
  if (hard)
    leave_out(at, demand, told);
}

void decide_needs(struct deciding *at)
{
  for (int d = 0; d < at->problem->n_demands; d++)
    if (is_asked(at->problem, &at->problem->demands[d]))
      look_at_line(at, d);
}
