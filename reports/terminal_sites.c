/* The rota of a large service: how many sessions of each task at each site. */
#include "reports/short_names.h"
#include "reports/terminal_parts.h"

enum { INDENT = 2, WEEK_WIDTH = 5, ALL_WIDTH = 6, PEOPLE_WIDTH = 7 };

struct table {
  GString *out;
  const struct problem *problem;
  char **weeks;               /* names; "" for a week without an open day */
  int site_width, task_width; /* what is left of the line for the names */
  char **sites, **tasks;
  bool has_none; /* a "-" is shown */
};

/* "4th", of the week's first open day; "" if there is none. */
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
  table->weeks = g_new0(char *, (gsize)month->n_weeks + 1);
  for (int w = 0; w < month->n_weeks; w++) {
    table->weeks[w] = week_name(month, w);
    left -= table->weeks[w][0] ? WEEK_WIDTH : 0;
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
  for (char **week = table->weeks; *week; week++)
    if ((*week)[0])
      text_right(out, *week, WEEK_WIDTH);
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
  for (int w = 0; table->weeks[w]; w++)
    if (table->weeks[w][0])
      append_number(table, place->weeks[w], WEEK_WIDTH);
  append_number(table, place->sessions, ALL_WIDTH);
  append_number(table, place->people, PEOPLE_WIDTH);
  g_string_append_c(out, '\n');
}

void terminal_sites(struct terminal *terminal)
{
  const GArray *places = terminal->assessment->places;
  struct table table = {.out = terminal->out, .problem = terminal->assessment->problem};
  int last = NONE;
  lay_out(&table);
  make_names(&table);
  terminal_heading(terminal, "THE ROTA, BY SITE");
  append_header(&table);
  for (guint i = 0; i < places->len; i++) {
    const struct place_figures *place = &g_array_index(places, struct place_figures, i);
    append_place(&table, place, place->site != last);
    last = place->site;
  }
  if (table.has_none)
    g_string_append(table.out, "  -: none in that week\n");
  text_wrap(terminal->out, "  Who is where, session by session: rota.csv; or --show people.", 2);
  g_strfreev(table.weeks);
  g_strfreev(table.sites);
  g_strfreev(table.tasks);
}
