/* The rota by site, a table for each week: who does what where, and what is short. */
#include "reports/page/page.h"

/* A task at a site. */
struct row {
  int site, task;
  const int *weeks; /* assignments in each; NULL: none all month */
};

static int compare_rows(const void *a, const void *b)
{
  const struct row *left = a, *right = b;
  int order = (left->site > right->site) - (left->site < right->site);
  return order ? order : (left->task > right->task) - (left->task < right->task);
}

static bool has_row(const GArray *rows, int site, int task)
{
  for (guint i = 0; i < rows->len; i++) {
    const struct row *row = &g_array_index(rows, struct row, i);
    if (row->site == site && row->task == task)
      return true;
  }
  return false;
}

/* What is done there, and what is short though nobody does it. g_array_unref them. */
static GArray *rows_new(const struct page *page)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
  for (guint i = 0; i < page->assessment->places->len; i++) {
    const struct place_figures *place =
        &g_array_index(page->assessment->places, struct place_figures, i);
    struct row row = {place->site, place->task, place->weeks};
    g_array_append_val(rows, row);
  }
  for (guint i = 0; i < page->assessment->shortfalls->len; i++) {
    const struct label *at =
        &g_array_index(page->assessment->shortfalls, struct shortfall, i).finding->at;
    struct row row = {at->site, at->task, NULL};
    if (at->site != NONE && at->task != NONE && page_gap_at(page, at->site, at->task, at->slot) &&
        !has_row(rows, at->site, at->task))
      g_array_append_val(rows, row);
  }
  g_array_sort(rows, compare_rows);
  return rows;
}

static bool is_in(const struct page *page, const struct row *row, int week)
{
  const struct month *month = page->problem->month;
  if (row->weeks && row->weeks[week] > 0)
    return true;
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week && page_gap_at(page, row->site, row->task, s))
      return true;
  return false;
}

/* Of those of a site what the week has. g_array_unref it. */
static GArray *rows_in(const struct page *page, const GArray *all, int site, int week)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
  for (guint i = 0; i < all->len; i++) {
    const struct row *row = &g_array_index(all, struct row, i);
    if (row->site == site && is_in(page, row, week))
      g_array_append_val(rows, *row);
  }
  return rows;
}

static void append_cell(struct page *page, const struct row *row, int slot)
{
  const struct month *month = page->problem->month;
  const struct rota *rota = page->assessment->rota;
  const struct shortfall *gap = page_gap_at(page, row->site, row->task, slot);
  bool first = slot == month->days[month->slots[slot].day].first_slot;
  g_string_append(page->out, first ? "<td class=\"first\">" : "<td>");
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (item->site == row->site && item->task == row->task)
      page_item(page, item, true);
  }
  if (gap)
    page_missing(page, gap, false);
  g_string_append(page->out, "</td>");
}

static void append_row(struct page *page, const struct row *row, int week)
{
  const struct month *month = page->problem->month;
  char colour[16];
  g_string_append_printf(page->out, "<th scope=\"row\" class=\"%s\">",
                         page_colour(row->task, colour));
  page_name(page->out, page->tasks[row->task]);
  g_string_append(page->out, "</th>");
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week)
      append_cell(page, row, s);
  g_string_append(page->out, "</tr>\n");
}

/* Below what is done there in sessions: what is short there of no session in particular. */
static void append_gaps(struct page *page, int week, const char *gaps)
{
  g_string_append_printf(page->out, "<td colspan=\"%d\">%s</td></tr>\n",
                         page_week_slots(page->problem, week) + 1, gaps);
}

/* The site's name stands once, over all of its rows of that week. */
static void begin_row(struct page *page, int site, int nth, int spanned)
{
  g_string_append(page->out, "<tr>");
  if (nth > 0)
    return;
  g_string_append_printf(page->out, "<th scope=\"rowgroup\" rowspan=\"%d\">", spanned);
  page_name(page->out, page->problem->service->sites[site].name);
  g_string_append(page->out, "</th>");
}

static void append_site(struct page *page, const GArray *all, int site, int week)
{
  g_autofree char *gaps = page_gaps_of_week(page, site, week);
  g_autoptr(GArray) rows = rows_in(page, all, site, week);
  int count = (int)rows->len, spanned = count + (gaps != NULL);
  if (spanned == 0)
    return;
  g_string_append(page->out, "<tbody>\n");
  for (int i = 0; i < count; i++) {
    begin_row(page, site, i, spanned);
    append_row(page, &g_array_index(rows, struct row, i), week);
  }
  if (gaps) {
    begin_row(page, site, count, spanned);
    append_gaps(page, week, gaps);
  }
  g_string_append(page->out, "</tbody>\n");
}

void page_sites(struct page *page)
{
  g_autoptr(GArray) rows = rows_new(page);
  page_section(page, "sites", "By site", NULL);
  for (int w = 0; w < page->problem->month->n_weeks; w++)
    if (page_week_begin(page, w, "By site", "Site|Task")) {
      for (int s = 0; s < page->problem->service->n_sites; s++)
        append_site(page, rows, s, w);
      page_week_end(page);
    }
  page_section_end(page);
}
