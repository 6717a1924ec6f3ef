/* A recovery plan on the terminal, as JSON, and as a page for commissioners. */
#ifndef ROTA_REPORTS_RECOVERY_REPORT_H
#define ROTA_REPORTS_RECOVERY_REPORT_H

#include "planning/recover.h"

#include <jansson.h>

/* At most 80 columns; g_free it. */
char *recovery_table(const struct recovery *recovery, bool colour);
/* A page that needs nothing but itself and prints on A4; g_free it. */
char *recovery_html(const struct recovery *recovery);
json_t *recovery_json(const struct recovery *recovery);

#endif
