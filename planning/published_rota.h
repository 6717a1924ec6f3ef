/* What was published, as assignments of the month as it is now. */
#ifndef ROTA_PLANNING_PUBLISHED_ROTA_H
#define ROTA_PLANNING_PUBLISHED_ROTA_H

#include "model/problem.h"

struct published; /* inputs/published.h */

/* "2027-01-12 am amrita" and "fcp at goldstone". False: it is no longer a person, session, task or
 * site of the month. */
bool published_rota_read(const struct problem *problem, const char *key, const char *value,
                         struct assignment *out);

/* All that still can be read so; rota_free it. */
struct rota *published_rota_new(const struct problem *problem, const struct published *published);

#endif
