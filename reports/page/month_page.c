#include "reports/page/month_page.h"

#include "reports/page/page.h"

char *month_page(const struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: rota of %s", problem->service->name, month);
  g_autofree char *subtitle =
      g_strdup_printf("%d clinicians, %d sites, %d assignments", problem->service->n_clinicians,
                      problem->service->n_sites, assessment->rota->count);
  struct page page = page_begin(assessment, title, subtitle);
  page_summary(&page);
  page_contents(&page);
  page_gaps(&page);
  page_filters(&page);
  page_people(&page);
  page_sites(&page);
  page_cover(&page);
  page_fcp(&page, NONE);
  page_duty(&page);
  page_meetings(&page, NONE);
  page_fairness(&page);
  page_acceptable(&page);
  page_cost(&page);
  return page_end(&page);
}
