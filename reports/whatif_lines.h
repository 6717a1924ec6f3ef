/* The answers as lines of a table, one figure for each column of it: the same
 * lines on the terminal, on the page and in the CSV. */
#ifndef ROTA_REPORTS_WHATIF_LINES_H
#define ROTA_REPORTS_WHATIF_LINES_H

#include "reports/whatif_report.h"

struct whatif_line {
  struct measure measure; /* its words are the line's label */
  char *label;            /* owns measure.words where that is made up */
  const char *about;      /* PCN, rule and kind, group: of which this is; "" for all */
  char *about_text;       /* owns about likewise */
  int64_t *values;        /* [columns]; OUTCOME_UNKNOWN where there is none */
  char **texts;           /* [columns] how they are said; NULL: as figures */
};

/* struct whatif_line, in order of group; lines that no column knows are left
 * out. g_ptr_array_unref it. */
GPtrArray *whatif_lines_new(const struct whatif_report *report);

/* What is in the cell of a column, and what its difference from the first
 * column's is: "" there. g_free them. */
char *whatif_line_value(const struct whatif_line *line, int column);
char *whatif_line_difference(const struct whatif_line *line, int column);
/* 1: for the better, -1: for the worse, 0: neither. */
int whatif_line_judge(const struct whatif_line *line, int column);
/* Does any column differ from the first? */
bool whatif_line_differs(const struct whatif_line *line, int columns);

#endif
