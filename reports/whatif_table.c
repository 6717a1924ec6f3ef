#include "reports/held_words.h"
#include "reports/text.h"
#include "reports/whatif_parts.h"
#include "reports/whatif_words.h"

/* Up to so many scenarios have a column each. */
enum { COLUMNS_MOST = 3 };

static void print_changes(struct whatif_printer *printer, const struct outcome *outcome)
{
  for (char **change = outcome->changes; *change; change++) {
    g_string_append(printer->out, "     - ");
    text_wrap(printer->out, *change, 7);
  }
  if (!*outcome->changes)
    g_string_append(printer->out, "     changes nothing\n");
}

static void print_legend(struct whatif_printer *printer)
{
  const struct whatif_report *report = printer->report;
  g_autoptr(GString) title = g_string_new(NULL);
  g_autofree char *month = whatif_month(report->baseline->month);
  g_string_append_printf(title, "%s, %s: ", report->baseline->service, month);
  text_count(title, report->n_scenarios, "scenario", "scenarios");
  g_string_append(title, " beside the service as it is");
  text_bold(printer->out, title->str, printer->colour);
  g_string_append(printer->out, "\n\n");
  for (int s = 0; s < report->n_scenarios; s++) {
    g_autofree char *letter = whatif_letter(s);
    g_string_append_printf(printer->out, "  %-2s ", letter);
    text_wrap(printer->out, report->scenarios[s]->name, 5);
    print_changes(printer, report->scenarios[s]);
  }
}

/* Why there are no figures. */
static void print_reasons(struct whatif_printer *printer)
{
  for (int c = 0; c < printer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(printer->report, c);
    if (outcome->status == OUTCOME_BUILT)
      continue;
    g_autofree char *letter = c == 0 ? NULL : whatif_letter(c - 1);
    g_autofree char *title = g_strdup_printf("%s%s%s: %s", letter ? letter : "", letter ? "  " : "",
                                             outcome->name, whatif_status_words(outcome->status));
    g_string_append_c(printer->out, '\n');
    text_bold(printer->out, title, printer->colour);
    g_string_append_c(printer->out, '\n');
    g_auto(GStrv) lines = g_strsplit(outcome->reason ? outcome->reason : "", "\n", -1);
    for (char **line = lines; *line; line++)
      if (**line)
        g_string_append_printf(printer->out, "  %s\n", *line);
  }
}

/* Of the service as it is, and of each scenario what holds more back than that. */
static void print_held(struct whatif_printer *printer)
{
  enum { NAME_WIDTH = 12 };
  const struct whatif_report *report = printer->report;
  bool any = false;
  for (int c = 0; c < printer->columns; c++) {
    g_autoptr(GPtrArray) lines =
        held_lines(whatif_report_outcome(report, c), c > 0 ? report->baseline : NULL);
    if (lines->len > 0 && !any) {
      g_string_append_c(printer->out, '\n');
      text_bold(printer->out, "What holds it back", printer->colour);
      g_string_append_c(printer->out, '\n');
      any = true;
    }
    for (guint i = 0; i < lines->len; i++) {
      g_autofree char *letter = c > 0 ? whatif_letter(c - 1) : g_strdup("as it is");
      g_string_append(printer->out, "  ");
      text_left(printer->out, i == 0 ? letter : "", NAME_WIDTH - 2);
      text_wrap(printer->out, lines->pdata[i], NAME_WIDTH);
    }
  }
}

static void print_notes(struct whatif_printer *printer)
{
  g_autoptr(GPtrArray) notes = whatif_notes(printer->report);
  if (notes->len > 0 || printer->has_unknown || printer->has_unclear)
    g_string_append_c(printer->out, '\n');
  if (printer->has_unknown)
    g_string_append(printer->out, "  -: not known\n");
  if (printer->has_unclear)
    g_string_append(printer->out, "  ~: not clear, within what chance or the search may bring\n");
  for (guint i = 0; i < notes->len; i++) {
    g_string_append(printer->out, "  ");
    text_wrap(printer->out, notes->pdata[i], 2);
  }
}

char *whatif_table(const struct whatif_report *report, bool colour)
{
  g_autoptr(GPtrArray) answers =
      answers_new(report->baseline, report->scenarios, report->n_scenarios);
  struct whatif_printer printer = {.out = g_string_new(NULL),
                                   .report = report,
                                   .answers = answers,
                                   .columns = 1 + report->n_scenarios,
                                   .colour = colour};
  print_legend(&printer);
  if (report->n_scenarios <= COLUMNS_MOST)
    whatif_print_columns(&printer);
  else
    whatif_print_rows(&printer);
  print_held(&printer);
  print_notes(&printer);
  print_reasons(&printer);
  return g_string_free(printer.out, FALSE);
}
