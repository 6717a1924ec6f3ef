/* The pages that `rota report` writes in place of its text: one, or the whole set. */
#ifndef ROTA_COMMANDS_REPORT_PAGES_H
#define ROTA_COMMANDS_REPORT_PAGES_H

#include "planning/existing_rota.h"

struct report_pages {
  char *html;         /* the file; "-": standard output; NULL: no page is wanted */
  char *person, *pcn; /* the id of the only one that it is about, or NULL */
  gboolean trend;     /* the published months beside it instead */
  gboolean force;     /* replace the file */
  gboolean all;       /* the whole set ... */
  char *out;          /* ... in this folder; NULL: report/ in the month's */
};

/* Rows of the command's table of options. */
/* clang-format off */
#define OPTIONS_PAGES(pages) \
  {"html", 0, 0, G_OPTION_ARG_FILENAME, &(pages)->html, "write the month as a page instead", "FILE"}, \
  {"person", 0, 0, G_OPTION_ARG_FILENAME, &(pages)->person, "the page of one clinician", "C"}, \
  {"pcn", 0, 0, G_OPTION_ARG_FILENAME, &(pages)->pcn, "the page of one PCN", "P"}, \
  {"trend", 0, 0, G_OPTION_ARG_NONE, &(pages)->trend, "the published months side by side", NULL}, \
  {"all", 0, 0, G_OPTION_ARG_NONE, &(pages)->all, "write everything, with an index page", NULL}, \
  {"out", 0, 0, G_OPTION_ARG_FILENAME, &(pages)->out, "where --all writes, or MONTH/report", "FOLDER"}, \
  {"force", 0, 0, G_OPTION_ARG_NONE, &(pages)->force, "replace FILE if it is there", NULL}
/* clang-format on */

/* Is anything to be written, instead of a report printed? */
bool report_pages_are_wanted(const struct report_pages *pages);
/* Do they make sense together? If not, says so. */
bool report_pages_are_fine(const struct report_pages *pages);
/* Of a rota of the service in the directory, where who is asked for is there and the file may be
 * made. EXIT_DONE, or, having said why, what the command is to return. */
int report_pages_write(const struct report_pages *pages, const struct existing_rota *rota,
                       const char *directory);
void report_pages_clear(struct report_pages *pages);

#endif
