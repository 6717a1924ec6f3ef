/* The month on one page, for a browser, for print and for a phone. */
#ifndef ROTA_REPORTS_PAGE_MONTH_PAGE_H
#define ROTA_REPORTS_PAGE_MONTH_PAGE_H

#include "model/assessment.h"
#include "planning/fcp_use.h"
#include "planning/kept.h"

/* Which of the month's a page's rota is, for its head and the foot of each sheet. */
struct page_version {
  const char *words; /* "version 2 of 2027-01, the current one" */
  bool is_old;       /* another is the current one: the page warns */
};

/* Everybody's month. Gaps have their reasons if assess_reasons was asked for them; g_free it. */
char *month_page(const struct assessment *assessment, const struct page_version *version);

/* One person's month, or what is planned at one PCN, on a sheet; g_free it. `uses`: how its first
 * contact was used; NULL: nothing is known. `kept`: of the assessment's problem. */
char *person_page(const struct assessment *assessment, int clinician,
                  const struct page_version *version);
char *pcn_page(const struct assessment *assessment, int site, const struct page_version *version,
               const struct fcp_uses *uses, const struct kept *kept);

/* The published months and this one side by side, for each person; g_free it. */
char *trend_page(const struct assessment *assessment, const struct kept *kept);

#endif
