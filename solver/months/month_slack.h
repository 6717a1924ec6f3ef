/* Counts that say by how much a row of the month is missed, at a price: minutes too few, shifts too
 * many. Of as many values as there are minutes, but each follows from the month. */
#ifndef ROTA_SOLVER_MONTHS_MONTH_SLACK_H
#define ROTA_SOLVER_MONTHS_MONTH_SLACK_H

#include "model/programme.h"

struct month_slack {
  int column;         /* -1: there is none */
  int64_t unit, most; /* what one of it brings, above 0, and how many beyond its lower bound */
};

/* Of each row, [rows]; no column of theirs is in another row, or could do with fewer than this
 * many values. */
struct month_slacks {
  struct month_slack *below, *above;
};

/* falls[columns]: as in diagram_new. Close with month_slacks_close. */
void month_slacks_open(struct month_slacks *out, const struct programme *programme,
                       const bool *falls, int values);
void month_slacks_close(struct month_slacks *slacks);

/* How many more are needed to bring what misses by so much. */
int64_t month_slack_needed(const struct month_slack *slack, int64_t missing);

#endif
