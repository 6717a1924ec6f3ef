/* Improvement by sub-models: free some columns, solve the piece, keep what is
 * better; over and over, on all threads. Begins with each clinician in turn,
 * which makes the first rota out of nothing. */
#ifndef ROTA_SOLVER_LNS_IMPROVE_H
#define ROTA_SOLVER_LNS_IMPROVE_H

#include "solver/run.h"

struct improver;
struct improver *improver_new(struct run *run);
void improver_free(struct improver *improver); /* NULL is fine */

/* Before the rest: a first rota by simple means, its counts as its placements
 * have them, and whose month is to be mended first. */
void improver_begin(struct improver *improver);

/* Lets the counts of the run's solution follow its placements. */
void improver_settle(struct improver *improver);

/* A good rota by annealing, or, `once`, a fair one. By one thread, which those in
 * improver_help join. */
void improver_anneal(struct improver *improver, bool once);

/* Each clinician in turn, and no more: the first rota. */
void improver_sweep(struct improver *improver);

/* Works on the run until a lawful rota is known, or as improver_work does. Is one? */
bool improver_first(struct improver *improver, int patience);

/* Works on the run until it is over, or until `patience` pieces in a row
 * brought nothing (0: never). Called by several threads at once. In
 * deterministic mode pieces are solved in rounds, so that what comes out does
 * not depend on who is quick, or on the number of threads. */
void improver_work(struct improver *improver, int patience);
/* Helps the thread that anneals and then improves until the run is over; improves by
 * itself where there are no rounds. */
void improver_help(struct improver *improver);

#endif
