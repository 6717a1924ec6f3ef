/* One rota that any number of threads anneal. Each draws moves on a copy of its
 * own, and what one accepts, all make, in one order. What was accepted on a copy
 * that others had left behind is not made: so every move is accepted on the very
 * rota that it changes, as if one thread did it all. */
#ifndef ROTA_SOLVER_ANNEAL_SHARED_ANNEALING_H
#define ROTA_SOLVER_ANNEAL_SHARED_ANNEALING_H

#include "solver/anneal/moves.h"
#include "solver/run.h"

enum { SHARED_ANNEALING_BATCH = 512 }; /* moves at a time */

/* A thread's part in it. */
struct annealer {
  struct run *run;
  struct guide *guide;         /* the relaxation's; NULL: not known yet */
  struct evaluator *evaluator; /* its copy */
  struct mover mover;
  bool together; /* others are at it */
  int round;
  guint read;      /* of the accepted changes */
  GArray *changes; /* struct change; of one move, or of the others' */
};

/* Dice are those of the run's seed by `number`. The evaluator becomes the annealer's. */
void annealer_open(struct annealer *annealer, struct run *run, const struct placement_index *index,
                   struct evaluator *evaluator, uint64_t number);
void annealer_close(struct annealer *annealer);

struct shared_annealing;
struct shared_annealing *shared_annealing_new(void);
void shared_annealing_free(struct shared_annealing *shared); /* NULL is fine */

/* Begins a round from this annealer's rota; the leader from now on. */
void shared_annealing_begin(struct shared_annealing *shared, struct annealer *leader);
/* A stretch of the leader's, at this temperature, in 1 / TEMPERATURE_ONE, with broken rows at this
 * penalty; so the others go on too. How many all have drawn since the round began. */
int64_t shared_annealing_go_on(struct shared_annealing *shared, struct annealer *leader,
                               int64_t temperature, int64_t penalty);
/* Ends the round; the leader has the rota. */
void shared_annealing_end_round(struct shared_annealing *shared, struct annealer *leader);
/* There will be no more rounds: who helps goes home. */
void shared_annealing_finish(struct shared_annealing *shared);

/* Helps the leader, now and in all rounds to come. */
void shared_annealing_help(struct shared_annealing *shared, struct run *run,
                           const struct placement_index *index);

#endif
