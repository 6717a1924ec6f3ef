/* The proven bound of a large programme: the Lagrangian value of prices of the coupling
 * rows. The prices come from the relaxation, solved by PDHG, to which cuts are added in
 * rounds. */
#ifndef ROTA_SOLVER_BOUND_BOUND_H
#define ROTA_SOLVER_BOUND_BOUND_H

#include "solver/run.h"

/* Is there more than one block? */
bool bound_suits(const struct run *run);
/* Raises the run's bound until it stops rising, or the run is over. */
void bound_search(struct run *run);

/* The same in two steps, for a thread that anneals between them. NULL: the programme has no
 * solution, which infeasible.h will explain. Free with bounding_free (NULL is fine). */
struct bounding;
struct bounding *bounding_new(struct run *run);
void bounding_free(struct bounding *bounding);
/* Works on the relaxation until it gives a guide, for a small part of the run's time. */
void bounding_advise(struct bounding *bounding);
/* Goes on from there, as bound_search does. Call it once. */
void bounding_search(struct bounding *bounding);

#endif
