#include "reports/text.h"
#include "reports/whatif_parts.h"
#include "reports/whatif_words.h"

#include <string.h>

void whatif_print_value(struct whatif_printer *printer, const struct answer *answer, int column,
                        int width)
{
  g_autofree char *text = whatif_value(answer, column);
  printer->has_unknown = printer->has_unknown || strcmp(text, "-") == 0;
  text_right(printer->out, text, width);
}

void whatif_print_change(struct whatif_printer *printer, const struct answer *answer, int column,
                         int width)
{
  static const char *const colours[] = {"\033[31m", "", "\033[32m"};
  static const char grey[] = "\033[90m";
  g_autofree char *change = whatif_change(answer, column);
  bool weeks = answer->is_standard && change[0] && strcmp(change, "=") != 0;
  g_autofree char *text = g_strconcat(change, weeks ? " wk" : "", NULL);
  const struct answer_cell *cell = &answer->cells[column];
  const char *colour = cell->unclear ? grey : colours[1 + cell->judged];
  printer->has_unclear = printer->has_unclear || cell->unclear;
  g_string_append(printer->out, printer->colour ? colour : "");
  text_right(printer->out, text, width);
  if (printer->colour && colour[0])
    g_string_append(printer->out, "\033[0m");
}
