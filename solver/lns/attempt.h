/* One step of improvement: draw a neighbourhood, solve its piece, offer what
 * it brings. */
#ifndef ROTA_SOLVER_LNS_ATTEMPT_H
#define ROTA_SOLVER_LNS_ATTEMPT_H

#include "solver/lns/bandit.h"
#include "solver/lns/piece.h"
#include "solver/run.h"

enum { NOBODY = -1 };

/* What an attempt is to do, and what came of it. */
struct attempt {
  uint64_t number; /* names its dice: same number, same draw */
  int clinician;   /* free just this one; NOBODY: draw a neighbourhood */
  int mend;        /* columns to free around a broken row; 0: as the bandit says */
  struct choice choice;
  int64_t allowed; /* iterations */
  struct branch_result result;
  struct change *changes; /* to hand->base as it was; freed by attempt_clear */
  int n_changes;
  double gain; /* after the offer; 0: nothing better */
};

/* What a thread needs for its attempts. */
struct hand {
  struct run *run;
  const struct placement_index *index;
  struct cutter *cutter;
  struct solution *base; /* the best, as this thread knows it */
  gint version;
  GArray *picked;
};

void hand_open(struct hand *hand, struct run *run, const struct placement_index *index);
void hand_close(struct hand *hand);

/* Solves a piece of the best solution; `number` and `clinician` are given. */
void attempt_make(struct hand *hand, const struct bandit *bandit, struct attempt *attempt);
/* Offers the changes to the run, moved over to the present best if need be. */
void attempt_offer(struct hand *hand, struct attempt *attempt);
void attempt_clear(struct attempt *attempt);

/* Lets the counts of the best solution follow its placements. */
void attempt_settle_counts(struct hand *hand);

#endif
