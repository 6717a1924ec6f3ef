/* Pieces of HTML pages that stand by themselves. */
#ifndef ROTA_REPORTS_HTML_H
#define ROTA_REPORTS_HTML_H

#include <glib.h>

/* Appends text with everything escaped that means something in HTML, in content
 * and in quoted attributes; characters that no page may hold, or that turn the
 * text behind them around, are left out. */
void html_text(GString *out, const char *text);

/* "<NAME>text</NAME>", the text escaped. */
void html_element(GString *out, const char *name, const char *text);

/* A rule of a style sheet: each printed sheet ends with the text, which says what it is of, and
 * with which of how many it is. */
void html_foot(GString *out, const char *text);

#endif
