/* The rota by site, a table for each week: who does what where. */
#include "reports/page/page.h"

static void append_cell(struct page *page, const struct place_figures *place, int slot)
{
  const struct month *month = page->problem->month;
  const struct rota *rota = page->assessment->rota;
  bool first = slot == month->days[month->slots[slot].day].first_slot;
  g_string_append(page->out, first ? "<td class=\"first\">" : "<td>");
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (item->site == place->site && item->task == place->task)
      page_item(page, item, true);
  }
  g_string_append(page->out, "</td>");
}

/* The site's name stands once, over all of its tasks that week. */
static void append_row(struct page *page, const struct place_figures *place, int week, int rows)
{
  const struct service *service = page->problem->service;
  const struct month *month = page->problem->month;
  g_string_append_printf(page->out, "<tr data-s=\"%d\" data-t=\"%d\">", place->site, place->task);
  if (rows > 0) {
    g_string_append_printf(page->out, "<th scope=\"rowgroup\" rowspan=\"%d\">", rows);
    page_name(page->out, service->sites[place->site].name);
    g_string_append(page->out, "</th>");
  }
  g_string_append_printf(page->out, "<th scope=\"row\" class=\"t%d\">", place->task % PAGE_COLOURS);
  page_name(page->out, page->tasks[place->task]);
  g_string_append(page->out, "</th>");
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week)
      append_cell(page, place, s);
  g_string_append(page->out, "</tr>\n");
}

static const struct place_figures *place_at(const struct page *page, guint index)
{
  return &g_array_index(page->assessment->places, struct place_figures, index);
}

static int tasks_at(const struct page *page, int site, int week)
{
  int count = 0;
  for (guint i = 0; i < page->assessment->places->len; i++)
    count += place_at(page, i)->site == site && place_at(page, i)->weeks[week] > 0;
  return count;
}

static void append_rows(struct page *page, int week)
{
  int site = NONE;
  for (guint i = 0; i < page->assessment->places->len; i++) {
    const struct place_figures *place = place_at(page, i);
    if (place->weeks[week] == 0)
      continue;
    bool begins = place->site != site;
    if (begins)
      g_string_append(page->out, site == NONE ? "<tbody>\n" : "</tbody>\n<tbody>\n");
    append_row(page, place, week, begins ? tasks_at(page, place->site, week) : 0);
    site = place->site;
  }
  g_string_append(page->out, site == NONE ? "" : "</tbody>");
}

void page_sites(struct page *page)
{
  page_section(page, "sites", "By site", NULL);
  for (int w = 0; w < page->problem->month->n_weeks; w++)
    if (page_week_begin(page, w, "By site", "Site|Task")) {
      append_rows(page, w);
      page_week_end(page);
    }
  page_section_end(page);
}
