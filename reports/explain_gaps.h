/* Every shortfall of a rota, each with who comes closest to filling it and what stops everybody. */
#ifndef ROTA_REPORTS_EXPLAIN_GAPS_H
#define ROTA_REPORTS_EXPLAIN_GAPS_H

#include "model/assessment.h"
#include "planning/why_short.h"

#include <jansson.h>

/* Of an assessment that assess_reasons was asked of. g_free it. */
char *explain_gaps_text(const struct assessment *assessment);
json_t *explain_gaps_json(const struct assessment *assessment);

/* One of them, and the rota in which it is met. */
char *explain_short_text(const struct problem *problem, const struct short_answer *answer);
json_t *explain_short_json(const struct problem *problem, const struct short_answer *answer);

#endif
