/* First contact per PCN, who is on duty, and who meets when. */
#include "planning/duty.h"
#include "reports/page/page.h"

/* --- first contact ----------------------------------------------------------- */

static void append_people(struct page *page, const int *people, int count)
{
  for (int i = 0; i < count; i++) {
    g_string_append(page->out, i ? ", " : "");
    page_clinician(page, people[i]);
  }
}

static void append_count(struct page *page, const char *label, int count)
{
  g_string_append_printf(page->out, "<td class=\"number\" data-label=\"%s:\">%d</td>", label,
                         count);
}

static void append_pcn(struct page *page, const struct pcn_figures *figures)
{
  const struct site *site = &page->problem->service->sites[figures->site];
  g_string_append_printf(page->out, "<tr data-s=\"%d\"><th scope=\"row\">", figures->site);
  page_name(page->out, site->name);
  g_string_append(page->out, "</th><td data-label=\"Named:\">");
  append_people(page, site->pcn->named, site->pcn->n_named);
  g_string_append(page->out, "</td><td data-label=\"Deputies:\">");
  append_people(page, site->pcn->deputies, site->pcn->n_deputies);
  g_string_append(page->out, "</td>");
  append_count(page, "Sessions", figures->sessions);
  append_count(page, "By the named", figures->named);
  append_count(page, "By deputies", figures->deputies);
  append_count(page, "By others", figures->sessions - figures->named - figures->deputies);
  g_string_append(page->out, "<td class=\"number\" data-label=\"Named share:\">");
  if (figures->named_hundredths >= 0)
    g_string_append_printf(page->out, "%.1f%%", (double)figures->named_hundredths / 100);
  g_string_append(page->out, "</td>");
  append_count(page, "People", figures->people);
  g_string_append(page->out, "</tr>\n");
}

/* Is there nobody who is named for a PCN, and nobody who works there? */
static bool has_nobody(const struct page *page, const struct pcn_figures *figures)
{
  const struct pcn *pcn = page->problem->service->sites[figures->site].pcn;
  return figures->sessions == 0 && pcn->n_named == 0 && pcn->n_deputies == 0;
}

void page_fcp(struct page *page, int site)
{
  const GArray *pcns = page->assessment->pcns;
  if (pcns->len == 0)
    return;
  bool of_all = site == NONE;
  page_section(page, "fcp", of_all ? "First contact by PCN" : "First contact", NULL);
  for (guint i = 0; i < pcns->len; i++) {
    const struct pcn_figures *figures = &g_array_index(pcns, struct pcn_figures, i);
    if (site != figures->site || !has_nobody(page, figures))
      continue;
    html_element(page->out, "p", "No session is planned there, and nobody is named for it.");
    page_section_end(page);
    return;
  }
  page_table(
      page, of_all ? "Who does the sessions of each PCN" : "Who does the sessions",
      "PCN|Named|Deputies|>Sessions|>By the named|>By deputies|>By others|>Named share|>People");
  for (guint i = 0; i < pcns->len; i++) {
    const struct pcn_figures *figures = &g_array_index(pcns, struct pcn_figures, i);
    if (of_all || site == figures->site)
      append_pcn(page, figures);
  }
  page_table_end(page);
  page_section_end(page);
}

/* --- duty -------------------------------------------------------------------- */

static int on_duty(const struct page *page, int slot, bool append)
{
  const struct rota *rota = page->assessment->rota;
  int count = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (!duty_is(page->problem->service, item->task, item->site))
      continue;
    if (append) {
      g_string_append(page->out, count ? ", " : "");
      page_name(page->out, page->people[item->clinician]);
    }
    count++;
  }
  return count;
}

static void append_duty_gap(struct page *page, int slot)
{
  const struct service *service = page->problem->service;
  for (int t = 0; t < service->n_tasks; t++) {
    const struct shortfall *gap = page_gap_at(page, NONE, t, slot);
    if (gap && duty_is(service, t, NONE))
      page_missing(page, gap, false);
  }
}

static void append_day(struct page *page, const struct day *day)
{
  char text[DATE_TEXT_SIZE], date[DATE_TEXT_SIZE];
  const struct problem *problem = page->problem;
  g_string_append_printf(page->out, "<tr data-date=\"%s\"><th scope=\"row\">%s</th>",
                         date_format(day->date, date), date_format_short(day->date, text));
  for (int b = 0; b < problem->service->n_blocks; b++) {
    int slot = month_slot(problem->month, day->date, b);
    g_string_append(page->out, "<td>");
    if (slot != NONE) {
      on_duty(page, slot, true);
      append_duty_gap(page, slot);
    }
    g_string_append(page->out, "</td>");
  }
  g_string_append(page->out, "</tr>\n");
}

