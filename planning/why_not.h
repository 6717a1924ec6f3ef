/* Why a clinician did not get what was asked for: each wish that a rota refuses is demanded,
 * and the rota solved again around it. */
#ifndef ROTA_PLANNING_WHY_NOT_H
#define ROTA_PLANNING_WHY_NOT_H

#include "planning/consequence.h"
#include "planning/wishes.h"

enum wish_end {
  WISH_KEPT,       /* it is not refused */
  WISH_PRICED,     /* it could be had, and the consequence says what would come of it */
  WISH_IMPOSSIBLE, /* no lawful rota has it: the reason says why */
  WISH_UNKNOWN,    /* neither was found in the time */
  WISH_OVER,       /* all days on which it could be had are over */
};

struct wish_answer {
  int number; /* of the wish, from 1 */
  struct wish_line wish;
  enum wish_end end;
  struct consequence consequence; /* of WISH_IMPOSSIBLE and WISH_UNKNOWN the alternative's reason */
};

/* The answer to one wish; `number` from 1. The rota must be one that around_is_possible. */
void why_not_answer(const struct audit *audit, const struct wish_line *wish, int number,
                    const struct build_settings *settings, struct wish_answer *out);
void wish_answer_clear(struct wish_answer *answer);

#endif
