/* Which columns to free next: neighbourhoods drawn from the labels alone. */
#ifndef ROTA_SOLVER_LNS_NEIGHBOURHOOD_H
#define ROTA_SOLVER_LNS_NEIGHBOURHOOD_H

#include "model/dice.h"
#include "solver/placement_index.h"
#include "solver/solution.h"

enum neighbourhood {
  NEIGHBOURHOOD_PEOPLE,                  /* some clinicians, over the month */
  NEIGHBOURHOOD_ALIKE,                   /* clinicians who meet in rows, over the month */
  NEIGHBOURHOOD_SLOTS,                   /* everybody, in a few slots on end */
  NEIGHBOURHOOD_BLOCK,                   /* clinicians who meet in rows, in some weeks */
  NEIGHBOURHOOD_SITE,                    /* whoever could be at a site, in some slots */
  NEIGHBOURHOOD_TASK,                    /* whoever could do a task, in some slots */
  NEIGHBOURHOOD_COSTLY,                  /* around a count that costs */
  NEIGHBOURHOOD_SCATTER,                 /* any columns that meet in rows */
  NEIGHBOURHOODS,                        /* those above are drawn from all the time */
  NEIGHBOURHOOD_BROKEN = NEIGHBOURHOODS, /* around a row that is broken */
};

/* Draws about `size` free columns into `out`, each once; perhaps none. Only
 * those that are likely[columns], or set in the solution; NULL: any. `index` is only
 * read. */
void neighbourhood_draw(const struct placement_index *index, enum neighbourhood kind,
                        const struct solution *solution, const bool *likely, int size,
                        struct dice *dice, GArray *out);

/* All placements of one clinician. */
void neighbourhood_clinician(const struct placement_index *index, int clinician, GArray *out);

#endif
