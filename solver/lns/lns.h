/* Large neighbourhood search (Shaw 1998): frees some columns, solves the subproblem, keeps
 * what is better; over and over, on all threads. Begins with a sweep: each clinician in
 * turn. */
#ifndef ROTA_SOLVER_LNS_LNS_H
#define ROTA_SOLVER_LNS_LNS_H

#include "solver/placement_index.h"
#include "solver/run.h"

/* The run and the index must outlive it. Free with lns_free (NULL is fine). */
struct lns;
struct lns *lns_new(struct run *run, const struct placement_index *index);
void lns_free(struct lns *lns);

/* Lets the counts of the run's solution follow its placements. */
void lns_settle(struct lns *lns);
/* The same for x[columns]. */
void lns_settle_values(struct lns *lns, int64_t *x);
/* Has the sweep begin anew, with the clinicians whose own rows the run's solution breaks. */
void lns_order(struct lns *lns);

/* Gives each clinician whose own rows x[columns] breaks another month, if one is found. */
void lns_mend(struct lns *lns, int64_t *x);

/* Improves x[columns], in a run within the run, for so long at most or until nothing has come of it
 * for `idle` seconds; counts need not follow placements yet. */
void lns_improve(struct lns *lns, int64_t *x, double seconds, double idle);

/* Each clinician in turn, and no more. */
void lns_sweep(struct lns *lns);

/* As lns_work, but stops as soon as a lawful rota is known. True: one is. */
bool lns_first(struct lns *lns, int patience);

/* Works on the run until it is over, or until `patience` subproblems in a row
 * brought nothing (0: never). Called by several threads at once. In
 * deterministic mode subproblems are solved in rounds, so that what comes out does
 * not depend on who is quick, or on the number of threads. */
void lns_work(struct lns *lns, int patience);
/* The same until nobody's steps have brought anything for so many seconds. Not in deterministic
 * mode. */
void lns_until_idle(struct lns *lns, double seconds);
/* Solves windows only, for so many seconds (0: while others anneal, until they begin with
 * lns_sweep), or until the run is over; none where no other engine serves. Not in deterministic
 * mode. */
void lns_windows(struct lns *lns, double seconds);
/* Helps the thread in lns_work until the run is over: with its rounds, or, where there
 * are none, by improving for itself. */
void lns_help(struct lns *lns);

#endif
