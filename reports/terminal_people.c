/* The rota of a small service: each clinician's day, week by week. */
#include "reports/short_names.h"
#include "reports/terminal_parts.h"

#include <string.h>

enum { NAME_WIDTH = 14, SESSION_WIDTH = 4, CELL_MOST = 14, SITE_MOST = 5, TASK_MOST = 7 };
enum { LEGEND_TITLE = 8, LEGEND_COLUMNS = 3, LEGEND_CODE = 5 };
enum { DATE_WIDTH = 10 }; /* of "Wed 27 Jan" */

struct grid {
  struct terminal *terminal;
  const struct assessment *assessment;
  const struct problem *problem;
  char **tasks, **sites; /* codes */
  char **names;          /* of clinicians */
  int cell_width;
};

/* The most days of any week on which the service is open. */
static int most_open_days(const struct month *month)
{
  int most = 1;
  for (int w = 0; w < month->n_weeks; w++) {
    int open = 0;
    for (int d = 0; d < month->n_days; d++)
      open += month->days[d].week == w && month->days[d].n_slots > 0;
    most = MAX(most, open);
  }
  return most;
}

static void make_codes(struct grid *grid)
{
  const struct service *service = grid->problem->service;
  int width = (TEXT_COLUMNS - NAME_WIDTH - SESSION_WIDTH) / most_open_days(grid->problem->month);
  grid->cell_width = MIN(width, CELL_MOST);
  int site_width = MIN(SITE_MOST, (grid->cell_width - 2) / 2);
  int task_width = MIN(TASK_MOST, grid->cell_width - 2 - site_width);
  g_autofree const char **task_ids = g_new(const char *, (gsize)service->n_tasks + 1);
  g_autofree const char **site_ids = g_new(const char *, (gsize)service->n_sites + 1);
  for (int t = 0; t < service->n_tasks; t++)
    task_ids[t] = service->tasks[t].id;
  for (int s = 0; s < service->n_sites; s++)
    site_ids[s] = service->sites[s].id;
  grid->tasks = terminal_codes(task_ids, service->n_tasks, task_width);
  grid->sites = terminal_codes(site_ids, service->n_sites, site_width);
}

/* As much of the name as fits: "Alexandra Montgomery" is "A. Montgomery". */
static char *short_name(const char *name)
{
  const char *last = strrchr(name, ' ');
  if (text_width(name) < NAME_WIDTH || !last)
    return g_strdup(name);
  g_autofree char *initial = g_utf8_substring(name, 0, 1);
  return g_strdup_printf("%s. %s", initial, last + 1);
}

static void make_names(struct grid *grid)
{
  const struct service *service = grid->problem->service;
  g_autofree const char **names = g_new(const char *, (gsize)service->n_clinicians + 1);
  g_auto(GStrv) forms = g_new0(char *, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++) {
    names[c] = service->clinicians[c].name;
    forms[c] = short_name(names[c]);
  }
  grid->names =
      short_names(names, (const char *const *)forms, service->n_clinicians, NAME_WIDTH - 1);
}

/* "clinic hove", "leave", "-" for free, "" when not at work or not employed. */
static char *cell_text(const struct grid *grid, int clinician, int slot)
{
  static const char *const words[] = {[ATTENDANCE_OFF] = "",
                                      [ATTENDANCE_LEAVE] = "leave",
                                      [ATTENDANCE_CLOSED] = "closed",
                                      [ATTENDANCE_FREE] = "-"};
  int n_slots = grid->problem->month->n_slots, count;
  enum attendance attendance = grid->assessment->attendance[clinician * n_slots + slot];
  if (attendance != ATTENDANCE_WORKS)
    return g_strdup(words[attendance]);
  const struct assignment *items = rota_at(grid->assessment->rota, clinician, slot, &count);
  return g_strdup_printf("%s %s%s", grid->tasks[items->task], grid->sites[items->site],
                         count > 1 ? "+" : "");
}

/* Has the clinician anything in that block of that week, work or leave? */
static bool has_row(const struct grid *grid, int clinician, int week, int block)
{
  const struct month *month = grid->problem->month;
  for (int s = 0; s < month->n_slots; s++) {
    if (month->slots[s].block != block || month->days[month->slots[s].day].week != week)
      continue;
    g_autofree char *text = cell_text(grid, clinician, s);
    if (text[0])
      return true;
  }
  return false;
}

