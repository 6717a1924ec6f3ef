#include "reports/workbook/workbook.h"

#include "reports/workbook/sheets.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static lxw_format *format_new(lxw_workbook *workbook, const char *numbers, bool bold)
{
  lxw_format *format = workbook_add_format(workbook);
  if (numbers)
    format_set_num_format(format, numbers);
  if (bold)
    format_set_bold(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

static void make_formats(struct book *book)
{
  book->head = format_new(book->workbook, NULL, true);
  book->date = format_new(book->workbook, "yyyy-mm-dd", false);
  book->day_head = format_new(book->workbook, "ddd d mmm", true);
  book->cell = format_new(book->workbook, NULL, false);
  book->percent = format_new(book->workbook, "0.0%", false);
  format_set_text_wrap(book->head);
  format_set_text_wrap(book->cell);
  format_set_align(book->day_head, LXW_ALIGN_LEFT);
}

/* Under a name of its own first, so that what was there stays whole until then. */
static enum status write_book(const struct assessment *assessment, const char *path,
                              const char *made, char **message)
{
  struct book book = {
      .workbook = workbook_new(made), .assessment = assessment, .problem = assessment->problem};
  g_autofree char *title = book_title(book.problem), *header = book_header(title);
  book.header = header;
  make_formats(&book);
  workbook_set_properties(book.workbook, &(lxw_doc_properties){.title = title});
  sheet_people(&book);
  sheet_sites(&book);
  sheet_assignments(&book);
  sheet_cover(&book);
  sheet_fairness(&book);
  sheet_missing(&book);
  lxw_error error = workbook_close(book.workbook);
  if (error != LXW_NO_ERROR) {
    *message = g_strdup_printf("can't write '%s': %s", path, lxw_strerror(error));
    return STATUS_IO;
  }
  if (g_rename(made, path) == 0)
    return STATUS_OK;
  *message = g_strdup_printf("can't write '%s': %s", path, g_strerror(errno));
  return STATUS_IO;
}

enum status workbook_write(const struct assessment *assessment, const char *path, char **message)
{
  g_autofree char *made = g_strconcat(path, ".new", NULL);
  enum status status = write_book(assessment, path, made, message);
  if (status != STATUS_OK)
    g_unlink(made);
  return status;
}
