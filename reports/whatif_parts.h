/* The parts of the terminal's table; each appends itself. */
#ifndef ROTA_REPORTS_WHATIF_PARTS_H
#define ROTA_REPORTS_WHATIF_PARTS_H

#include "planning/answers.h"
#include "reports/whatif_report.h"

struct whatif_printer {
  GString *out;
  const struct whatif_report *report;
  const GPtrArray *answers; /* struct answer */
  int columns;              /* the baseline and the scenarios */
  bool colour;
  bool has_unknown; /* a "-" was shown */
  bool has_unclear; /* likewise a difference that is not clear */
};

/* A column for each scenario, a line for each answer. */
void whatif_print_columns(struct whatif_printer *printer);
/* A row for each scenario, a column for each of the main answers. */
void whatif_print_rows(struct whatif_printer *printer);

/* A value, right-aligned. */
void whatif_print_value(struct whatif_printer *printer, const struct answer *answer, int column,
                        int width);
/* A difference, right-aligned, in the colour of its judgement; grey where it is not clear. */
void whatif_print_change(struct whatif_printer *printer, const struct answer *answer, int column,
                         int width);

#endif
