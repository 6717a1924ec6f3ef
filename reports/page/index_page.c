#include "reports/page/index_page.h"

#include "reports/page/page.h"

static void append_item(GString *out, const char *file, const char *words)
{
  g_string_append_printf(out, "<li><a href=\"%s\">%s</a></li>\n", file, words);
}

/* Beside a name that leads to a sheet; a reader who goes from link to link hears whose it is. */
static void append_calendar(GString *out, const char *kind, const char *id, const char *name)
{
  g_string_append_printf(
      out, " <a class=\"more\" href=\"calendars/%s-%s.ics\" aria-label=\"Calendar of ", kind, id);
  html_text(out, name);
  g_string_append(out, "\">calendar</a>");
}

/* The name leads to the sheet. */
static void append_person(struct page *page, int clinician)
{
  const struct clinician *person = &page->problem->service->clinicians[clinician];
  g_string_append_printf(page->out, "<li><a href=\"people/%s.html\">", person->id);
  page_clinician(page, clinician);
  g_string_append(page->out, "</a>");
  append_calendar(page->out, "person", person->id, person->name);
  g_string_append(page->out, "</li>\n");
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

static bool has_work(const struct assessment *assessment, int site)
{
  for (guint i = 0; i < assessment->places->len; i++)
    if (g_array_index(assessment->places, struct place_figures, i).site == site)
      return true;
  return false;
}

static void append_pcn(struct page *page, int site)
{
  const struct site *pcn = &page->problem->service->sites[site];
  g_string_append_printf(page->out, "<li><a href=\"pcns/%s.html\">", pcn->id);
  page_name(page->out, pcn->name);
  g_string_append(page->out, "</a>");
  if (has_work(page->assessment, site))
    append_calendar(page->out, "site", pcn->id, pcn->name);
  g_string_append(page->out, "</li>\n");
}

static void append_pcns(struct page *page)
{
  const GArray *pcns = page->assessment->pcns;
  if (pcns->len == 0)
    return;
  page_section(page, "pcns", "PCNs", "A sheet of the month for each, and a calendar.");
  g_string_append(page->out, "<ul class=\"columns\">\n");
  for (guint i = 0; i < pcns->len; i++)
    append_pcn(page, g_array_index(pcns, struct pcn_figures, i).site);
  g_string_append(page->out, "</ul>\n");
  page_section_end(page);
}

/* Those that are no PCNs, and have work. */
static void append_sites(struct page *page)
{
  const struct service *service = page->problem->service;
  page_section(page, "sites", "Sites", "A calendar for each.");
  g_string_append(page->out, "<ul class=\"columns\">\n");
  for (int s = 0; s < service->n_sites; s++) {
    if (service->sites[s].pcn || !has_work(page->assessment, s))
      continue;
    g_string_append_printf(page->out, "<li><a href=\"calendars/site-%s.ics\">",
                           service->sites[s].id);
    page_name(page->out, service->sites[s].name);
    g_string_append(page->out, "</a></li>\n");
  }
  g_string_append(page->out, "</ul>\n");
  page_section_end(page);
}

char *index_page(const struct assessment *assessment, const struct page_version *version)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: %s", problem->service->name, month);
  g_autofree char *subtitle =
      g_strdup_printf("All that was written of this rota; %s", version->words);
  struct page page = page_begin(assessment, title, subtitle, version->is_old);
  page_summary(&page);
  page_section(&page, "all", "The whole", NULL);
  g_string_append(page.out, "<ul class=\"columns\">\n");
  append_item(page.out, "month.html", "The month");
  append_item(page.out, "trend.html", "Months side by side");
  append_item(page.out, "rota.xlsx", "The workbook");
  append_item(page.out, "rota.csv", "Assignments, as CSV");
  append_item(page.out, "figures.csv", "Figures of people and PCNs, as CSV");
  append_item(page.out, "meetings.csv", "1:1s and meetings, as CSV");
  g_string_append(page.out, "</ul>\n");
  page_section_end(&page);
  append_pcns(&page);
  append_sites(&page);
  append_people(&page);
  return page_end(&page);
}
