/* The placements of a programme that can still be chosen, by clinician and slot, by
 * site and by task. Only read once it is made, so that all threads share it. */
#ifndef ROTA_SOLVER_PLACEMENT_INDEX_H
#define ROTA_SOLVER_PLACEMENT_INDEX_H

#include "solver/column_view.h"

#include <glib.h>

/* Columns by a key: those of key k from first[k] to before first[k + 1]. */
struct buckets {
  int *first, *columns;
  int n_keys;
};

struct placement_index {
  const struct column_view *view;
  int n_clinicians, n_slots;   /* one more each, for labels without one */
  struct buckets cells;        /* free placements by clinician * n_slots + slot */
  struct buckets sites, tasks; /* by site and by task; without those that have none */
  GArray *clinicians;          /* that have any, ascending */
  GArray *placements;          /* that are free */
};

/* The view must outlive it. Free with placement_index_free (NULL is fine). */
struct placement_index *placement_index_new(const struct column_view *view);
void placement_index_free(struct placement_index *index);

/* The cell of a placement's label: a clinician in a slot. */
int placement_index_cell(const struct placement_index *index, const struct label *label);

#endif
