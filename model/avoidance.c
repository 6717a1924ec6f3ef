#include "model/avoidance.h"

#include "model/satisfaction.h"

/* A site, task or person that is not wanted, or a session that is wanted off or without
 * some work: what is not spoken of is NONE. */
struct negative_wish {
  int site, task, person;
  const struct session_request *request;
  struct where where;
};

static bool is_negative(const struct service *service, int level, bool firm)
{
  return firm ? level == service_level_against(service) : level >= service->levels.wished;
}

static bool request_is_negative(const struct service *service,
                                const struct session_request *request, bool firm)
{
  return request->off ? request->level == 0 || !firm : is_negative(service, request->level, firm);
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

static void add_wish(GArray *out, int site, int task, int person, struct where where)
{
  const struct negative_wish wish = {site, task, person, NULL, where};
  g_array_append_val(out, wish);
}

static void add_request(GArray *out, const struct session_request *request)
{
  const struct negative_wish wish = {request->off ? NONE : request->site,
                                     request->off ? NONE : request->task, NONE, request,
                                     request->where};
  g_array_append_val(out, wish);
}

/* struct negative_wish, in order of the file's sections; of no preferences none. */
static GArray *negative_wishes(const struct problem *problem, int clinician, bool firm)
{
  const struct service *service = problem->service;
  const struct preferences *asked = month_preferences(problem->month, clinician);
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct negative_wish));
  for (int i = 0; asked && i < asked->n_sites; i++)
    if (is_negative(service, asked->sites[i].level, firm))
      add_wish(out, asked->sites[i].item, NONE, NONE, asked->sites[i].where);
  for (int i = 0; asked && i < asked->n_tasks; i++)
    if (is_negative(service, asked->tasks[i].level, firm))
      add_wish(out, NONE, asked->tasks[i].item, NONE, asked->tasks[i].where);
  for (int i = 0; asked && i < asked->n_people; i++)
    if (is_negative(service, asked->people[i].level, firm))
      add_wish(out, NONE, NONE, asked->people[i].item, asked->people[i].where);
  for (int i = 0; asked && i < asked->n_requests; i++)
    if (asked->requests[i].sessions > 0 && request_is_negative(service, &asked->requests[i], firm))
      add_request(out, &asked->requests[i]);
  return out;
}

struct avoidance avoidance_of(const struct problem *problem, const struct rota *rota, int clinician,
                              bool firm)
{
  g_autoptr(GArray) wishes = negative_wishes(problem, clinician, firm);
  struct avoidance out = {0, 0, 0, 0};
  for (guint i = 0; i < wishes->len; i++)
    count_wish(problem, rota, clinician, &g_array_index(wishes, struct negative_wish, i), &out);
  return out;
}

void avoidance_refusals(const struct problem *problem, const struct rota *rota, int clinician,
                        GArray *out)
{
  g_autoptr(GArray) wishes = negative_wishes(problem, clinician, true);
  for (guint i = 0; i < wishes->len; i++) {
    const struct negative_wish *wish = &g_array_index(wishes, struct negative_wish, i);
    struct refusal refusal = {clinician,     wish->site, wish->task, wish->person,
                              wish->request, NONE,       0,          wish->where};
    for (int s = 0; s < problem->month->n_slots; s++) {
      if (!fails(problem, rota, wish, clinician, s))
        continue;
      refusal.slot = refusal.sessions++ == 0 ? s : refusal.slot;
    }
    if (refusal.sessions > 0)
      g_array_append_val(out, refusal);
  }
}

void avoidance_add(struct avoidance *sum, const struct avoidance *other)
{
  sum->asked += other->asked;
  sum->met += other->met;
  sum->sessions += other->sessions;
  sum->sessions_met += other->sessions_met;
}
