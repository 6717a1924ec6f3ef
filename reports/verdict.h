/* The verdict on a rota that was written before, in words. */
#ifndef ROTA_REPORTS_VERDICT_H
#define ROTA_REPORTS_VERDICT_H

#include "planning/verify.h"

/* What is wrong with the rota called `path`: the hard limits that are broken, and the
 * figures it states that are not right; "" when all is well. g_free it. */
char *verdict_text(const struct existing_rota *rota, const struct verification *found,
                   const char *path);

#endif
