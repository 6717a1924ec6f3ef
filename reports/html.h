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

/* A page from its start to its title, in a header that is still open. Each printed sheet ends with
 * `foot`, which says what it is of, and with which of how many it is. Of two style sheets the
 * second has its way. There must be an element "main", to which a link skips. */
GString *html_begin(const char *title, const char *foot, const char *common, const char *style);

#endif
