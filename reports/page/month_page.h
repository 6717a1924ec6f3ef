/* The month on one page, for a browser, for print and for a phone. */
#ifndef ROTA_REPORTS_PAGE_MONTH_PAGE_H
#define ROTA_REPORTS_PAGE_MONTH_PAGE_H

#include "model/assessment.h"
#include "planning/fcp_use.h"

/* Everybody's month. Gaps have their reasons if assess_reasons was asked for them. g_free it. */
char *month_page(const struct assessment *assessment);

/* One person's month, or what is planned at one PCN, on a sheet; g_free it. `uses`: how its first
 * contact was used; NULL: nothing is known. */
char *person_page(const struct assessment *assessment, int clinician);
char *pcn_page(const struct assessment *assessment, int site, const struct fcp_uses *uses);

/* The published months and this one side by side, for each person; g_free it. */
char *trend_page(const struct assessment *assessment);

#endif
