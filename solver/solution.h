/* A solution: the values of all columns, with row activities, cost and excess kept up to
 * date as they change. It may break rows, never the columns' bounds. */
#ifndef ROTA_SOLVER_SOLUTION_H
#define ROTA_SOLVER_SOLUTION_H

#include "solver/column_view.h"

struct solution {
  int64_t *x;        /* [columns], always within their bounds */
  int64_t *activity; /* [rows] */
  int64_t cost;
  int64_t excess; /* units beyond a bound, summed over rows; 0: a lawful solution */
};

struct change {
  int column;
  int64_t value;
};

/* From the values `start`, or zeros for NULL, each moved into its column's bounds. Free
 * with solution_free (NULL is fine). */
struct solution *solution_new(const struct column_view *view, const int64_t *start);
void solution_free(struct solution *solution);

/* Makes `solution`, of the same view, equal to `from`. */
void solution_assign(const struct column_view *view, struct solution *solution,
                     const struct solution *from);
/* Sets the columns to new values; what they were replaces `changes`, so that
 * the same call again takes the changes back. */
void solution_swap(const struct column_view *view, struct solution *solution,
                   struct change *changes, int count);
/* How far a row is beyond its bounds. */
int64_t solution_row_excess(const struct column_view *view, const struct solution *solution,
                            int row);
/* Does it break rows by less than such an excess, or as much at less than such a cost? */
bool solution_is_better(const struct solution *solution, int64_t excess, int64_t cost);

#endif
