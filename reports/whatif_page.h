/* Larger sections of the page, each of which appends itself, and what they share. */
#ifndef ROTA_REPORTS_WHATIF_PAGE_H
#define ROTA_REPORTS_WHATIF_PAGE_H

#include "planning/answers.h"
#include "reports/whatif_report.h"

struct whatif_page {
  GString *out;
  const struct whatif_report *report;
  const GPtrArray *answers; /* struct answer */
  int columns;              /* the baseline and the scenarios */
  int monday;               /* date on which the horizon's first week begins */
};

void whatif_page_tables(struct whatif_page *page);
void whatif_page_charts(struct whatif_page *page);

/* Colours that most people tell apart (Okabe and Ito 2008); the baseline's is
 * grey. Scenarios beyond the palette share them: dashes and letters tell them apart. */
const char *whatif_page_colour(int column);
/* The dashes of a scenario's line, for chart_dashes: each of twelve its own. */
const char *whatif_page_dashes(int column);

#endif
