/* The inside of struct atlas, for those who draw neighbourhoods. */
#ifndef ROTA_SOLVER_ATLAS_H
#define ROTA_SOLVER_ATLAS_H

#include "solver/lns/neighbourhood.h"

/* Columns by a key: those of key k from first[k] to before first[k + 1]. */
struct shelf {
  int *first, *columns;
  int n_keys;
};

struct atlas {
  const struct view *view;
  int n_clinicians, n_slots; /* with one more each for "no one", "never" */
  struct shelf cells;        /* free placements by clinician * n_slots + slot */
  struct shelf sites, tasks; /* by site and task, those without one left out */
  GArray *clinicians;        /* that have any */
  GArray *placements;        /* that are free */
};

/* The cell of a placement's label. */
int atlas_cell(const struct atlas *atlas, const struct label *label);

#endif
