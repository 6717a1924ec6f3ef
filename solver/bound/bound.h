/* The proven bound of a large programme: the Lagrangian value of prices of the coupling
 * rows. The prices come from the relaxation, solved by PDHG, to which cuts are added in
 * rounds. */
#ifndef ROTA_SOLVER_BOUND_BOUND_H
#define ROTA_SOLVER_BOUND_BOUND_H

#include "solver/presolve/reduction.h"
#include "solver/run.h"

/* Is there more than one block? */
bool bound_suits(const struct run *run);

/* NULL: the programme has no solution, which infeasible.h will explain. Free with bounding_free
 * (NULL is fine). */
struct bounding;
struct bounding *bounding_new(struct run *run);
void bounding_free(struct bounding *bounding);
/* Of solutions that cost at most `roof` alone, from where `bounding` is: what these have no room
 * for is left out, cuts stay as rows. It raises the bound to one more than `roof` at most. NULL:
 * there is none. */
struct bounding *bounding_below(const struct bounding *bounding, int64_t roof);
/* Works on the relaxation until it gives a guide, for a small part of the run's time. */
void bounding_advise(struct bounding *bounding);
/* Raises the run's bound until it stops rising, or the run is over. Call it once. */
void bounding_search(struct bounding *bounding);

/* All of it in one. */
void bound_search(struct run *run);

/* What the relaxation has come to: the programme reduced, rows made sparse, those cuts that have a
 * price. Borrowed. */
const struct programme *bounding_relaxation(const struct bounding *bounding);
const struct reduction *bounding_reduction(const struct bounding *bounding);
/* A basis near its point, as text (basis.h); g_free it. */
char *bounding_basis(const struct bounding *bounding);

#endif
