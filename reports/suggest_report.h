/* Suggestions for the manager, on the terminal and as JSON: made from what planning found alone. */
#ifndef ROTA_REPORTS_SUGGEST_REPORT_H
#define ROTA_REPORTS_SUGGEST_REPORT_H

#include "planning/suggest.h"

#include <jansson.h>

/* Numbered from 1, the best first; then what can't be done, and why. At most 80 columns; g_free
 * it. */
char *suggest_text(const struct suggest_request *request, const struct suggest_answer *answer);
/* json_decref it. */
json_t *suggest_json(const struct suggest_request *request, const struct suggest_answer *answer);

#endif
