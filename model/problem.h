/* A service and a month put together: all that a rule needs to know, and the
 * candidates, every single assignment that no hard rule bars by itself. */
#ifndef ROTA_MODEL_PROBLEM_H
#define ROTA_MODEL_PROBLEM_H

#include "model/month.h"
#include "model/rota.h"
#include "model/rule.h"
#include "model/service.h"

struct problem {
  const struct service *service; /* borrowed, like the month */
  const struct month *month;
  struct demand *demands; /* the service's and the month's together */
  int n_demands;
  struct assignment *candidates; /* in order of clinician, slot, task, site */
  int n_candidates;
  int *cell;        /* [clinicians * slots + 1]: where each cell's candidates start */
  bool *present;    /* [clinicians * slots]: in the working pattern and not away */
  bool *extra;      /* likewise: beyond any contract, be the person present or not */
  bool *event_work; /* [slots * tasks * sites]: a task that an event needs, there and then */
  uint8_t *asked;   /* likewise: enum asked, of model/asked.h */
  int over_before;  /* days before it are over, and stay in whatever rota is looked for as in the
                       one that is asked about; DATE_NONE: all may change */
};

/* Both must outlive the problem. Free with problem_free (NULL is fine). */
struct problem *problem_new(const struct service *service, const struct month *month);
/* The same with what was worked among the candidates, whatever bars it. */
struct problem *problem_new_worked(const struct service *service, const struct month *month,
                                   const struct assignment *worked, int n_worked);
void problem_free(struct problem *problem);

/* The candidates of a clinician in a slot: `*count` from the returned index. */
int problem_cell(const struct problem *problem, int clinician, int slot, int *count);
/* The index of that very candidate, or NONE. */
int problem_candidate(const struct problem *problem, const struct assignment *assignment);
bool problem_present(const struct problem *problem, int clinician, int slot);
/* Is the session one beyond the clinician's contract: the bank's, or agreed as extra? */
static inline bool problem_is_extra(const struct problem *problem, int clinician, int slot)
{
  return problem->extra[clinician * problem->month->n_slots + slot];
}

/* Is the site, or the whole service, closed in that slot by one of the month's closures? */
bool problem_site_closed(const struct problem *problem, int slot, int site);
/* The closure that takes away what is asked for at the site in that slot, and leaves it owed;
 * NULL where the site's hours don't hold the slot, no closure covers it, or one lets it lapse. */
const struct closure *problem_owed_by(const struct problem *problem, int slot, int site);
/* Where the task, taken away from the site in that slot, is asked for instead: where the first
 * of these closures that says so moves it to, if it can be done there then; or NONE. */
int problem_moves_to(const struct problem *problem, int slot, int task, int site);
/* Is it closed then by a closure of which nothing is owed? */
bool problem_site_lapses(const struct problem *problem, int slot, int site);
/* Is the site open in that slot, by its opening hours and the month's closures? */
bool problem_site_open(const struct problem *problem, int slot, int site);

static inline bool problem_is_over(const struct problem *problem, int slot)
{
  return problem->month->slots[slot].date < problem->over_before;
}

/* Is that the work of an event: a task that it needs, at its site, while it runs? */
bool problem_is_event_work(const struct problem *problem, int slot, int task, int site);
/* Are all tasks of the line that are done at the site events' work then? */
bool problem_is_taken_up(const struct problem *problem, const struct demand *line, int slot,
                         int site);

/* Where a task at a site in a slot stands in the tables above. */
static inline size_t problem_work_index(const struct problem *problem, int slot, int task, int site)
{
  size_t n_tasks = (size_t)problem->service->n_tasks, n_sites = (size_t)problem->service->n_sites;
  return ((size_t)slot * n_tasks + (size_t)task) * n_sites + (size_t)site;
}

/* The first use that bars the assignment by itself and is hard, or NULL. */
const struct rule_use *problem_barred_by(const struct problem *problem,
                                         const struct assignment *assignment);

#endif
