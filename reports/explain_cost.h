/* Why a rota is so dear, for people and for programs. */
#ifndef ROTA_REPORTS_EXPLAIN_COST_H
#define ROTA_REPORTS_EXPLAIN_COST_H

#include "planning/cost_account.h"

#include <jansson.h>

/* g_free it. */
char *explain_cost_text(const struct cost_account *account);
json_t *explain_cost_json(const struct cost_account *account);

#endif
