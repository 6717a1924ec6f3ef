/* The cuts of a programme, among its rows: which there are, and what they were made of. */
#ifndef ROTA_SOLVER_BOUND_CUT_POOL_H
#define ROTA_SOLVER_BOUND_CUT_POOL_H

#include "solver/bound/mir.h"

#include <glib.h>

struct cut_pool {
  struct programme *programme;
  int n_rows;       /* of the programme without its cuts */
  GHashTable *seen; /* hashes of the cuts there are */
  GArray *sources;  /* of all cuts, in their order */
  double *shares;   /* [n_rows] of the cut that is noted just now */
  GArray *shared;   /* the rows that have some */
};

/* The rows that the programme has now are its own; it must outlive the pool. */
void cut_pool_open(struct cut_pool *pool, struct programme *programme);
void cut_pool_close(struct cut_pool *pool);

/* Adds the rounded aggregation as a row of the programme. False: it is there already, or its
 * numbers are too large. */
bool cut_pool_add(struct cut_pool *pool, const struct mir *mir,
                  const struct aggregation *aggregation, int64_t divisor);

/* As cuts_drop and cuts_credit. */
void cut_pool_drop(struct cut_pool *pool, const double *prices, int n_priced, int *rows);
void cut_pool_credit(const struct cut_pool *pool, double *prices, int n_priced);

#endif
