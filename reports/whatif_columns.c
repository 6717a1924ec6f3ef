/* A scenario a column. */
#include "reports/text.h"
#include "reports/whatif_parts.h"
#include "reports/whatif_words.h"

enum { LABEL_WIDTH = 34, VALUE_WIDTH = 9, DIFFERENCE_WIDTH = 8 };

static void print_head(struct whatif_printer *printer)
{
  GString *out = printer->out;
  g_string_append_c(out, '\n');
  text_left(out, "", LABEL_WIDTH);
  text_right(out, "as it is", VALUE_WIDTH);
  for (int c = 1; c < printer->columns; c++) {
    g_autofree char *letter = whatif_letter(c - 1);
    text_right(out, letter, VALUE_WIDTH);
    text_right(out, "change", DIFFERENCE_WIDTH);
  }
  g_string_append_c(out, '\n');
}

static void print_status(struct whatif_printer *printer)
{
  bool all_built = true;
  for (int c = 0; c < printer->columns; c++)
    all_built &= whatif_report_outcome(printer->report, c)->status == OUTCOME_BUILT;
  if (all_built)
    return;
  text_left(printer->out, "", LABEL_WIDTH);
  for (int c = 0; c < printer->columns; c++) {
    bool built = whatif_report_outcome(printer->report, c)->status == OUTCOME_BUILT;
    text_right(printer->out, built ? "" : "no rota", VALUE_WIDTH);
    text_right(printer->out, "", c ? DIFFERENCE_WIDTH : 0);
  }
  g_string_append_c(printer->out, '\n');
}

static void print_line(struct whatif_printer *printer, const struct whatif_line *line)
{
  g_string_append(printer->out, "  ");
  text_left(printer->out, line->measure.words, LABEL_WIDTH - 2);
  for (int c = 0; c < printer->columns; c++) {
    g_autofree char *value = whatif_line_value(line, c);
    text_right(printer->out, value, VALUE_WIDTH);
    if (c > 0)
      whatif_print_difference(printer, line, c, DIFFERENCE_WIDTH);
  }
  g_string_append_c(printer->out, '\n');
}

/* Of the details, those of a single rule or network, where something differs. */
static bool is_shown(const struct whatif_printer *printer, const struct whatif_line *line)
{
  return !line->measure.detail || (line->label && whatif_line_differs(line, printer->columns));
}

void whatif_print_columns(struct whatif_printer *printer)
{
  enum measure_group group = MEASURE_GROUPS;
  print_head(printer);
  print_status(printer);
  for (guint i = 0; i < printer->lines->len; i++) {
    const struct whatif_line *line = g_ptr_array_index(printer->lines, i);
    if (!is_shown(printer, line))
      continue;
    if (line->measure.group != group) {
      whatif_print_heading(printer, measure_group_names[line->measure.group]);
      g_string_append_c(printer->out, '\n');
    }
    group = line->measure.group;
    print_line(printer, line);
  }
}
