#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/json.h"
#include "planning/waiting_record.h"
#include "reports/waiting_report.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "waiting",
    .arguments = "DIR [OPTION...]",
    .summary = "Shows the waiting list as it was counted month by month, beside what was expected.",
    .examples =
        "  rota waiting sussex\n"
        "  rota waiting sussex --situation situation.csv      the situation report's rows\n"
        "  rota waiting sussex --html waiting.html\n",
    .details =
        "waiting.csv in the service's folder has a row for each month and class "
        "(docs/format.md). What was expected of a month is reckoned from the month before and "
        "from the month's rota, published or built (docs/waiting.md).\n"
        "Exit status: 0 done; 2 mistakes in the input; 4 internal error.",
    .least = 1,
    .most = 1,
};

static int report(const struct outputs *outputs, const struct waiting_record *record)
{
  g_autofree char *csv = outputs->csv ? waiting_situation(record) : NULL;
  g_autofree char *html = outputs->html ? waiting_html(record) : NULL;
  g_autofree char *text = !outputs_has_report(outputs) ? NULL
                          : outputs->json              ? json_text(waiting_json(record))
                                          : waiting_table(record, console_has_colour(stdout));
  return outputs_write(outputs, csv, html, text);
}

static int run(const char *directory, const struct outputs *outputs)
{
  struct diagnostics *diagnostics = reading_diagnostics();
  struct waiting_record *record = NULL;
  enum status read = waiting_record_read(directory, diagnostics, &record);
  int status = reading_end(diagnostics, read, directory);
  if (status == EXIT_DONE)
    status = report(outputs, record);
  waiting_record_free(record);
  return status;
}

int command_waiting(int argc, char **argv)
{
  struct outputs outputs = {.csv = NULL};
  const GOptionEntry entries[] = {
      {"situation", 0, 0, G_OPTION_ARG_FILENAME, &outputs.csv,
       "write the situation report's rows as CSV ('-': print them)", "FILE"},
      {"html", 0, 0, G_OPTION_ARG_FILENAME, &outputs.html, "write a page ('-': print it)", "FILE"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &outputs.json, "print JSON instead of the report", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &outputs.quiet, "print nothing but mistakes and --json",
       NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &outputs.force, "replace files that are there already",
       NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    bool fine = reading_is_folder(argv[1]) && outputs_are_free(usage.name, &outputs);
    status = fine ? run(argv[1], &outputs) : EXIT_USAGE;
  }
  outputs_clear(&outputs);
  return status;
}
