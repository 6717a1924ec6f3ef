/* Which work there is for one person, and how often, worked out from docs/model.md a second
 * time. For check only: whoever reports has model/offer.h. */
#ifndef ROTA_MODEL_RECKONING_OFFER_H
#define ROTA_MODEL_RECKONING_OFFER_H

#include "model/problem.h"

/* One line of demand, or one hard count, in a period: whoever draws on it can do so `room`
 * times. */
struct pool {
  const void *of; /* the line, or the use */
  int site, period, room;
};

enum offered { OFFERED_NOT, OFFERED_POOL, OFFERED_FREELY };

/* How the candidate is offered; `pool` is set where it is from one. */
enum offered reckoning_offer(const struct problem *problem, const struct assignment *item,
                             struct pool *pool);

#endif
