#include "model/line.h"

bool line_has_site(const struct problem *problem, const struct line *line, int site)
{
  if (line->site != NONE)
    return site == line->site;
  return demand_has_site(problem->service, line->demand, site);
}

bool line_counts(const struct problem *problem, const struct line *line,
                 const struct assignment *item)
{
  return demand_has_task(line->demand, item->task) && line_has_site(problem, line, item->site) &&
         !problem_is_event_work(problem, item->slot, item->task, item->site) &&
         demand_has_person(problem->service, line->demand, item->clinician,
                           problem->month->slots[item->slot].date);
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
         !problem_is_taken_up(problem, line->demand, slot, site);
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
    for (int t = problem->service->n_tasks - 1; t >= 0 && line_has_site(problem, line, s); t--)
      if (demand_has_task(line->demand, t)) {
        int there = problem_moves_to(problem, slot, t, s);
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
    line->moved += !demand_is_joint(line->demand);
    return;
  }
  for (int s = 0; s < problem->service->n_sites; s++) {
    if (!line_has_site(problem, line, s) || problem_is_taken_up(problem, line->demand, slot, s) ||
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

void line_read_beyond(const struct problem *problem, struct line *line)
{
  const struct service *service = problem->service;
  const struct pattern *when = &line->demand->when;
  struct shared_days shared;
  line->beyond.asked = line->beyond.people = 0;
  line->beyond.published =
      line->demand->per == PERIOD_WEEK && month_shares(problem->month, line->period, &shared);
  if (!line->beyond.published)
    return;
  for (int date = shared.from; date <= shared.until; date++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool open = false;
      for (int s = 0; s < service->n_sites; s++)
        open = open || (line_has_site(problem, line, s) &&
                        service_site_open(service, s, date_weekday(date), b));
      line->beyond.asked +=
          open && service_has_session(service, date, b) && pattern_has(when, date, b);
    }
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(shared.history, shared.from, shared.until, &at)) != NULL;)
    line->beyond.people += demand_has_task(line->demand, past->task) && past->site != NONE &&
                           past->block != NONE && line_has_site(problem, line, past->site) &&
                           demand_has_person(service, line->demand, past->clinician, past->date) &&
                           pattern_has(when, past->date, past->block) &&
                           service_has_session(service, past->date, past->block);
}

/* Each session of the month's can take a session's share, rounded up. */
int line_share(const struct line *line, int number, int sessions)
{
  int share = number, all = sessions + line->beyond.asked, at_once = 0;
  if (sessions == 0)
    return 0;
  if (all < line->usual) {
    int rest = number * all % line->usual;
    share = number * all / line->usual + (2 * rest >= line->usual ? 1 : 0);
  }
  if (!line->beyond.published)
    return share;
  while (at_once * line->usual < number)
    at_once++;
  return MIN(MAX(share - line->beyond.people, 0), at_once * sessions);
}
