/* The page that leads to all that was written of a rota. */
#ifndef ROTA_REPORTS_PAGE_INDEX_PAGE_H
#define ROTA_REPORTS_PAGE_INDEX_PAGE_H

#include "model/assessment.h"

/* Links to what planning calls the set: month.html, rota.xlsx, the CSVs, and people/ID.html,
 * pcns/ID.html and calendars/person-ID.ics of those who have any work. g_free it. */
char *index_page(const struct assessment *assessment);

#endif
