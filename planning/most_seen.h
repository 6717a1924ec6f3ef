/* Which of the rotas that cost the same? The one that sees most new patients: points say nothing of
 * them, and a comparison of two services must not turn on which of their rotas was found. */
#ifndef ROTA_PLANNING_MOST_SEEN_H
#define ROTA_PLANNING_MOST_SEEN_H

#include "planning/build.h"

/* Goes on from what was built, for so many seconds, with the same threads and seed: a rota that
 * costs less counts more than any number of patients. What was proven of the cost stays as it is.
 * Returns whether no rota of that cost sees more, by what is proven of both. */
bool most_seen(const struct build_request *request, int seconds, struct build_result *built);

#endif
