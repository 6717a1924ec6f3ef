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

/* The site's name stands once, over all of its rows of that week. */
static void append_row(struct page *page, const struct row *row, int week, int spanned)
{
  const struct service *service = page->problem->service;
  const struct month *month = page->problem->month;
  char colour[16];
  g_string_append_printf(page->out, "<tr data-s=\"%d\" data-t=\"%d\">", row->site, row->task);
  if (spanned > 0) {
    g_string_append_printf(page->out, "<th scope=\"rowgroup\" rowspan=\"%d\">", spanned);
    page_name(page->out, service->sites[row->site].name);
    g_string_append(page->out, "</th>");
  }
  g_string_append_printf(page->out, "<th scope=\"row\" class=\"%s\">",
                         page_colour(row->task, colour));
  page_name(page->out, page->tasks[row->task]);
  g_string_append(page->out, "</th>");
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week)
      append_cell(page, row, s);
  g_string_append(page->out, "</tr>\n");
}

static int rows_of(const GArray *rows, int site)
{
  int count = 0;
  for (guint i = 0; i < rows->len; i++)
    count += g_array_index(rows, struct row, i).site == site;
  return count;
}

static void append_rows(struct page *page, const GArray *all, int week)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct row));
  int site = NONE;
  for (guint i = 0; i < all->len; i++)
    if (is_in(page, &g_array_index(all, struct row, i), week))
      g_array_append_val(rows, g_array_index(all, struct row, i));
  for (guint i = 0; i < rows->len; i++) {
    const struct row *row = &g_array_index(rows, struct row, i);
    bool begins = row->site != site;
    if (begins)
      g_string_append(page->out, site == NONE ? "<tbody>\n" : "</tbody>\n<tbody>\n");
    append_row(page, row, week, begins ? rows_of(rows, row->site) : 0);
    site = row->site;
  }
  g_string_append(page->out, site == NONE ? "" : "</tbody>");
}

void page_sites(struct page *page)
{
  g_autoptr(GArray) rows = rows_new(page);
  page_section(page, "sites", "By site", NULL);
  for (int w = 0; w < page->problem->month->n_weeks; w++)
    if (page_week_begin(page, w, "By site", "Site|Task")) {
      append_rows(page, rows, w);
      page_week_end(page);
    }
  page_section_end(page);
}
