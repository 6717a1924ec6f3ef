/* Cover against target, the whole month in one table, and of a longer period as many weeks as go
 * across: what is short stands out. */
#include "planning/coverage.h"
#include "reports/page/page.h"

/* A class of the style sheet, and what its colour says to those who see none. */
struct state {
  const char *class, *words;
};

static struct state state_of(const struct coverage_cell *cell)
{
  if (cell->planned < cell->need)
    return (struct state){"short", "fewer than needed"};
  if (cell->owed > 0)
    return (struct state){"owed", "not offered"};
  if (cell->planned < cell->target)
    return (struct state){"below", "below target"};
  if (cell->most != UNLIMITED && cell->planned > cell->most)
    return (struct state){"over", "more than wanted"};
  return (struct state){"met", NULL};
}

/* What goes across a screen, and a sheet of A4 on its side. A month never has more. */
enum { WEEKS_ACROSS = 6 };

/* Weeks from ... until - 1, and the days and slots of them. */
struct span {
  int from_day, until_day, from, until;
};

/* As even as they go. */
static struct span span_of(const struct month *month, int index, int count)
{
  struct span out = {.from_day = month->n_days, .from = month->n_slots};
  for (int d = 0; d < month->n_days; d++) {
    const struct day *day = &month->days[d];
    if (day->week * count / month->n_weeks != index)
      continue;
    out.from_day = MIN(out.from_day, d);
    out.until_day = d + 1;
    out.from = MIN(out.from, day->first_slot);
    out.until = day->first_slot + day->n_slots;
  }
  return out;
}

static void append_cell(struct page *page, const struct coverage_cell *cell, int across)
{
  char when[WORDS_SIZE];
  const struct state state = state_of(cell);
  g_string_append_printf(page->out, "<td class=\"%s\" colspan=\"%d\" title=\"%s: %d of %d",
                         state.class, across, words_slot(page->problem, cell->from, when),
                         cell->planned, cell->target);
  if (cell->need < cell->target)
    g_string_append_printf(page->out, ", %d needed", cell->need);
  if (cell->owed > 0)
    g_string_append_printf(page->out, "; %d more not offered", cell->owed);
  g_string_append_c(page->out, '"');
  if (state.words)
    g_string_append_printf(page->out, " aria-label=\"%d of %d, %s\"", cell->planned, cell->target,
                           state.words);
  g_string_append_printf(page->out, ">%d</td>", cell->planned);
}

static void append_nothing(GString *out, int from, int end)
{
  if (from < end)
    g_string_append_printf(out, "<td colspan=\"%d\"></td>", end - from);
}

static bool is_in(const struct coverage_cell *cell, const struct span *span)
{
  return cell->from < span->until && cell->end > span->from;
}

static bool has_cells(const struct coverage_row *row, const struct span *span)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (is_in(&g_array_index(row->cells, struct coverage_cell, i), span))
      return true;
  return false;
}

static void append_row(struct page *page, const struct coverage_row *row, const struct span *span)
{
  const struct service *service = page->problem->service;
  int at = span->from;
  g_string_append_printf(page->out, "<tr data-t=\"%d\" data-s=\"%d\"><th scope=\"row\">", row->task,
                         row->site);
  page_name(page->out, row->site == NONE ? "several sites" : service->sites[row->site].name);
  g_string_append(page->out, ", ");
  g_autoptr(GString) named = g_string_new(NULL);
  if (row->line)
    words_line(page->problem, row->line, named);
  page_name(page->out, row->line ? named->str : service->tasks[row->task].name);
  if (row->per != PERIOD_SESSION)
    g_string_append_printf(page->out, " a %s", period_names[row->per]);
  g_string_append(page->out, "</th>");
  for (guint i = 0; i < row->cells->len; i++) {
    const struct coverage_cell *cell = &g_array_index(row->cells, struct coverage_cell, i);
    int from = MAX(cell->from, span->from), end = MIN(cell->end, span->until);
    if (!is_in(cell, span))
      continue;
    append_nothing(page->out, at, from);
    append_cell(page, cell, end - from);
    at = end;
  }
  append_nothing(page->out, at, span->until);
  g_string_append(page->out, "</tr>\n");
}

static void append_head(struct page *page, const struct span *span)
{
  const struct month *month = page->problem->month;
  g_string_append(page->out, "<thead><tr><th scope=\"col\">Site and task</th>");
  for (int d = span->from_day; d < span->until_day; d++) {
    const struct day *day = &month->days[d];
    char text[DATE_TEXT_SIZE];
    if (day->n_slots == 0)
      continue;
    g_string_append_printf(page->out, "<th scope=\"col\" colspan=\"%d\" data-date=\"%s\">",
                           day->n_slots, date_format(day->date, text));
    g_string_append_printf(page->out, "<span>%c</span>%d</th>",
                           g_ascii_toupper(date_weekday_names[day->weekday][0]),
                           date_day(day->date));
  }
  g_string_append(page->out, "</tr></thead>\n<tbody>\n");
}

/* With its days as a caption where it is a part. */
static void append_table(struct page *page, const GPtrArray *rows, const struct span *span,
                         bool is_part)
{
  const struct day *days = page->problem->month->days;
  g_string_append(page->out,
                  "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                  "aria-label=\"Cover against target");
  if (is_part) {
    char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
    g_autofree char *caption =
        g_strdup_printf("%s to %s", date_format_short(days[span->from_day].date, from),
                        date_format_short(days[span->until_day - 1].date, until));
    g_string_append_printf(page->out, ", %s\"><table class=\"heat\">", caption);
    html_element(page->out, "caption", caption);
  } else
    g_string_append(page->out, "\"><table class=\"heat\">\n");
  append_head(page, span);
  for (guint i = 0; i < rows->len; i++)
    if (has_cells(rows->pdata[i], span))
      append_row(page, rows->pdata[i], span);
  page_table_end(page);
}

void page_cover(struct page *page)
{
  const struct month *month = page->problem->month;
  int parts = (month->n_weeks + WEEKS_ACROSS - 1) / WEEKS_ACROSS;
  g_autoptr(GPtrArray) rows = coverage_new(page->problem, page->assessment->rota);
  if (rows->len == 0)
    return;
  page_section(page, "cover", "Cover against target",
               "People planned for each line of demand, in each session, day or week of it.");
  g_string_append(page->out,
                  "<ul class=\"key\"><li><i class=\"met\">2</i>on target</li>"
                  "<li><i class=\"below\">1</i>enough, below target</li>"
                  "<li><i class=\"short\">0</i>fewer than needed</li>"
                  "<li><i class=\"owed\">0</i>not offered: closed</li>"
                  "<li><i class=\"over\">3</i>more than wanted</li></ul>\n");
  for (int part = 0; part < parts; part++) {
    const struct span span = span_of(month, part, parts);
    if (span.from < span.until)
      append_table(page, rows, &span, parts > 1);
  }
  page_section_end(page);
}
