/* What one more session would be worth, at the margin, by the prices of a
 * programme's rows. */
#ifndef ROTA_PLANNING_WORTH_H
#define ROTA_PLANNING_WORTH_H

#include "model/problem.h"
#include "model/programme.h"

/* A person who is not in the rota yet pays no price of a row that is about
 * somebody else: only rows about nobody in particular (cover, rooms, sites) count. */
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

/* The candidate of anybody, for that task at that site in that slot, that is worth
 * most; NONE where nobody can do it. */
int worth_place(const struct worth *worth, int slot, int task, int site);

/* What somebody at this task would be worth, from that slot on for a longer period,
 * where it is asked for and there is nobody at all who can do it; otherwise 0. */
double worth_unfilled(const struct worth *worth, int slot, int task);

/* What is best of all that the clinician could do in a slot; 0 for nothing. */
double worth_session(const struct worth *worth, int clinician, int slot);

#endif
