#include "inputs/rota_csv.h"

#include "model/date_pattern.h"

#include <string.h>

typedef char *(*cell_function)(const struct problem *problem, const struct assignment *item);

static const struct block *block_of(const struct problem *problem, const struct assignment *item)
{
  return &problem->service->blocks[problem->month->slots[item->slot].block];
}

static char *time_text(int minute)
{
  return g_strdup_printf("%02d:%02d", minute / 60, minute % 60);
}

static int date_of(const struct problem *problem, const struct assignment *item)
{
  return problem->month->slots[item->slot].date;
}

static char *cell_date(const struct problem *problem, const struct assignment *item)
{
  char text[DATE_TEXT_SIZE];
  return g_strdup(date_format(date_of(problem, item), text));
}

static char *cell_weekday(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(date_weekday_names[date_weekday(date_of(problem, item))]);
}

static char *cell_session(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(block_of(problem, item)->id);
}

static char *cell_from(const struct problem *problem, const struct assignment *item)
{
  return time_text(block_of(problem, item)->from_minute);
}

static char *cell_to(const struct problem *problem, const struct assignment *item)
{
  return time_text(block_of(problem, item)->to_minute);
}

static char *cell_clinician(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->clinicians[item->clinician].id);
}

static char *cell_clinician_name(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->clinicians[item->clinician].name);
}

static char *cell_task(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->tasks[item->task].id);
}

static char *cell_task_name(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->tasks[item->task].name);
}

static char *cell_site(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->sites[item->site].id);
}

static char *cell_site_name(const struct problem *problem, const struct assignment *item)
{
  return g_strdup(problem->service->sites[item->site].name);
}

static char *cell_locked(const struct problem *problem, const struct assignment *item)
{
  (void)problem;
  return g_strdup(item->locked ? "yes" : "no");
}

static const struct csv_column {
  const char *name;
  cell_function cell;
  bool standard;
} columns[] = {
    {"date", cell_date, true},
    {"session", cell_session, true},
    {"from", cell_from, true},
    {"to", cell_to, true},
    {"clinician", cell_clinician, true},
    {"task", cell_task, true},
    {"site", cell_site, true},
    {"locked", cell_locked, true},
    {"weekday", cell_weekday, false},
    {"clinician_name", cell_clinician_name, false},
    {"task_name", cell_task_name, false},
    {"site_name", cell_site_name, false},
};

struct layout_column {
  cell_function cell;
  char *header;
  char *dates; /* the pattern of a date; NULL: it is none, or 2027-01-12 */
};

struct rota_csv_layout {
  GArray *columns; /* struct layout_column */
};

static void clear_column(gpointer column)
{
  g_free(((struct layout_column *)column)->header);
  g_free(((struct layout_column *)column)->dates);
}

static struct rota_csv_layout *layout_new(void)
{
  struct rota_csv_layout *layout = g_new0(struct rota_csv_layout, 1);
  layout->columns = g_array_new(FALSE, FALSE, sizeof(struct layout_column));
  g_array_set_clear_func(layout->columns, clear_column);
  return layout;
}

void rota_csv_layout_free(struct rota_csv_layout *layout)
{
  if (!layout)
    return;
  g_array_free(layout->columns, TRUE);
  g_free(layout);
}

static void layout_add(struct rota_csv_layout *layout, cell_function cell, const char *header,
                       const char *dates)
{
  struct layout_column column = {cell, g_strdup(header), g_strdup(dates)};
  g_array_append_val(layout->columns, column);
}

static struct rota_csv_layout *standard_layout(void)
{
  struct rota_csv_layout *layout = layout_new();
  for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
    if (columns[i].standard)
      layout_add(layout, columns[i].cell, columns[i].name, NULL);
  }
  return layout;
}

/* The columns that can be asked for, "date, session, ..."; g_free it. */
static char *column_names(void)
{
  GString *out = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
    g_string_append_printf(out, "%s%s", i ? ", " : "", columns[i].name);
  return g_string_free(out, FALSE);
}

/* What follows "date:", NULL if nothing does; false, and a message, where it is no pattern. */
static bool split_dates(char *name, const char **dates, char **message)
{
  bool has_pattern = g_str_has_prefix(name, "date:");
  *dates = has_pattern ? name + strlen("date:") : NULL;
  if (has_pattern && !date_pattern_is_whole(*dates)) {
    *message = g_strdup_printf("'%s' is no pattern of a date, such as dd/mm/yyyy", *dates);
    return false;
  }
  if (has_pattern)
    name[strlen("date")] = '\0';
  return true;
}

/* One "name" or "name=Header"; false, and a message, for anything else. */
static bool parse_column(struct rota_csv_layout *layout, const char *part, char **message)
{
  g_auto(GStrv) sides = g_strsplit(part, "=", 2);
  char *name = sides[0] ? g_strstrip(sides[0]) : (char[]){""};
  const char *dates;
  if (!split_dates(name, &dates, message))
    return false;
  const char *header = sides[0] && sides[1] ? g_strstrip(sides[1]) : name;
  for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
    if (strcmp(columns[i].name, name) != 0)
      continue;
    layout_add(layout, columns[i].cell, header, dates);
    return true;
  }
  g_autofree char *known = column_names();
  *message = g_strdup_printf("unknown column '%s'; there are %s", name, known);
  return false;
}

struct rota_csv_layout *rota_csv_layout_parse(const char *wanted, char **message)
{
  if (!g_utf8_validate(wanted, -1, NULL)) {
    *message = g_strdup("the columns' names are not UTF-8");
    return NULL;
  }
  struct rota_csv_layout *layout = layout_new();
  g_auto(GStrv) parts = g_strsplit(wanted, ",", -1);
  bool fine = true;
  for (char **part = parts; *part && fine; part++)
    fine = parse_column(layout, *part, message);
  if (fine && layout->columns->len > 0)
    return layout;
  if (fine)
    *message = g_strdup("no column is named");
  rota_csv_layout_free(layout);
  return NULL;
}

static void append_cell(GString *out, const char *text)
{
  const char *guard = text[0] && strchr("=+-@\t\r", text[0]) ? "'" : "";
  if (!strpbrk(text, ",\"\r\n")) {
    g_string_append_printf(out, "%s%s", guard, text);
    return;
  }
  g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
  g_autofree char *doubled = g_strjoinv("\"\"", parts);
  g_string_append_printf(out, "\"%s%s\"", guard, doubled);
}

static void append_row(GString *out, const struct problem *problem, const struct assignment *item,
                       const struct rota_csv_layout *layout)
{
  for (guint i = 0; i < layout->columns->len; i++) {
    const struct layout_column *column = &g_array_index(layout->columns, struct layout_column, i);
    g_autofree char *text = !item ? g_strdup(column->header)
                            : column->dates
                                ? date_pattern_format(column->dates, date_of(problem, item))
                                : column->cell(problem, item);
    g_string_append(out, i ? "," : "");
    append_cell(out, text);
  }
  g_string_append_c(out, '\n');
}

char *rota_csv_text(const struct problem *problem, const struct rota *rota,
                    const struct rota_csv_layout *layout)
{
  struct rota_csv_layout *standard = layout ? NULL : standard_layout();
  GString *out = g_string_new(NULL);
  append_row(out, problem, NULL, layout ? layout : standard);
  for (int i = 0; i < rota->count; i++)
    append_row(out, problem, &rota->items[rota->in_slot[i]], layout ? layout : standard);
  rota_csv_layout_free(standard);
  return g_string_free(out, FALSE);
}
