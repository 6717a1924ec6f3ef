/* The proven bound of a large programme: prices for the coupling rows from a
 * first-order solution of the relaxation, to which cuts are added in rounds,
 * valued by whole solutions of each clinician's block. */
#ifndef ROTA_SOLVER_BOUND_BOUND_H
#define ROTA_SOLVER_BOUND_BOUND_H

#include "solver/run.h"

/* Are there blocks to take apart? */
bool bound_suits(const struct run *run);
/* Raises the run's bound until it hardly rises any more, or the run is over. */
void bound_search(struct run *run);

/* The same in two steps, for one who has other things to do. NULL: the programme
 * has no solution; whoever looks for one will find out why. Free with
 * bounding_free (NULL is fine). */
struct bounding;
struct bounding *bounding_new(struct run *run);
void bounding_free(struct bounding *bounding);
/* Works on the relaxation until it can guide the improvement, for a small part of
 * the run's time. */
void bounding_advise(struct bounding *bounding);
/* Goes on from there, as bound_search does; once. */
void bounding_search(struct bounding *bounding);

#endif
