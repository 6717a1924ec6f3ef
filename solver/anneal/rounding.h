/* A rota from a point of the relaxation: in each cell the placement with the largest share in
 * it, or none. Such a rota breaks rows, but annealing from there comes further, and from seed to
 * seed less far apart, than from one that was built cell by cell: docs/decisions/0040. */
#ifndef ROTA_SOLVER_ANNEAL_ROUNDING_H
#define ROTA_SOLVER_ANNEAL_ROUNDING_H

#include "solver/placement_index.h"

/* Sets the free placements in x[columns] by point[columns]. */
void rounding_apply(const struct placement_index *index, const double *point, int64_t *x);

#endif
