/* Scenarios beside the service as it is, for a service lead: as a table on the
 * terminal, as CSV, as JSON and as a page. All are made from outcomes alone. */
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

/* Column 0 is the baseline; the scenarios follow. */
const struct outcome *whatif_report_outcome(const struct whatif_report *report, int column);

/* At most 95 columns: a column for each of up to three scenarios, otherwise a
 * row for each. g_free it. */
char *whatif_table(const struct whatif_report *report, bool colour);

/* A line for each figure: scenario, measure, about, week, unit, value,
 * difference, clear: yes, or no where the difference is within what chance or the
 * search may bring. g_free it. */
char *whatif_csv(const struct whatif_report *report);

/* {"baseline": outcome, "scenarios": [{"outcome": ..., "difference": ..., "not_clear":
 * ["travel", "pcn_per_10000/goldstone" ...]}]}, each
 * outcome as inputs/outcome_writer.h writes it; json_decref it. */
json_t *whatif_json(const struct whatif_report *report);

/* One self-contained HTML page. g_free it. */
char *whatif_html(const struct whatif_report *report);

#endif
