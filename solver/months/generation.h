/* Column generation: whole months of one clinician each, the cheapest at the prices of a master
 * programme that mixes those known so far (Dantzig and Wolfe 1960; Jaumard, Semet and Vovor 1998
 * for nurses). What it mixes keeps every rule of a person, so that it is much nearer to a rota than
 * the linear relaxation is. */
#ifndef ROTA_SOLVER_MONTHS_GENERATION_H
#define ROTA_SOLVER_MONTHS_GENERATION_H

#include "solver/bound/lagrangian.h"
#include "solver/months/master.h"
#include "solver/presolve/reduction.h"
#include "solver/run.h"

struct generation {
  struct run *run;
  struct reduction reduction;
  struct decomposition *decomposition; /* of what is left of the programme */
  struct lagrangian lagrangian;
  struct master *master;
  int *blocks; /* [n_blocks] those that have columns */
  int n_blocks;
  double *centre; /* [rows] the relaxation's prices */
  double part;    /* that these have in the prices that months are sought at, */
  double *prices; /* [rows] which are here */
  int64_t *x;     /* [columns of a block] */
  gint64 until_us;
};

/* False: the programme has no solution, and `out` needs no closing. The run must outlive it. */
bool generation_open(struct generation *out, struct run *run);
void generation_close(struct generation *generation);

/* Makes the months known that a rota x[columns of the run's programme] consists of. */
void generation_add_rota(struct generation *generation, const int64_t *x);

/* Generates months until they bring little or the time until_us is over; may be called again.
 * False: the master programme could not be solved. */
bool generation_work(struct generation *generation);
/* Generates months for who has none fixed, if the master costs more than `reached`. */
bool generation_reprice(struct generation *generation, double reached);
/* Is it time, or the run over? */
bool generation_is_over(struct generation *generation);

#endif
