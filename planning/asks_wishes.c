#include "planning/asks_wishes.h"

#include "model/satisfaction.h"
#include "planning/asks_covered.h"
#include "planning/asks_named.h"

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

bool asks_could_meet(const struct problem *problem, int clinician, int other)
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

/* --- a file of wishes ------------------------------------------------------------ */

static void look_at(const struct problem *problem, const struct preferences *asked,
                    struct diagnostics *out)
{
  const struct clinician *people = problem->service->clinicians;
  int clinician = asked->clinician;
  char text[64];
  for (int i = 0; i < asked->n_sites; i++) {
    const struct session_request request = anywhen(&asked->sites[i], true);
    if (month_sends(problem->month, problem->service, clinician, request.site))
      look_at_request(problem, clinician, &request, out);
  }
  for (int i = 0; i < asked->n_tasks; i++) {
    const struct session_request request = anywhen(&asked->tasks[i], false);
    if (month_can(problem->month, problem->service, clinician, request.task))
      look_at_request(problem, clinician, &request, out);
  }
  for (int i = 0; i < asked->n_requests; i++)
    if (asked->requests[i].sessions > 0 && !asked->requests[i].off)
      look_at_request(problem, clinician, &asked->requests[i], out);
  for (int i = 0; i < asked->n_people; i++) {
    int other = asked->people[i].item;
    if (!asks_absence_in_month(problem, other, text) && !asks_could_meet(problem, clinician, other))
      diagnostics_warning(out, asked->people[i].where,
                          "nothing comes of this: '%s' and '%s' are never at one place",
                          people[clinician].id, people[other].id);
  }
}

void asks_wishes(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  for (int i = 0; i < problem->month->n_preferences; i++) {
    const struct preferences *asked = &problem->month->preferences[i];
    if (asks_absence_in_month(problem, asked->clinician, text))
      continue;
    look_at(problem, asked, out);
    asks_covered(problem, asked, out);
  }
}
