/* Why something that was asked for is short: the rota in which it is not. */
#ifndef ROTA_PLANNING_WHY_SHORT_H
#define ROTA_PLANNING_WHY_SHORT_H

#include "planning/consequence.h"

struct short_answer {
  const struct finding *finding; /* of the audit */
  bool counted;                  /* the rule counts it by itself; otherwise nothing was asked */
  struct consequence consequence;
};

/* Demands that the finding, a shortfall with a price, is met in full. The rota must be one that
 * around_is_possible. The answer is the caller's, for short_answer_clear. */
void why_short_answer(const struct audit *audit, const struct finding *finding,
                      const struct build_settings *settings, struct short_answer *out);
void short_answer_clear(struct short_answer *answer);

#endif
