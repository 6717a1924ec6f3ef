#include "reports/page/month_page.h"

#include "reports/page/page.h"
#include "reports/text.h"

char *month_page(const struct assessment *assessment, const struct page_version *version)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: rota of %s", problem->service->name, month);
  g_autoptr(GString) subtitle = g_string_new(NULL);
  text_count(subtitle, problem->service->n_clinicians, "clinician, ", "clinicians, ");
  text_count(subtitle, problem->service->n_sites, "site, ", "sites, ");
  text_count(subtitle, assessment->rota->count, "assignment", "assignments");
  g_string_append_printf(subtitle, "; %s", version->words);
  struct page page = page_begin(assessment, title, subtitle->str, version->is_old);
  page_today(&page);
  page_summary(&page);
  page_contents(&page);
  page_gaps(&page);
  page_filters(&page);
  page_people(&page);
  page_sites(&page);
  page_cover(&page);
  page_fcp(&page, NONE);
  g_string_append(page.out, "<div class=\"beside\">\n");
  page_duty(&page);
  page_meetings(&page, NONE);
  g_string_append(page.out, "</div>\n");
  page_fairness(&page);
  g_string_append(page.out, "<div class=\"beside\">\n");
  page_acceptable(&page);
  page_cost(&page);
  g_string_append(page.out, "</div>\n");
  return page_end(&page);
}
