/* Whether leave can be granted, for the manager and for programs. */
#ifndef ROTA_REPORTS_LEAVE_REPORT_H
#define ROTA_REPORTS_LEAVE_REPORT_H

#include "planning/leave.h"

#include <jansson.h>

/* At most 80 columns; g_free it. */
char *leave_text(const struct leave_request *request, const struct leave_answer *answer);
/* json_decref it. */
json_t *leave_json(const struct leave_request *request, const struct leave_answer *answer);

#endif
