/* Scenarios beside the service as it is, for a service lead: as a table on the
 * terminal, as CSV, as JSON and as a page. All read outcomes and nothing else. */
#ifndef ROTA_REPORTS_WHATIF_REPORT_H
#define ROTA_REPORTS_WHATIF_REPORT_H

#include "model/waiting/outcome.h"

#include <jansson.h>

/* Borrowed. */
struct whatif_report {
  const struct outcome *baseline;
  const struct outcome *const *scenarios;
  int n_scenarios;
};

/* The baseline for 0, then the scenarios. */
const struct outcome *whatif_report_outcome(const struct whatif_report *report, int column);

/* At most 95 columns: a column for each of up to three scenarios, otherwise a
 * row for each. g_free it. */
char *whatif_table(const struct whatif_report *report, bool colour);

/* A line for each figure: scenario, measure, about, week, unit, value,
 * difference. g_free it. */
char *whatif_csv(const struct whatif_report *report);

/* {"baseline": outcome, "scenarios": [{"outcome": ..., "difference": ...}]}, each
 * outcome as in outcome_json.h; json_decref it. */
json_t *whatif_json(const struct whatif_report *report);

/* A page that needs nothing but itself. g_free it. */
char *whatif_html(const struct whatif_report *report);

#endif
