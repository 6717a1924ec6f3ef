#include "reports/terminal.h"

#include "reports/terminal_parts.h"

#include <string.h>

/* Up to so many clinicians are shown one by one unless asked otherwise. */
enum { PEOPLE_SHOWN_MOST = 20, LABEL_WIDTH = 16 };

static const char *const show_names[] = {NULL, "people", "sites", "none"};

bool terminal_show_parse(const char *text, enum terminal_show *out)
{
  for (int i = TERMINAL_SHOW_PEOPLE; i <= TERMINAL_SHOW_NONE; i++) {
    if (strcmp(text, show_names[i]) != 0)
      continue;
    *out = (enum terminal_show)i;
    return true;
  }
  return false;
}

void terminal_heading(struct terminal *terminal, const char *text)
{
  g_string_append_printf(terminal->out, "\n%s%s%s\n", terminal->colour ? "\033[1m" : "", text,
                         terminal->colour ? "\033[0m" : "");
}

void terminal_line(struct terminal *terminal, const char *label, const char *text)
{
  g_string_append(terminal->out, "  ");
  text_left(terminal->out, label, LABEL_WIDTH);
  text_wrap(terminal->out, text, LABEL_WIDTH + 2);
}

static void append_title(struct terminal *terminal)
{
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  const struct problem *problem = terminal->audit->problem;
  g_autofree char *title = g_strdup_printf("%s: rota of %s %d", problem->service->name,
                                           months[problem->month->month - 1], problem->month->year);
  g_string_append_printf(terminal->out, "%s%s%s\n", terminal->colour ? "\033[1m" : "", title,
                         terminal->colour ? "\033[0m" : "");
}

static void append_rota(struct terminal *terminal, enum terminal_show show)
{
  if (show == TERMINAL_SHOW_BY_SIZE)
    show = terminal->audit->problem->service->n_clinicians <= PEOPLE_SHOWN_MOST
               ? TERMINAL_SHOW_PEOPLE
               : TERMINAL_SHOW_SITES;
  if (show == TERMINAL_SHOW_PEOPLE)
    terminal_people(terminal);
  if (show == TERMINAL_SHOW_SITES)
    terminal_sites(terminal);
}

char *terminal_report(const struct audit *audit, const struct provenance *run,
                      const struct terminal_options *options)
{
  struct figures *figures = figures_new(audit->problem, audit->rota);
  struct terminal terminal = {g_string_new(NULL), audit, run, figures, options->colour};
  append_title(&terminal);
  append_rota(&terminal, options->show);
  terminal_complete(&terminal);
  terminal_fair(&terminal);
  terminal_good(&terminal);
  figures_free(figures);
  return g_string_free(terminal.out, FALSE);
}
