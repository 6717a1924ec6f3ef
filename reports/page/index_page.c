#include "reports/page/index_page.h"

#include "reports/page/page.h"

static void append_link(GString *out, const char *folder, const char *file, const char *end,
                        const char *words)
{
  g_string_append_printf(out, "<a href=\"%s%s%s\">", folder, file, end);
  html_text(out, words);
  g_string_append(out, "</a>");
}

static void append_item(GString *out, const char *file, const char *words)
{
  g_string_append(out, "<li>");
  append_link(out, "", file, "", words);
  g_string_append(out, "</li>\n");
}

static void append_person(struct page *page, int clinician)
{
  const char *id = page->problem->service->clinicians[clinician].id;
  g_string_append(page->out, "<tr><th scope=\"row\">");
  page_clinician(page, clinician);
  g_string_append(page->out, "</th><td>");
  append_link(page->out, "people/", id, ".html", "sheet");
  g_string_append(page->out, "</td><td>");
  append_link(page->out, "calendars/person-", id, ".ics", "calendar");
  g_string_append(page->out, "</td></tr>\n");
}

static void append_pcn(struct page *page, int site)
{
  const struct site *pcn = &page->problem->service->sites[site];
  g_string_append(page->out, "<tr><th scope=\"row\">");
  page_name(page->out, pcn->name);
  g_string_append(page->out, "</th><td>");
  append_link(page->out, "pcns/", pcn->id, ".html", "sheet");
  g_string_append(page->out, "</td></tr>\n");
}

static void append_pcns(struct page *page)
{
  const GArray *pcns = page->assessment->pcns;
  if (pcns->len == 0)
    return;
  page_section(page, "pcns", "PCNs", NULL);
  page_table(page, "Each PCN's month", "PCN|Month");
  for (guint i = 0; i < pcns->len; i++)
    append_pcn(page, g_array_index(pcns, struct pcn_figures, i).site);
  page_table_end(page);
  page_section_end(page);
}

char *index_page(const struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: %s", problem->service->name, month);
  struct page page = page_begin(assessment, title, "All that was written of this rota");
  page_summary(&page);
  g_string_append(page.out, "<ul>\n");
  append_item(page.out, "month.html", "The month");
  append_item(page.out, "rota.xlsx", "The workbook");
  append_item(page.out, "rota.csv", "Assignments, as CSV");
  append_item(page.out, "figures.csv", "Figures of people and PCNs, as CSV");
  append_item(page.out, "meetings.csv", "1:1s and meetings, as CSV");
  g_string_append(page.out, "</ul>\n");
  append_pcns(&page);
  page_section(&page, "people", "People", NULL);
  page_table(&page, "Each person's month", "Clinician|Month|For the phone");
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (assessment->people[c].sessions > 0)
      append_person(&page, c);
  page_table_end(&page);
  page_section_end(&page);
  return page_end(&page);
}
