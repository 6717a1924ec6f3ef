/* Several threads anneal one rota. Each draws moves on a copy of its own; what one accepts
 * is published, and all make it, in the same order. A move accepted on a copy that lacks
 * what others have published is undone. So every move is accepted on the very rota that it
 * changes, as if there were one thread. */
#ifndef ROTA_SOLVER_ANNEAL_SHARED_ANNEALING_H
#define ROTA_SOLVER_ANNEAL_SHARED_ANNEALING_H

#include "solver/anneal/moves.h"
#include "solver/run.h"

enum { SHARED_ANNEALING_BATCH = 512 }; /* moves at a time */

/* What one thread needs for it. */
struct annealer {
  struct run *run;
  struct guide *guide;         /* NULL: none yet */
  struct evaluator *evaluator; /* its copy of the rota */
  struct mover mover;
  bool together; /* there are others in the round */
  int round;
  guint read;      /* how many of the accepted changes it has made */
  GArray *changes; /* struct change; room for those of a move, or of others */
};

/* `number` names its dice, beside the run's seed. Takes the evaluator. */
void annealer_open(struct annealer *annealer, struct run *run, const struct placement_index *index,
                   struct evaluator *evaluator, uint64_t number);
void annealer_close(struct annealer *annealer);

struct shared_annealing;
struct shared_annealing *shared_annealing_new(void);
void shared_annealing_free(struct shared_annealing *shared); /* NULL is fine */

/* Begins a round from the rota of this annealer, who leads it. */
void shared_annealing_begin(struct shared_annealing *shared, struct annealer *leader);
/* A batch of the leader's moves at this temperature, in 1 / TEMPERATURE_ONE, and penalty,
 * which helpers use from now on too. How many moves all have drawn in the round. */
int64_t shared_annealing_go_on(struct shared_annealing *shared, struct annealer *leader,
                               int64_t temperature, int64_t penalty);
/* Ends the round: the leader's evaluator has the rota, helpers stop. */
void shared_annealing_end_round(struct shared_annealing *shared, struct annealer *leader);
/* There are no more rounds: helpers return. */
void shared_annealing_finish(struct shared_annealing *shared);

/* Helps in this round and all later ones; returns after the last. */
void shared_annealing_help(struct shared_annealing *shared, struct run *run,
                           const struct placement_index *index);

#endif
