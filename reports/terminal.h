/* The report that `rota build` and `rota report` print, for a manager who has never used a solver:
 * the rota itself, whether it is complete, what is missing and why, whether it is fair, and how
 * good it is. At most 80 columns. */
#ifndef ROTA_REPORTS_TERMINAL_H
#define ROTA_REPORTS_TERMINAL_H

#include "model/assessment.h"

enum terminal_show {
  TERMINAL_SHOW_BY_SIZE, /* people of a small service, sites of a large one */
  TERMINAL_SHOW_PEOPLE,
  TERMINAL_SHOW_SITES,
  TERMINAL_SHOW_MISSED,   /* in place of the rota, each place where a rule is missed */
  TERMINAL_SHOW_MEETINGS, /* no rota, but each 1:1 */
  TERMINAL_SHOW_NONE,
};

struct terminal_options {
  enum terminal_show show;
  bool colour;
};

/* Reads one of "people", "sites", "missed", "meetings" and "none"; false for anything else. */
bool terminal_show_parse(const char *text, enum terminal_show *out);

/* Gaps have their reasons if assess_reasons was asked for them. g_free the text. */
char *terminal_report(const struct assessment *assessment, const struct terminal_options *options);

#endif
