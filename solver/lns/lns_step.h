/* One step of large neighbourhood search: draw a neighbourhood, solve its subproblem, offer
 * the solution. */
#ifndef ROTA_SOLVER_LNS_LNS_STEP_H
#define ROTA_SOLVER_LNS_LNS_STEP_H

#include "solver/lns/choices.h"
#include "solver/lns/subproblem.h"
#include "solver/run.h"

enum { NOBODY = -1 };

/* What a step is to do, and what came of it. */
struct lns_step {
  uint64_t number; /* names its dice */
  int clinician;   /* whose placements to free; NOBODY: draw a neighbourhood */
  int mend;        /* columns to free around a broken row; 0: draw one */
  bool window;     /* solved by the other engine */
  struct choice choice;
  int64_t allowed; /* iterations of the search */
  struct mip_result result;
  struct change *changes; /* to worker->base as it was then */
  int n_changes;
  bool better; /* the offer was kept */
};

/* What a thread needs to make steps. */
struct lns_worker {
  struct run *run;
  const struct placement_index *index;
  struct subproblem_builder *builder;
  struct solution *base; /* the best, as this thread last read it */
  gint version;
  GArray *picked;
};

void lns_worker_open(struct lns_worker *worker, struct run *run,
                     const struct placement_index *index);
void lns_worker_close(struct lns_worker *worker);

/* Solves a subproblem of the best solution. `number`, `clinician`, `mend`
 * and `window` are given, and the choices for that. */
void lns_step_solve(struct lns_worker *worker, const struct choices *choices,
                    struct lns_step *step);
/* Offers the changes to the run, if need be adapted to the present best. */
void lns_step_offer(struct lns_worker *worker, struct lns_step *step);
void lns_step_clear(struct lns_step *step);

/* Gives each clinician whose own rows x[columns] breaks another month, and leaves `x` as it then
 * is; the best stays what it was. `number` names the dice. */
void lns_worker_mend(struct lns_worker *worker, uint64_t number, int64_t *x);

/* Lets the counts of the best solution follow its placements. */
void lns_step_settle_counts(struct lns_worker *worker);

#endif
