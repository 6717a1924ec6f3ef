/* The sections of the page; each appends itself. */
#ifndef ROTA_REPORTS_WHATIF_PAGE_H
#define ROTA_REPORTS_WHATIF_PAGE_H

#include "reports/whatif_lines.h"

struct whatif_page {
  GString *out;
  const struct whatif_report *report;
  const GPtrArray *lines; /* of whatif_lines_new */
  int columns;            /* the baseline and the scenarios */
};

void whatif_page_scenarios(struct whatif_page *page);
void whatif_page_tables(struct whatif_page *page);
void whatif_page_charts(struct whatif_page *page);

/* Colours that most people tell apart (Okabe and Ito 2008); the baseline's is
 * grey. Scenarios beyond the palette share them: their letters tell them apart. */
const char *whatif_page_colour(int column);

/* The style sheet. */
extern const char whatif_page_style[];

#endif
