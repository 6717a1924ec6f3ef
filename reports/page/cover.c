/* Cover against target, the whole month in one table: what is short stands out. */
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

static void append_cell(struct page *page, const struct coverage_cell *cell)
{
  char when[WORDS_SIZE];
  const struct state state = state_of(cell);
  g_string_append_printf(page->out, "<td class=\"%s\" colspan=\"%d\" title=\"%s: %d of %d",
                         state.class, cell->end - cell->from,
                         words_slot(page->problem, cell->from, when), cell->planned, cell->target);
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

static void append_row(struct page *page, const struct coverage_row *row)
{
  const struct service *service = page->problem->service;
  int at = 0;
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
    append_nothing(page->out, at, cell->from);
    append_cell(page, cell);
    at = cell->end;
  }
  append_nothing(page->out, at, page->problem->month->n_slots);
  g_string_append(page->out, "</tr>\n");
}

static void append_head(struct page *page)
{
  const struct month *month = page->problem->month;
  g_string_append(page->out, "<thead><tr><th scope=\"col\">Site and task</th>");
  for (int d = 0; d < month->n_days; d++) {
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

void page_cover(struct page *page)
{
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
                  "<li><i class=\"over\">3</i>more than wanted</li></ul>\n"
                  "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                  "aria-label=\"Cover against target\"><table class=\"heat\">\n");
  append_head(page);
  for (guint i = 0; i < rows->len; i++)
    append_row(page, rows->pdata[i]);
  page_table_end(page);
  page_section_end(page);
}