/* Ends a line without the spaces that pad its last cell. */
static void end_line(GString *out)
{
  while (out->len && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

static void append_row(struct grid *grid, int clinician, int week, int block, bool first)
{
  const struct problem *problem = grid->problem;
  GString *out = grid->terminal->out;
  text_left(out, first ? grid->names[clinician] : "", NAME_WIDTH - 1);
  g_string_append_c(out, ' ');
  text_left(out, problem->service->blocks[block].id, SESSION_WIDTH - 1);
  g_string_append_c(out, ' ');
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct day *day = &problem->month->days[d];
    if (day->week != week || day->n_slots == 0)
      continue;
    int slot = month_slot(problem->month, day->date, block);
    g_autofree char *text = slot == NONE ? g_strdup("") : cell_text(grid, clinician, slot);
    text_left(out, text, grid->cell_width - 1);
    g_string_append_c(out, ' ');
  }
  end_line(out);
}

/* "Wed 27 Jan", or without the month where there is no room between two of them. */
static char *day_head(const struct grid *grid, int date)
{
  char text[DATE_TEXT_SIZE];
  date_format_short(date, text);
  if (grid->cell_width <= DATE_WIDTH)
    *strrchr(text, ' ') = '\0';
  return g_strdup(text);
}

static void append_week(struct grid *grid, int week)
{
  const struct month *month = grid->problem->month;
  GString *out = grid->terminal->out;
  g_string_append_printf(out, "\n%*s", NAME_WIDTH + SESSION_WIDTH, "");
  for (int d = 0; d < month->n_days; d++) {
    g_autofree char *head = day_head(grid, month->days[d].date);
    if (month->days[d].week == week && month->days[d].n_slots > 0)
      text_left(out, head, grid->cell_width);
  }
  end_line(out);
  for (int c = 0; c < grid->problem->service->n_clinicians; c++) {
    bool first = true;
    for (int b = 0; b < grid->problem->service->n_blocks; b++) {
      if (!has_row(grid, c, week, b))
        continue;
      append_row(grid, c, week, b, first);
      first = false;
    }
  }
}

static bool week_is_open(const struct month *month, int week)
{
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == week && month->days[d].n_slots > 0)
      return true;
  return false;
}

/* "hove  Hove hub": three to a line. */
static void append_codes(GString *out, const char *title, char *const *codes,
                         const char *const *names, int count)
{
  int width = (TEXT_COLUMNS - LEGEND_TITLE) / LEGEND_COLUMNS;
  for (int i = 0; i < count; i++) {
    if (i % LEGEND_COLUMNS == 0)
      text_left(out, i == 0 ? title : "", LEGEND_TITLE);
    g_autofree char *entry = g_strdup_printf("%-*s %s", LEGEND_CODE, codes[i], names[i]);
    text_left(out, entry, width - 2);
    g_string_append(out, "  ");
    if (i % LEGEND_COLUMNS == LEGEND_COLUMNS - 1 || i == count - 1)
      end_line(out);
  }
}

/* What a cell shows that is no task: only where one does. */
static void append_signs(struct grid *grid)
{
  const struct assessment *assessment = grid->assessment;
  int cells = grid->problem->service->n_clinicians * grid->problem->month->n_slots;
  bool free = false, several = false;
  for (int i = 0; i < cells; i++) {
    free = free || assessment->attendance[i] == ATTENDANCE_FREE;
    several = several || assessment->rota->cell[i + 1] - assessment->rota->cell[i] > 1;
  }
  if (free)
    g_string_append(grid->terminal->out, "  -       at work, but nothing is planned\n");
  if (several)
    g_string_append(grid->terminal->out, "  +       and something else at the same time\n");
  g_string_append(grid->terminal->out, "  blank   not a working session\n");
}

static void append_legend(struct grid *grid)
{
  const struct service *service = grid->problem->service;
  GString *out = grid->terminal->out;
  g_autofree const char **tasks = g_new(const char *, (gsize)service->n_tasks + 1);
  g_autofree const char **sites = g_new(const char *, (gsize)service->n_sites + 1);
  for (int t = 0; t < service->n_tasks; t++)
    tasks[t] = service->tasks[t].name;
  for (int s = 0; s < service->n_sites; s++)
    sites[s] = service->sites[s].name;
  append_codes(out, "  tasks", grid->tasks, tasks, service->n_tasks);
  append_codes(out, "  sites", grid->sites, sites, service->n_sites);
  append_signs(grid);
}

void terminal_people(struct terminal *terminal)
{
  struct grid grid = {.terminal = terminal,
                      .assessment = terminal->assessment,
                      .problem = terminal->assessment->problem};
  make_codes(&grid);
  make_names(&grid);
  terminal_heading(terminal, "THE ROTA");
  append_legend(&grid);
  for (int w = 0; w < grid.problem->month->n_weeks; w++)
    if (week_is_open(grid.problem->month, w))
      append_week(&grid, w);
  g_strfreev(grid.tasks);
  g_strfreev(grid.sites);
  g_strfreev(grid.names);
}
