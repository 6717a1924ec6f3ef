/* A programme by its columns: the rows of each, and whose they are. Columns that are no
 * placements are called counts here: the rules' own, auxiliary columns, such as how many
 * are missing. */
#ifndef ROTA_SOLVER_COLUMN_VIEW_H
#define ROTA_SOLVER_COLUMN_VIEW_H

#include "model/programme.h"

struct entry {
  int row;
  int64_t coefficient;
};

struct column_view {
  const struct programme *programme;
  struct entry *entries; /* of column j: from first[j] to before first[j + 1] */
  int *first;
  int *counts; /* of row i: from row_first[i] to before row_first[i + 1] */
  int *row_first;
  int n_placements;
  int n_clinicians, n_slots; /* one more than the highest label */
};

/* The programme must outlive the view. Free with column_view_free (NULL is fine). */
struct column_view *column_view_new(const struct programme *programme);
void column_view_free(struct column_view *view);

/* The clinician all of a row's columns belong to; -1: more than one, or none. */
int column_view_row_owner(const struct programme *programme, const struct row *row);

#endif