void page_duty(struct page *page)
{
  const struct month *month = page->problem->month;
  const struct service *service = page->problem->service;
  int all = 0;
  for (int s = 0; s < month->n_slots; s++)
    all += on_duty(page, s, false);
  if (all == 0)
    return;
  g_autoptr(GString) columns = g_string_new("Date");
  for (int b = 0; b < service->n_blocks; b++)
    g_string_append_printf(columns, "|%s", service->blocks[b].id);
  page_section(page, "duty", "On duty", NULL);
  page_table(page, "Who backs colleagues' decisions in each session", columns->str);
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].n_slots > 0)
      append_day(page, &month->days[d]);
  page_table_end(page);
  page_section_end(page);
}

/* --- meetings ---------------------------------------------------------------- */

static void append_sites(struct page *page, const struct meeting_figures *figures)
{
  int last = NONE;
  for (int i = 0; i < figures->n_attending; i++) {
    int site = figures->attending[i].site;
    if (site == last)
      continue;
    g_string_append(page->out, last == NONE ? "" : ", ");
    page_name(page->out, page->problem->service->sites[site].name);
    last = site;
  }
}

static void append_who(struct page *page, const struct meeting_figures *figures)
{
  const struct meeting *meeting = figures->meeting;
  if (meeting->clinician == NONE) {
    html_text(page->out, meeting->team == NONE
                             ? "all together"
                             : page->problem->service->teams.words[meeting->team]);
    g_string_append_printf(page->out, ": %d of %d can come", figures->n_attending,
                           figures->n_attending + figures->n_missing);
    return;
  }
  page_clinician(page, meeting->clinician);
  g_string_append(page->out, " with ");
  page_clinician(page, meeting->supervisor);
}

static void append_meeting(struct page *page, const struct meeting_figures *figures)
{
  const struct meeting *meeting = figures->meeting;
  g_autofree char *kind = words_key(page->problem->service->uses[meeting->use].name);
  char when[WORDS_SIZE];
  g_string_append_printf(page->out, "<tr%s><td class=\"when\">%s</td><td>",
                         meeting->slot == NONE ? " class=\"bad\"" : "",
                         meeting->slot == NONE ? "None can be held"
                                               : words_slot(page->problem, meeting->slot, when));
  html_text(page->out, kind);
  g_string_append(page->out, "</td><td>");
  append_who(page, figures);
  g_string_append(page->out, "</td><td>");
  append_sites(page, figures);
  g_string_append(page->out, "</td><td data-label=\"Can't come:\">");
  append_people(page, figures->missing, figures->n_missing);
  g_string_append(page->out, "</td></tr>\n");
}

static bool is_of(const struct meeting_figures *figures, int clinician)
{
  bool of = clinician == NONE || figures->meeting->clinician == clinician ||
            figures->meeting->supervisor == clinician;
  for (int i = 0; i < figures->n_attending; i++)
    of = of || figures->attending[i].clinician == clinician;
  for (int i = 0; i < figures->n_missing; i++)
    of = of || figures->missing[i] == clinician;
  return of;
}

static int compare_slots(const void *a, const void *b)
{
  const struct meeting_figures *left = *(struct meeting_figures *const *)a;
  const struct meeting_figures *right = *(struct meeting_figures *const *)b;
  return (left->meeting->slot > right->meeting->slot) -
         (left->meeting->slot < right->meeting->slot);
}

/* What can't be held first, and the others by date. */
void page_meetings(struct page *page, int clinician)
{
  const GArray *meetings = page->assessment->meetings;
  g_autoptr(GPtrArray) shown = g_ptr_array_new();
  for (guint i = 0; i < meetings->len; i++) {
    const struct meeting_figures *figures = &g_array_index(meetings, struct meeting_figures, i);
    if (is_of(figures, clinician))
      g_ptr_array_add(shown, (void *)figures);
  }
  if (shown->len == 0)
    return;
  g_ptr_array_sort(shown, compare_slots);
  page_section(page, "meetings", "1:1s and meetings", NULL);
  page_table(page, "When each can be held", "When|Kind|Who|Where|Can't come");
  for (guint i = 0; i < shown->len; i++)
    append_meeting(page, shown->pdata[i]);
  page_table_end(page);
  page_section_end(page);
}
