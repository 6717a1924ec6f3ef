#include "planning/asks_absence.h"

/* The sessions of which a line speaks. */
struct span_of_line {
  int from, until;
  uint8_t blocks;
};

static bool has_slot(const struct span_of_line *span, const struct slot *slot)
{
  return slot->date >= span->from && slot->date <= span->until && span->blocks >> slot->block & 1;
}

static struct span_of_line span_of_leave(const struct leave *leave)
{
  return (struct span_of_line){leave->from, leave->until, leave->blocks};
}

static struct span_of_line span_of_closure(const struct closure *closure)
{
  return (struct span_of_line){closure->from, closure->until, closure->blocks};
}

/* --- leave ------------------------------------------------------------------- */

/* The line that takes the person from the slot before leave `index` does, or NULL. */
static const struct where *away_already(const struct month *month, int index, int slot)
{
  const struct slot *at = &month->slots[slot];
  for (int i = 0; i < index; i++) {
    const struct span_of_line span = span_of_leave(&month->leaves[i]);
    if (month->leaves[i].clinician == month->leaves[index].clinician && has_slot(&span, at))
      return &month->leaves[i].where;
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct span_of_line span = span_of_closure(&month->closures[i]);
    if (month->closures[i].site == NONE && has_slot(&span, at))
      return &month->closures[i].where;
  }
  return NULL;
}

static void look_at_leave(const struct problem *problem, int index, struct asks_ledger *ledger)
{
  const struct month *month = problem->month;
  const struct leave *leave = &month->leaves[index];
  const struct span_of_line span = span_of_leave(leave);
  const struct where *already = NULL;
  const char *id = problem->service->clinicians[leave->clinician].id;
  for (int s = 0; s < month->n_slots; s++) {
    if (!has_slot(&span, &month->slots[s]) ||
        !month_works(month, problem->service, leave->clinician, s))
      continue;
    already = away_already(month, index, s);
    if (!already) {
      asks_ledger_counts(ledger, leave->where);
      return;
    }
  }
  if (already)
    asks_ledger_idle(ledger, leave->where, "nothing comes of this leave: '%s' is away by %s:%d", id,
                     already->file, already->line);
  else
    asks_ledger_idle(ledger, leave->where,
                     "nothing comes of this leave: '%s' does not work then anyway", id);
}

/* Somebody who has left, or is not here yet, is told of as such; and what reaches into
 * other months may be meant for those. */
static bool is_looked_at(const struct problem *problem, const struct leave *leave)
{
  if (leave->beyond)
    return false;
  for (int date = leave->from; date <= leave->until; date++)
    if (clinician_employed(problem->service, leave->clinician, date))
      return true;
  return false;
}

/* --- closures ---------------------------------------------------------------- */

/* Would the site be open in the slot, or an event run there, without any closure? */
static bool would_be_open(const struct problem *problem, int site, int slot)
{
  const struct month *month = problem->month;
  const struct slot *at = &month->slots[slot];
  for (int e = 0; e < month->n_events; e++)
    if (month->events[e].site == site && month->events[e].slots[slot])
      return true;
  return at->ordinary &&
         service_site_open(problem->service, site, month->days[at->day].weekday, at->block);
}

static const struct closure *closed_already(const struct month *month, int index, int slot)
{
  for (int i = 0; i < index; i++) {
    const struct closure *other = &month->closures[i];
    const struct span_of_line span = span_of_closure(other);
    if ((other->site == NONE || other->site == month->closures[index].site) &&
        has_slot(&span, &month->slots[slot]))
      return other;
  }
  return NULL;
}

/* Does the closure say something else of the work than the one that closes already? Of two closures
 * of one site asks_closures_agree tells. */
static bool says_otherwise(const struct closure *closure, const struct closure *other)
{
  return closure->owed != other->owed ||
         (closure->site == other->site && closure->moves_to != NONE &&
          closure->moves_to != other->moves_to);
}

static void look_at_closure(const struct problem *problem, int index, struct asks_ledger *ledger)
{
  const struct month *month = problem->month;
  const struct closure *closure = &month->closures[index];
  const struct span_of_line span = span_of_closure(closure);
  const char *id =
      closure->site == NONE ? "the service" : problem->service->sites[closure->site].id;
  const struct closure *already = NULL;
  for (int s = 0; s < month->n_slots; s++) {
    if (!has_slot(&span, &month->slots[s]) ||
        (closure->site != NONE && !would_be_open(problem, closure->site, s)))
      continue;
    already = closed_already(month, index, s);
    if (!already || says_otherwise(closure, already)) {
      asks_ledger_counts(ledger, closure->where);
      return;
    }
  }
  if (already)
    asks_ledger_idle(ledger, closure->where, "nothing is closed by this: '%s' is closed by %s:%d",
                     id, already->where.file, already->where.line);
  else
    asks_ledger_idle(ledger, closure->where, "nothing is closed by this: '%s' is not open then",
                     id);
}

void asks_absence(const struct problem *problem, struct asks_ledger *ledger)
{
  const struct month *month = problem->month;
  for (int i = 0; i < month->n_leaves; i++)
    if (is_looked_at(problem, &month->leaves[i]))
      look_at_leave(problem, i, ledger);
  for (int i = 0; i < month->n_closures; i++)
    look_at_closure(problem, i, ledger);
}

static bool overlap(const struct problem *problem, const struct closure *one,
                    const struct closure *other)
{
  const struct span_of_line a = span_of_closure(one), b = span_of_closure(other);
  if (one->site != other->site)
    return false;
  for (int s = 0; s < problem->month->n_slots; s++)
    if (has_slot(&a, &problem->month->slots[s]) && has_slot(&b, &problem->month->slots[s]))
      return true;
  return false;
}

void asks_closures_agree(const struct problem *problem, struct diagnostics *out)
{
  const struct closure *all = problem->month->closures;
  for (int i = 0; i < problem->month->n_closures; i++)
    for (int k = 0; k < i; k++) {
      if (!overlap(problem, &all[i], &all[k]))
        continue;
      if (all[i].owed != all[k].owed)
        diagnostics_warning(out, all[i].where,
                            "in some of these sessions %s:%d closes too, and only one of the two "
                            "says 'owed: no', which holds then",
                            all[k].where.file, all[k].where.line);
      else if (all[i].moves_to != all[k].moves_to && all[i].owed)
        diagnostics_warning(out, all[i].where,
                            "in some of these sessions %s:%d closes too, and moves the work "
                            "elsewhere: the first that says where holds",
                            all[k].where.file, all[k].where.line);
    }
}
