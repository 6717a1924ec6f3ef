/* What one more session would be worth, at the margin, by the prices of a
 * programme's rows. */
#ifndef ROTA_PLANNING_WORTH_H
#define ROTA_PLANNING_WORTH_H

#include "model/problem.h"
#include "model/programme.h"

/* Counts only rows that are about no clinician in particular (cover, rooms, sites): the
 * others do not concern a person who is not in the rota yet. */
struct worth {
  const struct problem *problem;
  double *candidates; /* [candidates] points saved if somebody did this besides */
  GHashTable *places; /* slot, task and site to the candidate that is worth most there */
  double *unfilled;   /* [slots * tasks] points for somebody at what nobody can do */
  double *rooms;      /* [sites * room kinds] points saved by one more, in all slots together */
};

/* `prices`: [rows] of the problem's programme, as in solver.h. The problem must
 * outlive it. Free with worth_free (NULL is fine). */
struct worth *worth_new(const struct problem *problem, const struct programme *programme,
                        const double *prices);
void worth_free(struct worth *worth);

/* The most valuable of all candidates for that task at that site in that slot; NONE
 * where nobody can do it. */
int worth_place(const struct worth *worth, int slot, int task, int site);

/* Points saved by somebody who could do the task in that slot, where it is asked for
 * and nobody at all can do it (of a day, week or month: at its first slot); otherwise
 * 0. */
double worth_unfilled(const struct worth *worth, int slot, int task);

/* Points saved by the best that the clinician could do in the slot; 0 for nothing. */
double worth_session(const struct worth *worth, int clinician, int slot);

#endif
