/* One rota that any number of threads anneal. Each draws moves on a copy of its
 * own, and what one accepts, all make, in one order. What was accepted on a copy
 * that others had left behind is not made: so every move is accepted on the very
 * rota that it changes, as if one thread did it all. */
#ifndef ROTA_SOLVER_ANNEAL_WALK_H
#define ROTA_SOLVER_ANNEAL_WALK_H

#include "solver/anneal/moves.h"
#include "solver/run.h"

enum { WALK_STRETCH = 512 }; /* moves at a time */

/* A thread's part in it. */
struct walker {
  struct run *run;
  struct guide *guide; /* the relaxation's; NULL: not known yet */
  struct tally *tally; /* its copy */
  struct mover mover;
  bool together; /* others are at it */
  int round;
  guint read;      /* of what the walk has made */
  GArray *changes; /* struct change; of one move, or of the others' */
};

/* Dice are those of the run's seed by `number`. The tally becomes the walker's. */
void walker_open(struct walker *walker, struct run *run, const struct atlas *atlas,
                 struct tally *tally, uint64_t number);
void walker_close(struct walker *walker);

struct walk;
struct walk *walk_new(void);
void walk_free(struct walk *walk); /* NULL is fine */

/* Begins a round from this walker's rota; the leader from now on. */
void walk_begin(struct walk *walk, struct walker *leader);
/* A stretch of the leader's, at this temperature, in 1 / HEAT_ONE, with broken rows at this
 * penalty; so the others go on too. How many all have drawn since the round began. */
int64_t walk_on(struct walk *walk, struct walker *leader, int64_t temperature, int64_t penalty);
/* Ends the round; the leader has the rota. */
void walk_rest(struct walk *walk, struct walker *leader);
/* There will be no more rounds: who helps goes home. */
void walk_finish(struct walk *walk);

/* Helps the leader, now and in all rounds to come. */
void walk_help(struct walk *walk, struct run *run, const struct atlas *atlas);

#endif
