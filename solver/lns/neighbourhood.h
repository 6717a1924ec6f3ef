/* Neighbourhoods: which columns to free, drawn by labels and rows alone. */
#ifndef ROTA_SOLVER_LNS_NEIGHBOURHOOD_H
#define ROTA_SOLVER_LNS_NEIGHBOURHOOD_H

#include "model/dice.h"
#include "solver/placement_index.h"
#include "solver/solution.h"

enum neighbourhood {
  NEIGHBOURHOOD_SLOTS,                   /* everybody, a few consecutive slots */
  NEIGHBOURHOOD_BLOCK,                   /* clinicians who share rows, some consecutive slots */
  NEIGHBOURHOOD_PEOPLE,                  /* clinicians who share rows, all slots */
  NEIGHBOURHOODS,                        /* how many there are to choose from */
  NEIGHBOURHOOD_BROKEN = NEIGHBOURHOODS, /* around a row that is broken */
  NEIGHBOURHOOD_BETWEEN,                 /* where two rotas differ */
  NEIGHBOURHOOD_KINDS
};

/* Draws about `size` columns into `out`, each once; perhaps none. Only those that are
 * likely[columns] or set in the solution; NULL: any. */
void neighbourhood_draw(const struct placement_index *index, enum neighbourhood kind,
                        const struct solution *solution, const bool *likely, int size,
                        struct dice *dice, GArray *out);

/* Where the solution and other[columns] differ, about `size` columns: of all such cells what is
 * likely or set in either, if there is room for that, else of as many as there is room for; or, as
 * often, only what is set in either. */
void neighbourhood_between(const struct placement_index *index, const struct solution *solution,
                           const int64_t *other, const bool *likely, int size, struct dice *dice,
                           GArray *out);

/* All placements of one clinician. */
void neighbourhood_clinician(const struct placement_index *index, int clinician, GArray *out);

#endif
