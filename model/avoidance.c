#include "model/avoidance.h"

#include "model/satisfaction.h"

/* A site, task or person that is not wanted, or a session that is wanted off or without
 * some work: what is not spoken of is NONE. */
struct negative_wish {
  int site, task, person;
  const struct session_request *request;
};

static bool is_negative(enum level level, bool firm)
{
  return level == LEVEL_AVOID || (level == LEVEL_DISLIKE && !firm);
}

static bool request_is_negative(const struct session_request *request, bool firm)
{
  return request->off ? request->level == LEVEL_LOVE || !firm : is_negative(request->level, firm);
}

/* Whoever is met is at the item's site, which is not remote; that is for the caller to see. */
static bool goes_against(const struct problem *problem, const struct negative_wish *wish,
                         const struct assignment *item)
{
  const struct session_request *request = wish->request;
  if (request && !preference_request_applies(problem, request, item->slot))
    return false;
  return (wish->site == NONE || wish->site == item->site) &&
         (wish->task == NONE || wish->task == item->task);
}

static bool could_be_met(const struct problem *problem, const struct assignment *item, int person)
{
  int count, first = problem_cell(problem, person, item->slot, &count);
  if (problem->service->sites[item->site].remote)
    return false;
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].site == item->site)
      return true;
  return false;
}

/* Can the clinician be given work in the slot that goes against the wish? */
static bool could_fail(const struct problem *problem, const struct negative_wish *wish,
                       int clinician, int slot)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (goes_against(problem, wish, &problem->candidates[i]) &&
        (wish->person == NONE || could_be_met(problem, &problem->candidates[i], wish->person)))
      return true;
  return false;
}

static bool fails(const struct problem *problem, const struct rota *rota,
                  const struct negative_wish *wish, int clinician, int slot)
{
  int count;
  const struct assignment *items = rota_at(rota, clinician, slot, &count);
  for (int i = 0; i < count; i++)
    if (goes_against(problem, wish, &items[i]) &&
        (wish->person == NONE || satisfaction_meets(problem, rota, &items[i], wish->person)))
      return true;
  return false;
}

static void count_wish(const struct problem *problem, const struct rota *rota, int clinician,
                       const struct negative_wish *wish, struct avoidance *out)
{
  int failed = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    bool fault = fails(problem, rota, wish, clinician, s);
    failed += fault;
    bool counts = fault || could_fail(problem, wish, clinician, s);
    out->sessions += counts;
    out->sessions_met += counts && !fault;
  }
  out->asked++;
  out->met += failed == 0;
}

struct avoidance avoidance_of(const struct problem *problem, const struct rota *rota, int clinician,
                              bool firm)
{
  const struct preferences *asked = month_preferences(problem->month, clinician);
  struct avoidance out = {0, 0, 0, 0};
  if (!asked)
    return out;
  for (int i = 0; i < asked->n_sites; i++)
    if (is_negative(asked->sites[i].level, firm))
      count_wish(problem, rota, clinician,
                 &(struct negative_wish){asked->sites[i].item, NONE, NONE, NULL}, &out);
  for (int i = 0; i < asked->n_tasks; i++)
    if (is_negative(asked->tasks[i].level, firm))
      count_wish(problem, rota, clinician,
                 &(struct negative_wish){NONE, asked->tasks[i].item, NONE, NULL}, &out);
  for (int i = 0; i < asked->n_people; i++)
    if (is_negative(asked->people[i].level, firm))
      count_wish(problem, rota, clinician,
                 &(struct negative_wish){NONE, NONE, asked->people[i].item, NULL}, &out);
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *request = &asked->requests[i];
    bool off = request->off;
    if (request->sessions > 0 && request_is_negative(request, firm))
      count_wish(problem, rota, clinician,
                 &(struct negative_wish){off ? NONE : request->site, off ? NONE : request->task,
                                         NONE, request},
                 &out);
  }
  return out;
}

void avoidance_add(struct avoidance *sum, const struct avoidance *other)
{
  sum->asked += other->asked;
  sum->met += other->met;
  sum->sessions += other->sessions;
  sum->sessions_met += other->sessions_met;
}
