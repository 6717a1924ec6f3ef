/* A repair for the manager, on the terminal and as JSON: made from what planning found alone. */
#ifndef ROTA_REPORTS_REPAIR_REPORT_H
#define ROTA_REPORTS_REPAIR_REPORT_H

#include "model/assessment.h"
#include "planning/repair.h"

#include <jansson.h>

struct repair_report {
  const struct repair_ground *ground;
  const struct repair_result *result; /* done */
  const GArray *changes;              /* struct repair_change */
  const struct assessment *assessment;
  const GArray *points; /* struct repair_point; NULL: not asked for */
};

/* g_free it. */
char *repair_text(const struct repair_report *report);
/* json_decref it. */
json_t *repair_json(const struct repair_report *report);

/* The shortfall of the assessment that says of the loss what is missing; NULL: none does. */
const struct shortfall *repair_loss_shortfall(const struct repair_report *report,
                                              const struct repair_loss *loss);

/* What is asked for, was done as published, and is not offered any more, for the site is closed: no
 * loss of cover that a rota could keep. const struct finding; g_ptr_array_unref them. */
GPtrArray *repair_not_offered(const struct repair_report *report);

#endif
