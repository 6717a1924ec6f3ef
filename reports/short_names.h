/* Names for a column of a table. */
#ifndef ROTA_REPORTS_SHORT_NAMES_H
#define ROTA_REPORTS_SHORT_NAMES_H

/* The names in at most `width` columns of a terminal: cut with "..", "What matters
 * c..", where they don't fit; where two of them would become the same, from the middle
 * too, "What ma..calls". `forms`: what is cut instead of the name, such as "A. Montgomery",
 * as long as that tells them apart; NULL: the names. Only equal names stay equal.
 * g_strfreev them. */
char **short_names(const char *const *names, const char *const *forms, int count, int width);

#endif
