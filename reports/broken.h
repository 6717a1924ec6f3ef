/* The hard limits that a rota breaks, each with its rule and place. */
#ifndef ROTA_REPORTS_BROKEN_H
#define ROTA_REPORTS_BROKEN_H

#include "model/assessment.h"

/* A line or two each: "  rooms (service.yaml:70): ..."; "" when there is none.
 * g_free it. */
char *broken_text(const struct assessment *assessment);

#endif
