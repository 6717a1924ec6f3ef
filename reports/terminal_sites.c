/* The rota of a large service: how many sessions of each task at each site. */
#include "reports/terminal_parts.h"

enum { INDENT = 2, WEEK_WIDTH = 5, ALL_WIDTH = 6, PEOPLE_WIDTH = 7 };

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

/* "4th", of the week's first open day; NULL if there is none. */
static char *week_name(const struct month *month, int week)
{
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  for (int d = 0; d < month->n_days; d++) {
    if (month->days[d].week != week || month->days[d].n_slots == 0)
      continue;
    int day = date_day(month->days[d].date);
    int last = day / 10 == 1 || day % 10 > 3 ? 0 : day % 10;
    return g_strdup_printf("%d%s", day, endings[last]);
  }
  return NULL;
}

/* What is left of the line for the names. */
struct widths {
  int site, task;
};

static struct widths widths_of(const struct month *month)
{
  int left = TEXT_COLUMNS - INDENT - ALL_WIDTH - PEOPLE_WIDTH;
  for (int w = 0; w < month->n_weeks; w++) {
    g_autofree char *day = week_name(month, w);
    left -= day ? WEEK_WIDTH : 0;
  }
  int task = left * 9 / 20;
  return (struct widths){left - task, task};
}

static void append_header(struct terminal *terminal)
{
  struct widths widths = widths_of(terminal->audit->problem->month);
  GString *out = terminal->out;
  g_string_append(out, "  ");
  text_left(out, "sessions at", widths.site);
  text_left(out, "in the week of", widths.task);
  for (int w = 0; w < terminal->audit->problem->month->n_weeks; w++) {
    g_autofree char *day = week_name(terminal->audit->problem->month, w);
    if (day)
      text_right(out, day, WEEK_WIDTH);
  }
  text_right(out, "all", ALL_WIDTH);
  text_right(out, "people", PEOPLE_WIDTH);
  g_string_append_c(out, '\n');
}

static void append_site(struct terminal *terminal, int site, bool *seen)
{
  const struct problem *problem = terminal->audit->problem;
  struct widths widths = widths_of(problem->month);
  GString *out = terminal->out;
  bool first = true;
  for (int t = 0; t < problem->service->n_tasks; t++) {
    struct tally tally = count(terminal->audit, site, t, seen);
    if (tally.sessions == 0)
      continue;
    g_string_append(out, "  ");
    text_left(out, first ? problem->service->sites[site].name : "", widths.site - 1);
    g_string_append_c(out, ' ');
    text_left(out, problem->service->tasks[t].name, widths.task - 1);
    g_string_append_c(out, ' ');
    for (int w = 0; w < problem->month->n_weeks; w++) {
      g_autofree char *day = week_name(problem->month, w);
      if (day)
        append_number(out, tally.weeks[w], WEEK_WIDTH);
    }
    append_number(out, tally.sessions, ALL_WIDTH);
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
