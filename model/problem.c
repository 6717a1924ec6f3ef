#include "model/problem.h"

#include "model/asked.h"
#include "model/date.h"

/* In the working pattern or as agreed, employed, and neither on leave nor on holiday? Sites
 * that are closed are another matter: a colleague may work elsewhere. */
static void find_present(struct problem *problem)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  problem->present = g_new0(bool, (gsize)service->n_clinicians *(gsize)month->n_slots + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < month->n_slots; s++)
      problem->present[c * month->n_slots + s] = month_works(month, service, c, s);
}

static void clear_present(struct problem *problem, int clinician, int from, int until,
                          uint8_t blocks)
{
  const struct month *month = problem->month;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *slot = &month->slots[s];
    if (slot->date >= from && slot->date <= until && blocks >> slot->block & 1)
      problem->present[clinician * month->n_slots + s] = false;
  }
}

static void take_away(struct problem *problem)
{
  const struct month *month = problem->month;
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    clear_present(problem, leave->clinician, leave->from, leave->until, leave->blocks);
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    if (closure->site == NONE)
      for (int c = 0; c < problem->service->n_clinicians; c++)
        clear_present(problem, c, closure->from, closure->until, closure->blocks);
  }
}

static void find_extra(struct problem *problem)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  problem->extra = g_new0(bool, (gsize)service->n_clinicians *(gsize)month->n_slots + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < month->n_slots && service->clinicians[c].bank; s++)
      problem->extra[c * month->n_slots + s] = true;
  for (int i = 0; i < month->n_agreed; i++) {
    const struct agreed *agreed = &month->agreed[i];
    const struct slot *at = &month->slots[agreed->slot];
    if (agreed->extra && !clinician_works(service, agreed->clinician, at->date, at->block))
      problem->extra[agreed->clinician * month->n_slots + agreed->slot] = true;
  }
}

/* What was worked and is to be among the candidates. */
struct worked {
  const struct assignment *items;
  int count;
};

static bool was_worked(const struct worked *worked, const struct assignment *item)
{
  for (int i = 0; i < worked->count; i++) {
    const struct assignment *at = &worked->items[i];
    if (at->clinician == item->clinician && at->slot == item->slot && at->task == item->task &&
        at->site == item->site)
      return true;
  }
  return false;
}

/* Fills a cell with every task and site that no hard use bars. */
static void fill_cell(struct problem *problem, int clinician, int slot, const struct worked *worked,
                      GArray *candidates)
{
  const struct service *service = problem->service;
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++) {
      struct assignment candidate = {clinician, slot, t, s, false};
      if ((service->tasks[t].at[s] && !problem_barred_by(problem, &candidate)) ||
          was_worked(worked, &candidate))
        g_array_append_val(candidates, candidate);
    }
}

static void find_candidates(struct problem *problem, const struct worked *worked)
{
  int n_slots = problem->month->n_slots, n_cells = problem->service->n_clinicians * n_slots;
  GArray *candidates = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  problem->cell = g_new0(int, (gsize)n_cells + 1);
  for (int i = 0; i < n_cells; i++) {
    problem->cell[i] = (int)candidates->len;
    fill_cell(problem, i / n_slots, i % n_slots, worked, candidates);
  }
  problem->cell[n_cells] = (int)candidates->len;
  problem->n_candidates = (int)candidates->len;
  problem->candidates = (struct assignment *)(void *)g_array_free(candidates, FALSE);
}

static void mark_locks(struct problem *problem)
{
  for (int i = 0; i < problem->month->n_locks; i++) {
    const struct lock *lock = &problem->month->locks[i];
    struct assignment locked = {lock->clinician, lock->slot, lock->task, lock->site, true};
    int candidate = problem_candidate(problem, &locked);
    if (candidate != NONE)
      problem->candidates[candidate].locked = true;
  }
}

static void join_demands(struct problem *problem)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  GArray *demands = g_array_new(FALSE, FALSE, sizeof(struct demand));
  for (int i = 0; i < service->n_demands; i++) {
    bool replaced = false;
    for (int j = 0; j < month->n_demands && !replaced; j++)
      replaced = demand_replaces(service, &month->demands[j], &service->demands[i]);
    if (!replaced)
      g_array_append_val(demands, service->demands[i]);
  }
  g_array_append_vals(demands, month->demands, (guint)month->n_demands);
  problem->n_demands = (int)demands->len;
  problem->demands = (struct demand *)(void *)g_array_free(demands, FALSE);
}

static void mark_event_work(struct problem *problem)
{
  int n_slots = problem->month->n_slots;
  problem->event_work = g_new0(bool, problem_work_index(problem, n_slots, 0, 0) + 1);
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *need = &problem->demands[d];
    for (int s = 0; need->event != NONE && s < n_slots; s++)
      for (int t = 0; need->slots[s] && t < problem->service->n_tasks; t++)
        if (demand_has_task(need, t))
          problem->event_work[problem_work_index(problem, s, t,
                                                 problem->month->events[need->event].site)] = true;
  }
}

struct problem *problem_new(const struct service *service, const struct month *month)
{
  return problem_new_worked(service, month, NULL, 0);
}

struct problem *problem_new_worked(const struct service *service, const struct month *month,
                                   const struct assignment *worked, int n_worked)
{
  struct problem *problem = g_new0(struct problem, 1);
  problem->service = service;
  problem->month = month;
  join_demands(problem);
  mark_event_work(problem);
  problem->asked = asked_new(problem);
  find_present(problem);
  find_extra(problem);
  take_away(problem);
  find_candidates(problem, &(struct worked){worked, n_worked});
  mark_locks(problem);
  return problem;
}

void problem_free(struct problem *problem)
{
  if (!problem)
    return;
  g_free(problem->demands);
  g_free(problem->candidates);
  g_free(problem->cell);
  g_free(problem->present);
  g_free(problem->extra);
  g_free(problem->event_work);
  g_free(problem->asked);
  g_free(problem);
}

int problem_cell(const struct problem *problem, int clinician, int slot, int *count)
{
  const int *cell = &problem->cell[clinician * problem->month->n_slots + slot];
  *count = cell[1] - cell[0];
  return cell[0];
}

int problem_candidate(const struct problem *problem, const struct assignment *assignment)
{
  int count, first = problem_cell(problem, assignment->clinician, assignment->slot, &count);
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].task == assignment->task &&
        problem->candidates[i].site == assignment->site)
      return i;
  return NONE;
}

bool problem_present(const struct problem *problem, int clinician, int slot)
{
  return problem->present[clinician * problem->month->n_slots + slot];
}

const struct rule_use *problem_barred_by(const struct problem *problem,
                                         const struct assignment *assignment)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (use->hard && use->rule->bars && use->rule->bars(use, problem, assignment))
      return use;
  }
  return NULL;
}
