/* Large neighbourhood search: free some columns, solve the subproblem, keep what is
 * better; over and over, on all threads. Begins with each clinician in turn,
 * which makes the first rota out of nothing. */
#ifndef ROTA_SOLVER_LNS_LNS_H
#define ROTA_SOLVER_LNS_LNS_H

#include "solver/run.h"

struct lns;
struct lns *lns_new(struct run *run);
void lns_free(struct lns *lns); /* NULL is fine */

/* Before the rest: a first rota by simple means, its counts as its placements
 * have them, and whose month is to be mended first. */
void lns_begin(struct lns *lns);

/* Lets the counts of the run's solution follow its placements. */
void lns_settle(struct lns *lns);

/* A good rota by annealing, or, `once`, a fair one. By one thread, which those in
 * lns_help join. */
void lns_anneal(struct lns *lns, bool once);

/* Each clinician in turn, and no more: the first rota. */
void lns_sweep(struct lns *lns);

/* Works on the run until a lawful rota is known, or as lns_work does. Is one? */
bool lns_first(struct lns *lns, int patience);

/* Works on the run until it is over, or until `patience` subproblems in a row
 * brought nothing (0: never). Called by several threads at once. In
 * deterministic mode subproblems are solved in rounds, so that what comes out does
 * not depend on who is quick, or on the number of threads. */
void lns_work(struct lns *lns, int patience);
/* Helps the thread that anneals and then improves until the run is over; improves by
 * itself where there are no rounds. */
void lns_help(struct lns *lns);

#endif
