/* The restricted master programme (Dantzig and Wolfe 1960): each clinician has a mix of the months
 * that are known for them, so that coupling rows hold and all costs least. Its prices say what
 * another month would have to be like. */
#ifndef ROTA_SOLVER_MONTHS_MASTER_H
#define ROTA_SOLVER_MONTHS_MASTER_H

#include "model/status.h"
#include "solver/bound/decomposition.h"

#include <glib.h>

struct month {
  int block;
  int64_t *values; /* [columns of the block] */
  int64_t cost;
  struct term *terms; /* [n_terms] in rows of the master: `column` is the row */
  int n_terms;
  double share; /* of the clinician's mix, as last solved */
};

struct master {
  const struct decomposition *decomposition;
  struct programme *rest; /* what is there beside months: coupling rows, one for each block's
                             mix, and columns of no block and for what rows lack */
  int *row_of;            /* [rows of the whole] which of these a coupling row is */
  int n_coupling;
  GPtrArray *months; /* struct month * */
  int *fixed;        /* [columns of the whole] the value that months have to have there; -1: any */
  double *values;    /* [columns of `rest`] as last solved */
  double *duals;     /* [rows of `rest`] */
  double cost;
  double lacking; /* what rows lack, summed */
  void *problem;  /* GLPK's, if there were so many losses (engine.h) when it was made */
  unsigned losses;
  int n_loaded; /* months in it */
};

/* The decomposition must outlive it. Free with master_free (NULL is fine), on the thread that
 * solved it. */
struct master *master_new(const struct decomposition *decomposition);
void master_free(struct master *master);

/* Makes a month of values[columns of the block] known. */
void master_add(struct master *master, int block, const int64_t *values);

/* Solves the linear programme. False: GLPK gave up or ran out of time, and nothing has changed. */
bool master_solve(struct master *master, gint64 deadline_us, enum status *status);

/* prices[rows of the whole] of the coupling rows; of others 0. */
void master_prices(const struct master *master, double *prices);
/* point[columns of the whole] of the mixture. */
void master_mix(const struct master *master, double *point);
/* x[columns of the whole]: of each clinician the month that has the largest share, and other
 * columns rounded. */
void master_read(const struct master *master, int64_t *x);

#endif
