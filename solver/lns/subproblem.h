/* A subproblem: the programme with some columns free and all others fixed at their values
 * in a solution. */
#ifndef ROTA_SOLVER_LNS_SUBPROBLEM_H
#define ROTA_SOLVER_LNS_SUBPROBLEM_H

#include "solver/solution.h"

struct subproblem {
  struct programme *programme; /* the free columns, then one for each broken row */
  int *columns;                /* [n_free] of the whole programme, ascending */
  int n_free;
  int64_t cost; /* of the solution itself in the subproblem */
};

/* Builds subproblems of one programme; keeps its tables between them. One for each thread. */
struct subproblem_builder;
struct subproblem_builder *subproblem_builder_new(const struct column_view *view);
void subproblem_builder_free(struct subproblem_builder *builder); /* NULL is fine */

/* Frees the columns picked and the counts that are connected with them by rows. Rows that
 * the solution breaks may stay as broken, at a price above all costs here; no other row
 * may become broken. Clear `out` with subproblem_clear. */
void subproblem_build(struct subproblem_builder *builder, const struct solution *solution,
                      const int *picked, int n_picked, struct subproblem *out);
/* The same for a month of this clinician: rows of theirs alone are kept, and all others may be
 * broken, at a price that is above any sum of costs here. */
void subproblem_build_month(struct subproblem_builder *builder, const struct solution *solution,
                            const int *picked, int n_picked, int clinician, struct subproblem *out);
void subproblem_clear(struct subproblem *subproblem);

/* Frees all columns but the placements, so that the counts follow these. */
void subproblem_build_counts(struct subproblem_builder *builder, const struct solution *solution,
                             struct subproblem *out);

/* The changes that the values of the subproblem's programme mean: those that differ
 * from the solution. `changes` has room for n_free. */
int subproblem_changes(const struct subproblem *subproblem, const struct solution *solution,
                       const int64_t *x, struct change *changes);

#endif
