/* The waiting list month by month, as it was counted and as it was expected. g_free the texts. */
#ifndef ROTA_REPORTS_WAITING_REPORT_H
#define ROTA_REPORTS_WAITING_REPORT_H

#include "planning/waiting_record.h"

#include <jansson.h>

/* At most 80 columns wide. */
char *waiting_table(const struct waiting_record *record, bool colour);
/* docs/schemas/waiting.schema.json; json_decref it. */
json_t *waiting_json(const struct waiting_record *record);
/* A page that needs nothing but itself. */
char *waiting_html(const struct waiting_record *record);
/* The rows of the community health services situation report as CSV: one a month and, where months
 * are counted by PCN, one for each PCN, named in the column `pcn`. */
char *waiting_situation(const struct waiting_record *record);

/* --- words that text and page have in common --- */

/* "Hove MSK: the waiting list, October 2026 to December 2026" */
char *waiting_title(const struct waiting_record *record);
/* "A recovery plan is required: ..."; NULL: nothing is counted. */
char *waiting_plan_words(const struct waiting_record *record);
/* "Between the longest and the shortest mean wait are 3.4 weeks: ..."; NULL: there is no gap to
 * speak of. */
char *waiting_gap_words(const struct waiting_record *record);
/* The newest month, where it is counted by PCN; otherwise NULL. */
const struct waiting_month *waiting_by_pcn(const struct waiting_record *record);
/* Is anything expected of any month? */
bool waiting_is_expected(const struct waiting_record *record);
/* Rates in service.yaml beside those found, and what the columns mean (char *); g_ptr_array_unref
 * it. */
GPtrArray *waiting_notes(const struct waiting_record *record);

/* "30", "28 (22-35)" and, where the count lies outside, "28 (22-35) !"; "-": not known. */
char *waiting_number(int number);
/* "14.2"; "-" for what is below 0. */
char *waiting_decimal(double number);
char *waiting_expected_words(int counted, const struct waiting_figure *figure);
/* "28"; "-" for a month that nothing is expected of. */
char *waiting_flow(const struct waiting_month *month, double number);

#endif
