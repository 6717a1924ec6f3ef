/* Advice for a service lead: on the terminal, as CSV, as JSON and as a page. All
 * are made from struct advice alone. */
#ifndef ROTA_REPORTS_ADVICE_REPORT_H
#define ROTA_REPORTS_ADVICE_REPORT_H

#include "planning/advice.h"

#include <jansson.h>

/* At most 80 columns; the first lines of each list. g_free it. */
char *advice_table(const struct advice *advice, bool colour);

/* A line for each item of each list: part, item, about, when, state, figure, value.
 * g_free it. */
char *advice_csv(const struct advice *advice);

/* Everything; json_decref it. */
json_t *advice_json(const struct advice *advice);

/* One self-contained HTML page. g_free it. */
char *advice_html(const struct advice *advice);

#endif
