#include "planning/asks_wishes.h"

#include "model/satisfaction.h"

/* Could the person be given anything that the request speaks of? */
static bool is_possible(const struct problem *problem, int clinician,
                        const struct session_request *request)
{
  int n_slots = problem->month->n_slots, first = clinician * n_slots;
  for (int i = problem->cell[first]; i < problem->cell[first + n_slots]; i++) {
    const struct assignment *candidate = &problem->candidates[i];
    if (preference_request_applies(problem, request, candidate->slot) &&
        (request->task == NONE || request->task == candidate->task) &&
        (request->site == NONE || request->site == candidate->site))
      return true;
  }
  return false;
}

static void look_at_request(const struct problem *problem, int clinician,
                            const struct session_request *request, struct diagnostics *out)
{
  if (!is_possible(problem, clinician, request))
    diagnostics_warning(out, request->where,
                        "nothing comes of this: there is no such work for '%s'",
                        problem->service->clinicians[clinician].id);
}

/* The wish for a site or a task, as a request for it in any session. */
static struct session_request anywhen(const struct wish *wish, bool site)
{
  return (struct session_request){.when = pattern_always(),
                                  .date = DATE_NONE,
                                  .task = site ? NONE : wish->item,
                                  .site = site ? wish->item : NONE,
                                  .where = wish->where};
}

static bool could_be_there(const struct problem *problem, int clinician, int slot, int site)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].site == site)
      return true;
  return false;
}

static bool could_meet(const struct problem *problem, int clinician, int other)
{
  int n_slots = problem->month->n_slots, first = clinician * n_slots;
  for (int i = problem->cell[first]; i < problem->cell[first + n_slots]; i++) {
    const struct assignment *candidate = &problem->candidates[i];
    if (!problem->service->sites[candidate->site].remote &&
        could_be_there(problem, other, candidate->slot, candidate->site))
      return true;
  }
  return false;
}

/* --- what is told of otherwise -------------------------------------------------- */

static bool can_ever(const struct problem *problem, int clinician, int task)
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (clinician_can(problem->service, clinician, task, problem->month->days[d].date))
      return true;
  return false;
}

static bool is_ever_sent(const struct problem *problem, int clinician, int site)
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (clinician_on(problem->service, clinician, problem->month->days[d].date)->sites[site])
      return true;
  return false;
}

static bool is_here(const struct problem *problem, int clinician)
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (clinician_employed(problem->service, clinician, problem->month->days[d].date))
      return true;
  return false;
}

/* --- a file of wishes ------------------------------------------------------------ */

static void look_at(const struct problem *problem, const struct preferences *asked,
                    struct diagnostics *out)
{
  const struct clinician *people = problem->service->clinicians;
  int clinician = asked->clinician;
  for (int i = 0; i < asked->n_sites; i++) {
    const struct session_request request = anywhen(&asked->sites[i], true);
    if (is_ever_sent(problem, clinician, request.site))
      look_at_request(problem, clinician, &request, out);
  }
  for (int i = 0; i < asked->n_tasks; i++) {
    const struct session_request request = anywhen(&asked->tasks[i], false);
    if (can_ever(problem, clinician, request.task))
      look_at_request(problem, clinician, &request, out);
  }
  for (int i = 0; i < asked->n_requests; i++)
    if (asked->requests[i].sessions > 0 && !asked->requests[i].off)
      look_at_request(problem, clinician, &asked->requests[i], out);
  for (int i = 0; i < asked->n_people; i++) {
    int other = asked->people[i].item;
    if (is_here(problem, other) && !could_meet(problem, clinician, other))
      diagnostics_warning(out, asked->people[i].where,
                          "nothing comes of this: '%s' and '%s' are never at one place",
                          people[clinician].id, people[other].id);
  }
}

void asks_wishes(const struct problem *problem, struct diagnostics *out)
{
  for (int i = 0; i < problem->month->n_preferences; i++)
    if (is_here(problem, problem->month->preferences[i].clinician))
      look_at(problem, &problem->month->preferences[i], out);
}
