/* The rota by clinician, a table for each week. */
#include "reports/page/page.h"

struct standing {
  const char *class, *text;
};

static struct standing standing_of(enum attendance attendance)
{
  switch (attendance) {
  case ATTENDANCE_LEAVE:
    return (struct standing){"leave", "leave"};
  case ATTENDANCE_CLOSED:
    return (struct standing){"closed", "closed"};
  case ATTENDANCE_FREE:
    return (struct standing){"free", "free"};
  default:
    return (struct standing){"off", ""};
  }
}

static void append_cell(struct page *page, int clinician, int slot)
{
  const struct month *month = page->problem->month;
  enum attendance attendance = page->assessment->attendance[clinician * month->n_slots + slot];
  bool first = slot == month->days[month->slots[slot].day].first_slot;
  int count;
  const struct assignment *items = rota_at(page->assessment->rota, clinician, slot, &count);
  const struct standing standing = standing_of(attendance);
  g_string_append_printf(page->out, "<td class=\"%s%s\">", count ? "work" : standing.class,
                         first ? " first" : "");
  for (int i = 0; i < count; i++)
    page_item(page, &items[i], false);
  if (count == 0)
    g_string_append(page->out, standing.text);
  g_string_append(page->out, "</td>");
}

static void append_row(struct page *page, int clinician, int week)
{
  const struct month *month = page->problem->month;
  g_string_append_printf(page->out, "<tr data-c=\"%d\"><th scope=\"row\">", clinician);
  page_name(page->out, page->people[clinician]);
  g_string_append(page->out, "</th>");
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week)
      append_cell(page, clinician, s);
  g_string_append(page->out, "</tr>\n");
}

/* Has the person anything to read there in that week? */
static bool is_there(const struct page *page, int clinician, int week)
{
  const struct month *month = page->problem->month;
  for (int s = 0; s < month->n_slots; s++)
    if (month->days[month->slots[s].day].week == week &&
        page->assessment->attendance[clinician * month->n_slots + s] != ATTENDANCE_OFF)
      return true;
  return false;
}

static void append_week(struct page *page, int week)
{
  if (!page_week_begin(page, week, "By clinician", "Clinician"))
    return;
  g_string_append(page->out, "<tbody>\n");
  for (int c = 0; c < page->problem->service->n_clinicians; c++)
    if (is_there(page, c, week))
      append_row(page, c, week);
  g_string_append(page->out, "</tbody>");
  page_week_end(page);
}

void page_people(struct page *page)
{
  page_section(page, "people", "By clinician",
               "Choose a cell to read what makes it so: arrow keys move, Enter opens.");
  for (int w = 0; w < page->problem->month->n_weeks; w++)
    append_week(page, w);
  page_section_end(page);
}
