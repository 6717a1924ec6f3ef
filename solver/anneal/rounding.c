#include "solver/anneal/rounding.h"

enum { NOTHING = -1 };

/* A placement counts of which the relaxation has more than this. */
static const double least_share = 0.05;

/* The cell's placement that the relaxation has most of; NOTHING: it has more of none. */
static int most_in(const struct placement_index *index, int cell, const double *point)
{
  const struct cells *cells = &index->cells;
  double none = 1, most = least_share;
  int found = NOTHING;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++) {
    none -= point[cells->columns[k]];
    if (point[cells->columns[k]] > most) {
      most = point[cells->columns[k]];
      found = cells->columns[k];
    }
  }
  return most > none ? found : NOTHING;
}

void rounding_apply(const struct placement_index *index, const double *point, int64_t *x)
{
  const struct column *columns = index->view->programme->columns;
  for (int cell = 0; cell < index->cells.count; cell++) {
    int set = most_in(index, cell, point);
    for (int k = index->cells.first[cell]; k < index->cells.first[cell + 1]; k++) {
      int column = index->cells.columns[k];
      x[column] = column == set ? columns[column].upper : columns[column].lower;
    }
  }
}
