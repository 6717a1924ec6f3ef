/* The page that leads to all that was written of a rota. */
#ifndef ROTA_REPORTS_PAGE_INDEX_PAGE_H
#define ROTA_REPORTS_PAGE_INDEX_PAGE_H

#include "reports/page/month_page.h"

/* Links to what planning calls the set: month.html, trend.html, rota.xlsx, the CSVs, and
 * people/ID.html, pcns/ID.html, calendars/person-ID.ics and site-ID.ics of those that have any
 * work. g_free it. */
char *index_page(const struct assessment *assessment, const struct page_version *version);

#endif
