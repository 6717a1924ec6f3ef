/* Every shortfall of a rota, each with who comes closest to filling it and what stops everybody. */
#ifndef ROTA_REPORTS_EXPLAIN_GAPS_H
#define ROTA_REPORTS_EXPLAIN_GAPS_H

#include "model/assessment.h"

#include <jansson.h>

/* Of an assessment that assess_reasons was asked of. g_free it. */
char *explain_gaps_text(const struct assessment *assessment);
json_t *explain_gaps_json(const struct assessment *assessment);

#endif
