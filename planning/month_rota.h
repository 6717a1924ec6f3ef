/* The rota that a month of the service's folder has already. */
#ifndef ROTA_PLANNING_MONTH_ROTA_H
#define ROTA_PLANNING_MONTH_ROTA_H

#include "planning/folder.h"

#include <stdbool.h>

/* Is there one at all, published or as rota.json? */
bool month_rota_is_there(const char *directory, const char *month_id);

/* As it was published, or else its rota.json where that breaks no rule; NULL: there is none.
 * rota_free it. `*published`: which of the two. `folder` was read with that month. */
struct rota *month_rota_new(const struct folder *folder, const char *directory, bool *published);

#endif
