/* One step of improvement: draw a neighbourhood, solve its subproblem, offer what
 * it brings. */
#ifndef ROTA_SOLVER_LNS_LNS_STEP_H
#define ROTA_SOLVER_LNS_LNS_STEP_H

#include "solver/lns/bandit.h"
#include "solver/lns/subproblem.h"
#include "solver/run.h"

enum { NOBODY = -1 };

/* What a step is to do, and what came of it. */
struct lns_step {
  uint64_t number; /* names its dice: same number, same draw */
  int clinician;   /* free just this one; NOBODY: draw a neighbourhood */
  int mend;        /* columns to free around a broken row; 0: as the bandit says */
  struct choice choice;
  int64_t allowed; /* iterations */
  struct mip_result result;
  struct change *changes; /* to worker->base as it was; freed by lns_step_clear */
  int n_changes;
  double gain; /* after the offer; 0: nothing better */
};

/* What a thread needs for its steps. */
struct lns_worker {
  struct run *run;
  const struct placement_index *index;
  struct subproblem_builder *builder;
  struct solution *base; /* the best, as this thread knows it */
  gint version;
  GArray *picked;
};

void lns_worker_open(struct lns_worker *worker, struct run *run,
                     const struct placement_index *index);
void lns_worker_close(struct lns_worker *worker);

/* Solves a subproblem of the best solution; `number` and `clinician` are given. */
void lns_step_solve(struct lns_worker *worker, const struct bandit *bandit, struct lns_step *step);
/* Offers the changes to the run, moved over to the present best if need be. */
void lns_step_offer(struct lns_worker *worker, struct lns_step *step);
void lns_step_clear(struct lns_step *step);

/* Lets the counts of the best solution follow its placements. */
void lns_step_settle_counts(struct lns_worker *worker);

#endif
