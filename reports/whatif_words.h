/* How figures of the comparison are written: the same on the terminal and on the
 * page. */
#ifndef ROTA_REPORTS_WHATIF_WORDS_H
#define ROTA_REPORTS_WHATIF_WORDS_H

#include "planning/answers.h"
#include "reports/whatif_report.h"

/* A, B ... Z, AA, AB ...: what a scenario is called in tables. g_free it. */
char *whatif_letter(int index);

/* "January 2027" of "2027-01"; g_free it. */
char *whatif_month(const char *id);

/* "21 Feb 2027" of a date; g_free it. */
char *whatif_day(int date);

/* "12,345", "2.31%", "30.00"; "-" for what is not known, ">999%". */
void whatif_figure(GString *out, const struct measure *measure, int64_t value);
/* "+1,234", "-0.50"; "=" for none, "" for what is not known. */
void whatif_difference(GString *out, const struct measure *measure, int64_t difference);

/* What is in the cell of a column: a figure, or the day by which a standard is met ("21 Feb";
 * "21 Feb!" if that does not last); and its difference from the first column's: "" there, and with
 * a "~" before it where it is not clear, or as a figure alone. g_free them. */
char *whatif_value(const struct answer *answer, int column);
char *whatif_change(const struct answer *answer, int column);
char *whatif_change_figure(const struct answer *answer, int column);

/* Why there are no figures: "no lawful rota"; NULL if there are. */
const char *whatif_status_words(enum outcome_status status);

/* Sentences (char *) that a reader needs to understand the figures;
 * g_ptr_array_unref it. */
GPtrArray *whatif_notes(const struct whatif_report *report);

#endif
