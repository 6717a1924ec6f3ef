/* The placements of a programme that can still be chosen, by cells: a clinician in a slot.
 * Only read once it is made, so that all threads share it. */
#ifndef ROTA_SOLVER_PLACEMENT_INDEX_H
#define ROTA_SOLVER_PLACEMENT_INDEX_H

#include "solver/column_view.h"

#include <glib.h>

/* Free placements by cell: those of cell k from first[k] to before first[k + 1]. */
struct cells {
  int *first, *columns;
  int count;
};

struct placement_index {
  const struct column_view *view;
  int n_clinicians, n_slots; /* one more each, for labels without one */
  struct cells cells;        /* cell: clinician * n_slots + slot */
  int *mates;         /* [cells] another cell of the same clinician, which a row weighs against
                         this one, such as the other half of a whole day; -1: none */
  bool has_mates;     /* is there any? */
  GArray *clinicians; /* that have any, ascending */
  GArray *placements; /* that are free */
};

/* The view must outlive it. Free with placement_index_free (NULL is fine). */
struct placement_index *placement_index_new(const struct column_view *view);
void placement_index_free(struct placement_index *index);

/* The cell of a placement's label. */
int placement_index_cell(const struct placement_index *index, const struct label *label);

#endif
