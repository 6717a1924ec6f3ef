#include "reports/page/index_page.h"

#include "reports/page/page.h"

static void append_item(GString *out, const char *file, const char *words)
{
  g_string_append_printf(out, "<li><a href=\"%s\">%s</a></li>\n", file, words);
}

/* The name leads to the sheet. */
static void append_person(struct page *page, int clinician)
{
  const char *id = page->problem->service->clinicians[clinician].id;
  g_string_append_printf(page->out, "<li><a href=\"people/%s.html\">", id);
  page_clinician(page, clinician);
  g_string_append_printf(page->out, "</a> <a class=\"beside\" href=\"calendars/person-%s.ics\">",
                         id);
  g_string_append(page->out, "calendar</a></li>\n");
}

static void append_people(struct page *page)
{
  page_section(page, "people", "People",
               "A sheet of the month for each, and a calendar for the phone.");
  g_string_append(page->out, "<ul class=\"columns\">\n");
  for (int c = 0; c < page->problem->service->n_clinicians; c++)
    if (page->assessment->people[c].sessions > 0)
      append_person(page, c);
  g_string_append(page->out, "</ul>\n");
  page_section_end(page);
}

static void append_pcn(struct page *page, int site)
{
  const struct site *pcn = &page->problem->service->sites[site];
  g_string_append_printf(page->out, "<li><a href=\"pcns/%s.html\">", pcn->id);
  page_name(page->out, pcn->name);
  g_string_append(page->out, "</a></li>\n");
}

static void append_pcns(struct page *page)
{
  const GArray *pcns = page->assessment->pcns;
  if (pcns->len == 0)
    return;
  page_section(page, "pcns", "PCNs", "A sheet of the month for each.");
  g_string_append(page->out, "<ul class=\"columns\">\n");
  for (guint i = 0; i < pcns->len; i++)
    append_pcn(page, g_array_index(pcns, struct pcn_figures, i).site);
  g_string_append(page->out, "</ul>\n");
  page_section_end(page);
}

char *index_page(const struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: %s", problem->service->name, month);
  struct page page = page_begin(assessment, title, "All that was written of this rota");
  page_summary(&page);
  g_string_append(page.out, "<ul class=\"columns\">\n");
  append_item(page.out, "month.html", "The month");
  append_item(page.out, "rota.xlsx", "The workbook");
  append_item(page.out, "rota.csv", "Assignments, as CSV");
  append_item(page.out, "figures.csv", "Figures of people and PCNs, as CSV");
  append_item(page.out, "meetings.csv", "1:1s and meetings, as CSV");
  g_string_append(page.out, "</ul>\n");
  append_pcns(&page);
  append_people(&page);
  return page_end(&page);
}
