/* What people sent in for a month, for whoever gathers it. */
#ifndef ROTA_REPORTS_SUBMISSIONS_H
#define ROTA_REPORTS_SUBMISSIONS_H

#include "planning/submissions.h"

#include <jansson.h>

/* At most 80 columns; g_free it. */
char *submissions_text(const struct submissions *submissions);
/* A line for each person to be reminded, "maya: Maya Desai"; "" for nobody. g_free it. */
char *submissions_remind(const struct submissions *submissions);
/* All of it, by id; json_decref it. */
json_t *submissions_json(const struct submissions *submissions);

#endif
