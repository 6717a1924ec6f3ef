/* Why somebody does something: what the rota would be without it. */
#ifndef ROTA_PLANNING_WHY_HERE_H
#define ROTA_PLANNING_WHY_HERE_H

#include "planning/consequence.h"

struct here_answer {
  struct assignment item; /* that is taken out, and barred */
  struct consequence consequence;
};

/* The rota must be one that around_is_possible, and the item one of its own. The answer is the
 * caller's, for here_answer_clear. */
void why_here_answer(const struct audit *audit, const struct assignment *item,
                     const struct build_settings *settings, struct here_answer *out);
void here_answer_clear(struct here_answer *answer);

#endif
