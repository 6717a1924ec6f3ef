/* The comparison on the terminal, with a column for each scenario. */
#include "reports/short_names.h"
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

static void print_answer(struct whatif_printer *printer, const struct answer *answer,
                         const char *label)
{
  g_string_append(printer->out, "  ");
  text_left(printer->out, label, LABEL_WIDTH - 2);
  for (int c = 0; c < printer->columns; c++) {
    whatif_print_value(printer, answer, c, VALUE_WIDTH);
    if (c > 0)
      whatif_print_change(printer, answer, c, DIFFERENCE_WIDTH);
  }
  g_string_append_c(printer->out, '\n');
}

/* Of the details, those of a single rule or network, where something differs. */
static bool is_shown(const struct answer *answer)
{
  return !answer->measure.detail || (answer->label && answer->differs);
}

/* A label for each answer that is shown, in their order; g_strfreev them. */
static char **labels_of(const GPtrArray *answers)
{
  g_autofree const char **words = g_new(const char *, answers->len + 1);
  int count = 0;
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(answers, i);
    if (is_shown(answer))
      words[count++] = answer->measure.words;
  }
  return short_names(words, NULL, count, LABEL_WIDTH - 2);
}

void whatif_print_columns(struct whatif_printer *printer)
{
  enum measure_group group = MEASURE_GROUPS;
  g_auto(GStrv) labels = labels_of(printer->answers);
  char **label = labels;
  print_head(printer);
  print_status(printer);
  for (guint i = 0; i < printer->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(printer->answers, i);
    if (!is_shown(answer))
      continue;
    if (answer->measure.group != group) {
      text_bold(printer->out, measure_group_names[answer->measure.group], printer->colour);
      g_string_append_c(printer->out, '\n');
    }
    group = answer->measure.group;
    print_answer(printer, answer, *label++);
  }
}
