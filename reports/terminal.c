#include "reports/terminal.h"

#include "reports/terminal_parts.h"

#include <string.h>

/* Services of up to so many clinicians are shown by person unless asked otherwise. */
enum { PEOPLE_SHOWN_MOST = 20 };

static const char *const show_names[] = {NULL, "people", "sites", "missed", "meetings", "none"};

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

static void append_title(struct terminal *terminal)
{
  const struct problem *problem = terminal->assessment->problem;
  g_autofree char *span = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: rota of %s", problem->service->name, span);
  text_bold(terminal->out, title, terminal->colour);
  g_string_append_c(terminal->out, '\n');
}

static enum terminal_show by_size(const struct assessment *assessment)
{
  return assessment->problem->service->n_clinicians <= PEOPLE_SHOWN_MOST ? TERMINAL_SHOW_PEOPLE
                                                                         : TERMINAL_SHOW_SITES;
}

static void append_rota(struct terminal *terminal)
{
  if (terminal->show == TERMINAL_SHOW_PEOPLE)
    terminal_people(terminal);
  if (terminal->show == TERMINAL_SHOW_SITES)
    terminal_sites(terminal);
  if (terminal->show == TERMINAL_SHOW_MISSED)
    terminal_missed(terminal);
}

char *terminal_report(const struct assessment *assessment, const struct terminal_options *options)
{
  struct terminal terminal = {g_string_new(NULL), assessment, options->colour, options->show};
  if (terminal.show == TERMINAL_SHOW_BY_SIZE)
    terminal.show = by_size(assessment);
  append_title(&terminal);
  append_rota(&terminal);
  terminal_complete(&terminal);
  terminal_meetings(&terminal);
  terminal_acceptable(&terminal);
  terminal_fair(&terminal);
  terminal_good(&terminal);
  return g_string_free(terminal.out, FALSE);
}
