/* The rota of a large service: how many sessions of each task at each site. */
#include "reports/terminal_parts.h"

enum { SITE_WIDTH = 22, TASK_WIDTH = 20, WEEK_WIDTH = 5, PEOPLE_WIDTH = 7 };

/* What a site has of a task. */
struct tally {
  int weeks[6]; /* a month touches at most six */
  int sessions, people;
};

static struct tally count(const struct audit *audit, int site, int task, bool *seen)
{
  const struct problem *problem = audit->problem;
  struct tally out = {{0}, 0, 0};
  for (int c = 0; c < problem->service->n_clinicians; c++)
    seen[c] = false;
  for (int i = 0; i < audit->rota->count; i++) {
    const struct assignment *item = &audit->rota->items[i];
    if (item->site != site || item->task != task)
      continue;
    out.weeks[problem->month->days[problem->month->slots[item->slot].day].week]++;
    out.sessions++;
    out.people += !seen[item->clinician];
    seen[item->clinician] = true;
  }
  return out;
}

static void append_number(GString *out, int number, int width)
{
  g_autofree char *text = number ? g_strdup_printf("%d", number) : g_strdup("-");
  text_right(out, text, width);
}

static void append_header(struct terminal *terminal)
{
  GString *out = terminal->out;
  g_string_append(out, "  ");
  text_left(out, "sessions at", SITE_WIDTH);
  text_left(out, "of", TASK_WIDTH);
  for (int w = 0; w < terminal->audit->problem->month->n_weeks; w++) {
    g_autofree char *week = g_strdup_printf("wk%d", w + 1);
    text_right(out, week, WEEK_WIDTH - 1);
  }
  text_right(out, "all", WEEK_WIDTH);
  text_right(out, "people", PEOPLE_WIDTH);
  g_string_append_c(out, '\n');
}

static void append_site(struct terminal *terminal, int site, bool *seen)
{
  const struct problem *problem = terminal->audit->problem;
  GString *out = terminal->out;
  bool first = true;
  for (int t = 0; t < problem->service->n_tasks; t++) {
    struct tally tally = count(terminal->audit, site, t, seen);
    if (tally.sessions == 0)
      continue;
    g_string_append(out, "  ");
    text_left(out, first ? problem->service->sites[site].name : "", SITE_WIDTH - 1);
    g_string_append_c(out, ' ');
    text_left(out, problem->service->tasks[t].name, TASK_WIDTH - 1);
    g_string_append_c(out, ' ');
    for (int w = 0; w < problem->month->n_weeks; w++)
      append_number(out, tally.weeks[w], WEEK_WIDTH - 1);
    append_number(out, tally.sessions, WEEK_WIDTH);
    append_number(out, tally.people, PEOPLE_WIDTH);
    g_string_append_c(out, '\n');
    first = false;
  }
}

void terminal_sites(struct terminal *terminal)
{
  const struct service *service = terminal->audit->problem->service;
  g_autofree bool *seen = g_new0(bool, (gsize)service->n_clinicians + 1);
  terminal_heading(terminal, "THE ROTA, BY SITE");
  append_header(terminal);
  for (int s = 0; s < service->n_sites; s++)
    append_site(terminal, s, seen);
  text_wrap(terminal->out, "  Who is where, session by session: rota.csv; or --show people.", 2);
}
