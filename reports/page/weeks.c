/* The weeks of a month, a table each: what the rota by clinician and by site have in common. */
#include "reports/page/page.h"

static bool is_open(const struct day *day, int week)
{
  return day->week == week && day->n_slots > 0;
}

static void append_date(GString *out, int date)
{
  char text[DATE_TEXT_SIZE];
  g_string_append(out, date_format_short(date, text));
}

char *page_week_title(const struct problem *problem, int week)
{
  const struct month *month = problem->month;
  int first = NONE, last = NONE;
  for (int d = 0; d < month->n_days; d++)
    if (is_open(&month->days[d], week)) {
      first = first == NONE ? d : first;
      last = d;
    }
  if (first == NONE)
    return NULL;
  GString *out = g_string_new(NULL);
  append_date(out, month->days[first].date);
  if (last != first) {
    g_string_append(out, " to ");
    append_date(out, month->days[last].date);
  }
  return g_string_free(out, FALSE);
}

static void append_day_head(struct page *page, const struct day *day)
{
  char text[DATE_TEXT_SIZE];
  g_string_append_printf(page->out, "<th scope=\"colgroup\" colspan=\"%d\" data-date=\"%s\">",
                         day->n_slots, date_format(day->date, text));
  append_date(page->out, day->date);
  g_string_append(page->out, day->holiday ? " <small>bank holiday</small></th>" : "</th>");
}

static void append_block_heads(struct page *page, int week)
{
  const struct month *month = page->problem->month;
  char when[WORDS_SIZE];
  for (int s = 0; s < month->n_slots; s++) {
    const struct day *day = &month->days[month->slots[s].day];
    if (day->week != week)
      continue;
    g_string_append_printf(page->out, "<th scope=\"col\"%s data-when=\"%s\">",
                           s == day->first_slot ? " class=\"first\"" : "",
                           words_slot(page->problem, s, when));
    html_text(page->out, page->problem->service->blocks[month->slots[s].block].id);
    g_string_append(page->out, "</th>");
  }
}

static void append_head(struct page *page, int week, const char *corner)
{
  const struct month *month = page->problem->month;
  g_auto(GStrv) names = g_strsplit(corner, "|", -1);
  g_string_append(page->out, "<thead><tr>");
  for (char **name = names; *name; name++)
    g_string_append_printf(page->out, "<th rowspan=\"2\" scope=\"col\">%s</th>", *name);
  for (int d = 0; d < month->n_days; d++)
    if (is_open(&month->days[d], week))
      append_day_head(page, &month->days[d]);
  g_string_append(page->out, "</tr>\n<tr>");
  append_block_heads(page, week);
  g_string_append(page->out, "</tr></thead>\n");
}

int page_week_slots(const struct problem *problem, int week)
{
  const struct month *month = problem->month;
  int count = 0;
  for (int d = 0; d < month->n_days; d++)
    count += month->days[d].week == week ? month->days[d].n_slots : 0;
  return count;
}

bool page_week_begin(struct page *page, int week, const char *what, const char *corner)
{
  g_autofree char *title = page_week_title(page->problem, week);
  if (!title)
    return false;
  g_string_append_printf(page->out,
                         "<div class=\"week scroll\" data-week=\"%d\" tabindex=\"0\" "
                         "role=\"region\" aria-label=\"%s, %s\">"
                         "<table class=\"rota\" style=\"--slots:%d\"><caption>%s</caption>\n",
                         week, what, title, page_week_slots(page->problem, week), title);
  append_head(page, week, corner);
  return true;
}

void page_week_end(struct page *page)
{
  g_string_append(page->out, "</table></div>\n");
}
