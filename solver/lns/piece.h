/* A small programme cut out of a large one: some columns free, all others as
 * they are in a solution. */
#ifndef ROTA_SOLVER_LNS_PIECE_H
#define ROTA_SOLVER_LNS_PIECE_H

#include "solver/solution.h"

struct piece {
  struct programme *programme; /* the free columns, then one for each way a row is broken */
  int *columns;                /* [n_free] of the whole programme, ascending */
  int n_free;
  int64_t cost; /* of the solution as it is, in the piece's own terms */
};

/* Cuts pieces from one view; keeps its tables between cuts. One per thread. */
struct cutter;
struct cutter *cutter_new(const struct view *view);
void cutter_free(struct cutter *cutter); /* NULL is fine */

/* Frees the columns picked and the counts that hang together with them. Rows
 * that the solution breaks may stay broken, at a price above all costs here; no
 * other row may become so. Clear `out` with piece_clear. */
void piece_cut(struct cutter *cutter, const struct solution *solution, const int *picked,
               int n_picked, struct piece *out);
void piece_clear(struct piece *piece);

/* Frees all columns but the placements, so that the counts follow these. */
void piece_cut_counts(struct cutter *cutter, const struct solution *solution, struct piece *out);

/* The changes that the values of the piece's programme mean: those that differ
 * from the solution. `changes` has room for n_free. */
int piece_changes(const struct piece *piece, const struct solution *solution, const int64_t *x,
                  struct change *changes);

#endif
