/* Pages of one sheet: one person's month, and one PCN's. */
#include "reports/page/month_page.h"
#include "reports/page/page.h"

#include <stdlib.h>

/* "Maya Desai: 2027-01" over what the service is called. */
static struct page sheet_begin(const struct assessment *assessment, const char *name)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *title = g_strdup_printf("%s: %s", name, problem->month->name);
  return page_begin(assessment, title, problem->service->name);
}

static void append_person(struct page *page, int clinician)
{
  const struct person_figures *person = &page->assessment->people[clinician];
  char hours[WORDS_SIZE], over[WORDS_SIZE];
  g_string_append(page->out, "<dl>");
  page_term(page, "sessions", "%d", person->sessions);
  page_term(page, "hours", "%s", words_minutes(person->minutes, hours));
  if (person->over_minutes != 0)
    page_term(page, person->over_minutes < 0 ? "below the contract" : "beyond the contract", "%s",
              words_minutes(abs(person->over_minutes), over));
  if (person->satisfaction_percent >= 0)
    page_term(page, "wishes met", "%d%%", person->satisfaction_percent);
  if (person->holds_both && person->streams.generalist_hundredths >= 0)
    page_term(page, "generalist work", "%.1f%%",
              (double)person->streams.generalist_hundredths / 100);
  g_string_append(page->out, "</dl>\n");
}

char *person_page(const struct assessment *assessment, int clinician)
{
  struct page page =
      sheet_begin(assessment, assessment->problem->service->clinicians[clinician].name);
  page_calendar(&page, clinician, NONE);
  append_person(&page, clinician);
  page_meetings(&page, clinician);
  return page_end(&page);
}

char *pcn_page(const struct assessment *assessment, int site)
{
  struct page page = sheet_begin(assessment, assessment->problem->service->sites[site].name);
  page_calendar(&page, NONE, site);
  page_fcp(&page, site);
  return page_end(&page);
}
