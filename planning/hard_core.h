/* A month's hard rules by themselves: the same problem with nothing weighed, and perhaps with some
 * of what is hard given up at its price. What has no price here is asked of every rota. */
#ifndef ROTA_PLANNING_HARD_CORE_H
#define ROTA_PLANNING_HARD_CORE_H

#include "model/month.h"
#include "model/problem.h"
#include "model/programme.h"
#include "model/service.h"

/* What a person wrote, or what stands unwritten, that a rota must keep. */
enum hard_source {
  HARD_USE,  /* a use of a rule, in service.uses */
  HARD_LINE, /* a line of demand, in problem.demands; of an event with all its lines */
  HARD_LOCK, /* in month.locks */
};

struct hard_item {
  enum hard_source source;
  int index;
};

struct hard_core {
  struct service service; /* the problem's, but for the uses */
  struct month month;     /* the problem's, but for the locks */
  struct problem *problem;
  struct programme *programme; /* costs are those of what is given up, and no others */
};

/* Without what is given up: a use becomes soft at the weight of its rule, a line is short at its
 * own prices, a lock is gone. The problem must outlive it. Free with hard_core_free (NULL is
 * fine). */
struct hard_core *hard_core_new(const struct problem *problem, const struct hard_item *given_up,
                                int count);
void hard_core_free(struct hard_core *core);

/* Can it be given up at all? Not a rule that is always hard, nor one that says who may do what
 * where: without it other assignments would be possible, and who holds no skill has none. */
bool hard_core_yields(const struct problem *problem, const struct hard_item *item);

#endif
