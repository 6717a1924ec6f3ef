/* A small programme of columns that rows tie together, minimised exactly: rows
 * tighten bounds, what falls apart is solved part by part, and what is left is
 * halved. Part of exact.h. */
#ifndef ROTA_TESTS_SUPPORT_EXACT_PIECE_H
#define ROTA_TESTS_SUPPORT_EXACT_PIECE_H

#include "model/programme.h"

struct exact_piece {
  int n_columns, n_rows;
  int64_t *lower, *upper, *cost;  /* [columns] */
  int64_t *row_lower, *row_upper; /* [rows] */
  int *first;                     /* [rows + 1] where each row's terms start */
  struct term *terms;             /* their columns are the piece's own */
};

struct exact_answer {
  bool feasible;
  int64_t cost;
};

/* Room for so much, all zero. */
struct exact_piece *exact_piece_new(int n_columns, int n_rows, int n_terms);
void exact_piece_free(struct exact_piece *piece); /* NULL is fine */

#define EXACT_NO_CUTOFF (INT64_MAX / 4)

/* The least cost, as long as it is below `cutoff`. Tightens the piece's bounds. */
struct exact_answer exact_piece_solve(struct exact_piece *piece, int64_t cutoff);

/* Tightens bounds by rows; false: the rows can't all hold. */
bool exact_piece_propagate(struct exact_piece *piece);
/* Can the row still be broken within the bounds? */
bool exact_piece_can_break(const struct exact_piece *piece, int row);
/* No values cost less. */
int64_t exact_piece_bound(const struct exact_piece *piece);
/* The first row that is broken when each column costs the least it can, or -1:
 * exact_piece_bound is then what it costs. */
int exact_piece_broken_row(const struct exact_piece *piece);

#endif
