/* Why no lawful rota exists, and what would end it, for people and for programs. */
#ifndef ROTA_REPORTS_CLASH_REPORT_H
#define ROTA_REPORTS_CLASH_REPORT_H

#include "planning/clash.h"

#include <jansson.h>

/* Several lines; of no clashes that there is a lawful rota. g_free it. */
char *clash_report_text(const struct clashes *clashes);
json_t *clash_report_json(const struct clashes *clashes);

#endif
