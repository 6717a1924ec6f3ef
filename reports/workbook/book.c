/* What the sheets of a workbook are written with. */
#include "reports/text.h"
#include "reports/workbook/sheets.h"

/* Headers hold 255 characters, of which an ampersand takes two. */
enum { PAPER_A4 = 9, ALL_PAGES_HIGH = 0, TITLE_MOST = 100 };

lxw_worksheet *book_sheet(const struct book *book, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, PAPER_A4);
  worksheet_fit_to_pages(sheet, 1, ALL_PAGES_HIGH);
  worksheet_set_header(sheet, book->header);
  worksheet_set_footer(sheet, "&R&P / &N");
  return sheet;
}

char *book_title(const struct problem *problem)
{
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *service = text_plain(problem->service->name);
  g_autofree char *text = g_strdup_printf("%s: rota of %s", service, month);
  return g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), TITLE_MOST));
}

char *book_header(const char *title)
{
  g_auto(GStrv) parts = g_strsplit(title, "&", -1);
  g_autofree char *text = g_strjoinv("&&", parts);
  return g_strdup_printf("&L%s&R&A", text);
}

void book_freeze(lxw_worksheet *sheet, int row, int column)
{
  worksheet_freeze_panes(sheet, (lxw_row_t)row, (lxw_col_t)column);
  worksheet_repeat_rows(sheet, 0, (lxw_row_t)row - 1);
  if (column > 0)
    worksheet_repeat_columns(sheet, 0, (lxw_col_t)(column - 1));
}

void book_text(lxw_worksheet *sheet, int row, int column, const char *text, lxw_format *format)
{
  g_autofree char *plain = text ? text_plain(text) : NULL;
  if (plain && *plain)
    worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, plain, format);
}

void book_date(lxw_worksheet *sheet, int row, int column, int date, lxw_format *format)
{
  lxw_datetime at = {.year = date_year(date), .month = date_month(date), .day = date_day(date)};
  worksheet_write_datetime(sheet, (lxw_row_t)row, (lxw_col_t)column, &at, format);
}

void book_head(const struct book *book, lxw_worksheet *sheet, const char *names, int rows)
{
  g_auto(GStrv) heads = g_strsplit(names, "|", -1);
  int column = 0;
  for (char **head = heads; *head; head++)
    book_text(sheet, 0, column++, *head, book->head);
  worksheet_autofilter(sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(column - 1));
  worksheet_print_area(sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(column - 1));
  book_freeze(sheet, 1, 0);
}
