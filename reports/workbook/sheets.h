/* The sheets of a workbook, and what they are written with. */
#ifndef ROTA_REPORTS_WORKBOOK_SHEETS_H
#define ROTA_REPORTS_WORKBOOK_SHEETS_H

#include "model/assessment.h"

#include <xlsxwriter.h>

struct book {
  lxw_workbook *workbook;
  const struct assessment *assessment;
  const struct problem *problem;
  lxw_format *head, *date, *day_head, *cell, *percent;
  char *header; /* of each printed page: see book_header */
};

/* "Hove MSK: rota of January 2027"; g_free it. */
char *book_title(const struct problem *problem);
/* The title and the sheet's name, as a sheet's header wants them; g_free it. */
char *book_header(const char *title);

/* A sheet, set to print on A4 across, one page wide. */
lxw_worksheet *book_sheet(const struct book *book, const char *name);
/* Freezes what is above the row and left of the column, prints it on each page. */
void book_freeze(lxw_worksheet *sheet, int row, int column);
/* Text in a cell, without what would turn the text around it; NULL: nothing. */
void book_text(lxw_worksheet *sheet, int row, int column, const char *text, lxw_format *format);
/* The day as a date that can be sorted, filtered and formatted. */
void book_date(lxw_worksheet *sheet, int row, int column, int date, lxw_format *format);
/* A head row, a "|" between its names, with filters over `rows` rows below it. */
void book_head(const struct book *book, lxw_worksheet *sheet, const char *names, int rows);

void sheet_people(const struct book *book);
void sheet_sites(const struct book *book);
void sheet_assignments(const struct book *book);
void sheet_cover(const struct book *book);
void sheet_fairness(const struct book *book);
void sheet_missing(const struct book *book);

#endif
