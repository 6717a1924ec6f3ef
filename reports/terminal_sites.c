/* The rota of a large service: how many sessions of each task at each site. */
#include "reports/short_names.h"
#include "reports/terminal_parts.h"

/* A long period is shown in parts of so many weeks at most. */
enum {
  INDENT = 2,
  WEEK_WIDTH = 5,
  DATE_WIDTH = 6,
  ALL_WIDTH = 6,
  PEOPLE_WIDTH = 7,
  WEEKS_MOST = 6
};

struct table {
  GString *out;
  const struct problem *problem;
  char **weeks; /* names; "" for a week without an open day */
  int week_width;
  int first, end;             /* the weeks of the part that is shown */
  int site_width, task_width; /* what is left of the line for the names */
  char **sites, **tasks;
  bool has_none; /* a "-" is shown */
};

/* "4th", of the week's first open day, or, in a period of weeks, "4/1"; "" if there is none. */
static char *week_name(const struct month *month, int week)
{
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  for (int d = 0; d < month->n_days; d++) {
    if (month->days[d].week != week || month->days[d].n_slots == 0)
      continue;
    int day = date_day(month->days[d].date);
    if (month->weeks > 0)
      return g_strdup_printf("%d/%d", day, date_month(month->days[d].date));
    int last = day / 10 == 1 || day % 10 > 3 ? 0 : day % 10;
    return g_strdup_printf("%d%s", day, endings[last]);
  }
  return g_strdup("");
}

static void make_names(struct table *table)
{
  const struct service *service = table->problem->service;
  g_autofree const char **sites = g_new(const char *, (gsize)service->n_sites + 1);
  g_autofree const char **tasks = g_new(const char *, (gsize)service->n_tasks + 1);
  for (int s = 0; s < service->n_sites; s++)
    sites[s] = service->sites[s].name;
  for (int t = 0; t < service->n_tasks; t++)
    tasks[t] = service->tasks[t].name;
  table->sites = short_names(sites, NULL, service->n_sites, table->site_width - 1);
  table->tasks = short_names(tasks, NULL, service->n_tasks, table->task_width - 1);
}

static void lay_out(struct table *table)
{
  const struct month *month = table->problem->month;
  int left = TEXT_COLUMNS - INDENT - ALL_WIDTH - PEOPLE_WIDTH;
  int parts = (month->n_weeks + WEEKS_MOST - 1) / WEEKS_MOST;
  table->week_width = month->weeks > 0 ? DATE_WIDTH : WEEK_WIDTH;
  table->weeks = g_new0(char *, (gsize)month->n_weeks + 1);
  table->end = (month->n_weeks + parts - 1) / parts;
  for (int w = 0; w < month->n_weeks; w++) {
    table->weeks[w] = week_name(month, w);
    left -= w < table->end && table->weeks[w][0] ? table->week_width : 0;
  }
  table->task_width = left * 9 / 20;
  table->site_width = left - table->task_width;
}

static void append_number(struct table *table, int number, int width)
{
  g_autofree char *text = number ? g_strdup_printf("%d", number) : g_strdup("-");
  table->has_none = table->has_none || number == 0;
  text_right(table->out, text, width);
}

static void append_header(const struct table *table)
{
  GString *out = table->out;
  g_string_append(out, "  ");
  text_left(out, "sessions at", table->site_width);
  text_left(out, "in the week of", table->task_width);
  for (int w = table->first; w < table->end; w++)
    if (table->weeks[w][0])
      text_right(out, table->weeks[w], table->week_width);
  text_right(out, "all", ALL_WIDTH);
  text_right(out, "people", PEOPLE_WIDTH);
  g_string_append_c(out, '\n');
}

/* Only the first row of a site has its name. */
static void append_place(struct table *table, const struct place_figures *place, bool first)
{
  GString *out = table->out;
  g_string_append(out, "  ");
  text_left(out, first ? table->sites[place->site] : "", table->site_width);
  text_left(out, table->tasks[place->task], table->task_width);
  for (int w = table->first; w < table->end; w++)
    if (table->weeks[w][0])
      append_number(table, place->weeks[w], table->week_width);
  append_number(table, place->sessions, ALL_WIDTH);
  append_number(table, place->people, PEOPLE_WIDTH);
  g_string_append_c(out, '\n');
}

static void append_part(struct table *table, const GArray *places)
{
  int last = NONE;
  append_header(table);
  for (guint i = 0; i < places->len; i++) {
    const struct place_figures *place = &g_array_index(places, struct place_figures, i);
    append_place(table, place, place->site != last);
    last = place->site;
  }
}

void terminal_sites(struct terminal *terminal)
{
  struct table table = {.out = terminal->out, .problem = terminal->assessment->problem};
  int n_weeks = table.problem->month->n_weeks;
  lay_out(&table);
  make_names(&table);
  terminal_heading(terminal, "THE ROTA, BY SITE");
  for (int weeks = table.end; table.first < n_weeks; table.first += weeks) {
    table.end = MIN(table.first + weeks, n_weeks);
    append_part(&table, terminal->assessment->places);
  }
  if (table.has_none)
    g_string_append(table.out, "  -: none in that week\n");
  text_wrap(terminal->out, "  Who is where, session by session: rota.csv; or --show people.", 2);
  g_strfreev(table.weeks);
  g_strfreev(table.sites);
  g_strfreev(table.tasks);
}
