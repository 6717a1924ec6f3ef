/* How the comparison of scenarios says its figures: the same in the terminal's
 * table and on the page. */
#ifndef ROTA_REPORTS_WHATIF_WORDS_H
#define ROTA_REPORTS_WHATIF_WORDS_H

#include "reports/whatif_report.h"

/* A, B ... Z, AA, AB ...: what a scenario is called in tables. g_free it. */
char *whatif_letter(int index);

/* "January 2027" of "2027-01"; g_free it. */
char *whatif_month(const char *id);

/* "12,345", "2.31%", "30.00"; "-" for what is not known, ">999%". */
void whatif_figure(GString *out, const struct measure *measure, int64_t value);
/* "+1,234", "-0.50"; "=" for none, "" for what is not known. */
void whatif_difference(GString *out, const struct measure *measure, int64_t difference);

/* Is the difference for the better (1) or for the worse (-1)? 0: neither. */
int whatif_judge(const struct measure *measure, int64_t difference);

/* "no priority wait over 2 weeks" */
char *whatif_standard_name(const struct outcome_standard *standard);
/* When it is met: "now", "wk 7", "no"; "wk 7!" if it does not last. */
char *whatif_standard_met(const struct outcome_standard *standard);

/* One line of what there is instead of figures: "no lawful rota", or NULL. */
const char *whatif_status_words(enum outcome_status status);

/* What a reader has to know besides the figures; char *, g_ptr_array_unref it. */
GPtrArray *whatif_notes(const struct whatif_report *report);

#endif
