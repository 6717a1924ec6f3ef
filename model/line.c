#include "model/line.h"

bool line_has_site(const struct problem *problem, const struct line *line, int site)
{
  if (line->site != NONE)
    return site == line->site;
  return line->demand->sites ? line->demand->sites[site]
                             : problem->service->tasks[line->demand->task].at[site];
}

/* Sessions of an ordinary week in which a site of the line has its hours; of all of the
 * line's, where it is shut. */
int line_usual_sessions(const struct problem *problem, const struct line *line)
{
  const struct service *service = problem->service;
  int usual = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool open = line->shut;
      for (int s = 0; s < service->n_sites; s++)
        open =
            open || (line_has_site(problem, line, s) && service_site_open(service, s, weekday, b));
      usual += open && (service->week.blocks[weekday] & 1U << b) != 0 &&
               (line->demand->when.blocks[weekday] & 1U << b) != 0;
    }
  return usual;
}

/* Is the line about that slot at all, and is it asked for there? */
bool line_is_about(const struct problem *problem, const struct line *line, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  return at->ordinary && pattern_has(&line->demand->when, at->date, at->block);
}

/* Not at a site that is closed, nor where an event does the line's task: that work
 * is the event's, and nobody asks for the ordinary one besides. */
static bool is_asked_at(const struct problem *problem, const struct line *line, int slot, int site)
{
  return problem_site_open(problem, slot, site) &&
         !problem_is_event_work(problem, slot, line->demand->task, site);
}

bool line_is_asked(const struct problem *problem, const struct line *line, int slot)
{
  if (line->site != NONE)
    return is_asked_at(problem, line, slot, line->site);
  for (int s = 0; s < problem->service->n_sites; s++)
    if (line_has_site(problem, line, s) && is_asked_at(problem, line, slot, s))
      return true;
  return false;
}

/* Where the line's work goes in a slot in which it is not asked for here, or NONE. */
int line_goes_to(const struct problem *problem, const struct line *line, int slot)
{
  int to = NONE;
  for (int s = problem->service->n_sites - 1; s >= 0; s--)
    if (line_has_site(problem, line, s)) {
      int there = problem_moves_to(problem, slot, line->demand->task, s);
      to = there == NONE ? to : there;
    }
  return to;
}

/* Counts the slot, in which nothing is asked, as one that was taken away, if it was. */
void line_count_taken(const struct problem *problem, struct line *line, int slot)
{
  bool owed = false;
  const struct closure *by = NULL;
  if (line_goes_to(problem, line, slot) != NONE) {
    line->moved++;
    return;
  }
  for (int s = 0; s < problem->service->n_sites; s++) {
    if (!line_has_site(problem, line, s) ||
        problem_is_event_work(problem, slot, line->demand->task, s) ||
        problem_site_lapses(problem, slot, s))
      continue;
    const struct closure *closure = problem_owed_by(problem, slot, s);
    owed = owed || line->shut || closure;
    by = by ? by : closure;
  }
  if (owed && line->owed++ == 0)
    line->closure = by;
}

int line_period(const struct problem *problem, enum period per, int slot)
{
  int day = problem->month->slots[slot].day;
  if (per == PERIOD_SESSION)
    return slot;
  if (per == PERIOD_DAY)
    return day;
  return per == PERIOD_WEEK ? problem->month->days[day].week : 0;
}

/* The number's share in a week of which there are only so many sessions. */
int line_share(const struct line *line, int number, int sessions)
{
  if (sessions == 0 || sessions >= line->usual)
    return sessions == 0 ? 0 : number;
  int whole = number * sessions / line->usual, rest = number * sessions % line->usual;
  return 2 * rest >= line->usual ? whole + 1 : whole;
}
