/* Which work there is for one person, and how often: what the month's demand and its hard
 * counts leave of a candidate. For satisfaction; a check has model/reckoning_offer.h. */
#ifndef ROTA_MODEL_OFFER_H
#define ROTA_MODEL_OFFER_H

#include "model/problem.h"

/* Candidates of one pool share its room: one person can have so many of them at most. */
struct offer {
  int64_t pool; /* NONE: as often as one likes */
  int room;     /* 0: not offered at all */
};

struct offer offer_of(const struct problem *problem, const struct assignment *candidate);

#endif
