/* The sections of the terminal report; each appends itself. */
#ifndef ROTA_REPORTS_TERMINAL_PARTS_H
#define ROTA_REPORTS_TERMINAL_PARTS_H

#include "model/assessment.h"
#include "model/problem.h"
#include "reports/terminal.h"
#include "reports/text.h"

struct terminal {
  GString *out;
  const struct assessment *assessment;
  bool colour;
  enum terminal_show show;
};

void terminal_acceptable(struct terminal *terminal);
void terminal_complete(struct terminal *terminal);
void terminal_fair(struct terminal *terminal);
void terminal_good(struct terminal *terminal);
void terminal_meetings(struct terminal *terminal);
void terminal_missed(struct terminal *terminal);
void terminal_people(struct terminal *terminal);
void terminal_sites(struct terminal *terminal);

/* --- what the sections are made of ------------------------------------------ */

void terminal_heading(struct terminal *terminal, const char *text);
/* "  label      text", the text wrapped. */
void terminal_line(struct terminal *terminal, const char *label, const char *text);

/* Short, unique names for ids, at most `width` letters each: "clinic" is
 * "clin" in four. g_strfreev them. */
char **terminal_codes(const char *const *ids, int count, int width);

#endif
