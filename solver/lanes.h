/* Annealing on several threads. For a stretch of some thousand moves each thread
 * moves the clinicians of its own lane, on a tally of its own; then all take over
 * what the others moved, and the lanes are drawn anew. What the others move
 * meanwhile is not seen, which a temperature above 0 makes good again. One leads
 * and says how long; others join between stretches. */
#ifndef ROTA_SOLVER_LANES_H
#define ROTA_SOLVER_LANES_H

#include "solver/tally.h"

struct lanes;

/* What the leader says of the next stretch. */
struct stretch {
  int64_t temperature, penalty;
  int64_t moves;   /* for each lane */
  uint64_t number; /* never the same again */
  int lanes;       /* how many there are */
};

/* One thread's part. */
struct lane {
  struct lanes *lanes;
  struct tally *tally;
  int number;    /* the leader's is 0 */
  int round;     /* of the leader's, in which it takes part */
  bool *mine;    /* [clinicians, with one more for "no one"] to move in this stretch */
  int64_t *seen; /* [columns] as they were when all agreed */
};

/* For as many threads as there may be; the view must outlive it. Free with
 * lanes_free (NULL is fine). */
struct lanes *lanes_new(const struct view *view, int most);
void lanes_free(struct lanes *lanes);

/* The leader begins with a tally of its own, and ends: the others then wait. */
void lanes_lead(struct lanes *lanes, struct tally *tally, struct lane *lane);
/* The leader says how it goes on; all meet here and set out together. `lanes` and
 * `number` of the stretch are filled in. */
void lanes_set_out(struct lane *lane, struct stretch *stretch);
void lanes_stop(struct lane *lane);
/* No leader will come any more: those who wait to join may go. */
void lanes_shut(struct lanes *lanes);

/* Waits for a leader and joins; false: none will come. x[columns] is where all are;
 * lane->tally is to be made from it. Ended by lanes_leave. */
bool lanes_join(struct lanes *lanes, struct lane *lane, int64_t *x);
/* Waits for the leader's word; false: the leader has stopped. */
bool lanes_follow(struct lane *lane, struct stretch *stretch);
void lanes_leave(struct lane *lane);

/* After a stretch, each of them: takes over what the others moved. */
void lanes_exchange(struct lane *lane);

#endif
