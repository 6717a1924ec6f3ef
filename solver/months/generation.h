/* Column generation: whole months of one clinician each, the cheapest at the prices of a master
 * programme that mixes those known so far (Dantzig and Wolfe 1960; Jaumard, Semet and Vovor 1998
 * for nurses). What it mixes keeps every rule of a person, so that it is much nearer to a rota than
 * the linear relaxation is. */
#ifndef ROTA_SOLVER_MONTHS_GENERATION_H
#define ROTA_SOLVER_MONTHS_GENERATION_H

#include "solver/bound/lagrangian.h"
#include "solver/months/cheapest_month.h"
#include "solver/months/master.h"
#include "solver/presolve/reduction.h"
#include "solver/run.h"

enum { GENERATION_PATHS = 30 /* that are followed side by side through a diagram */ };

struct generation {
  struct run *run;
  struct reduction reduction;
  struct decomposition *decomposition; /* of what is left of the programme */
  struct lagrangian lagrangian;
  struct master *master;
  int *blocks; /* [n_blocks] those that have columns */
  int n_blocks;
  struct diagram **diagrams;       /* [n_blocks] NULL: too wide, and GLPK finds the months */
  struct cheapest_month *cheapest; /* [n_blocks] in these */
  bool by_diagrams;                /* is none of these NULL, and does one bind days? */
  int *proving_paths;              /* [n_blocks] that are followed in these, for the bound */
  int64_t *costs;                  /* [columns of a block] */
  int *fixed;                      /* the same */
  double *centre;                  /* [rows] the relaxation's prices, then those that bound best, */
  int64_t centre_value;            /* times LAGRANGIAN_SCALE: to this; INT64_MIN: not known */
  double *prices;                  /* [rows] that months are sought at */
  int64_t *x;                      /* [columns of a block] */
  double settled;                  /* what the master cost when a proof was last tried */
  gint64 until_us;
};

/* NULL: the programme has no solution. The run must outlive it. Free with generation_free (NULL is
 * fine), on the thread that used it. */
struct generation *generation_new(struct run *run);
void generation_free(struct generation *generation);

/* Begins with the relaxation's prices. */
void generation_find_centre(struct generation *generation);

/* Makes the months known that a rota x[columns of the run's programme] consists of. */
void generation_add_rota(struct generation *generation, const int64_t *x);

/* When this share of the time that is left will be over. */
gint64 generation_after_share(const struct run *run, double share);

/* Generates months until they bring little or the time until_us is over, and proves as
 * generation_prove. False: the master programme could not be solved. */
bool generation_work(struct generation *generation);
/* Generates months at the master's own prices, until there is none cheaper than what it mixes: that
 * is a bound of all rotas, and raises the run's; for a while, and until_us is set to its end.
 * False: the master could not be solved. */
bool generation_prove(struct generation *generation);
/* Solves the master with what is fixed now, and if it costs more than before, generates months that
 * have that, as long as there is time. False: the master could not be solved. */
bool generation_reprice(struct generation *generation);
/* Is it time, or the run over? */
bool generation_is_over(struct generation *generation);

#endif
