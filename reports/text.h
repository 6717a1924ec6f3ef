/* Laying out text in columns of a terminal. Widths are columns, not bytes. */
#ifndef ROTA_REPORTS_TEXT_H
#define ROTA_REPORTS_TEXT_H

#include "model/text_wrap.h"

#include <stdbool.h>

/* The text without control characters, but for line ends and tabs, and without those that turn
 * the text behind them around: names come from files that others send in. g_free it. */
char *text_plain(const char *text);

/* As much of the text as fits into `width` columns; with ".." at its end where that
 * is not all of it. g_free them. */
char *text_front(const char *text, int width);
char *text_fitted(const char *text, int width);

/* Appends the text, cut with a ".." or padded with spaces, in exactly `width` columns. */
void text_left(GString *out, const char *text, int width);
void text_right(GString *out, const char *text, int width);

/* Appends the text, in bold on a terminal that has colours. */
void text_bold(GString *out, const char *text, bool colour);

/* Appends "12,345" or "-1,000". */
void text_number(GString *out, gint64 number);
/* "1 site", "2 sites", or with a plural of its own: "2 people". */
void text_count(GString *out, int count, const char *one, const char *many);

/* Appends the text as a cell of a CSV file, quoted where it must be. What a
 * spreadsheet would take for a formula gets an apostrophe in front. */
void text_csv(GString *out, const char *text);

#endif
