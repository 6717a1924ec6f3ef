#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/fcp_use.h"
#include "reports/fcp_use_table.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "fcp",
    .arguments = "DIR [OPTION...]",
    .summary =
        "Shows how first contact appointments are used at each PCN, beside what is provided.",
    .examples =
        "  rota fcp sussex\n"
        "  rota fcp sussex --month 2027-01                beside that month's rota\n"
        "  rota fcp sussex --scenario scenarios/by-use.yaml\n",
    .details =
        "fcp_use.csv in the service's folder has a row for each month and PCN (docs/format.md). "
        "The scenario asks for the sessions that the use calls for, for `rota whatif`.\n"
        "Exit status: 0 done; 2 mistakes in the input; 4 internal error.",
    .least = 1,
    .most = 1,
};

static int write_scenario(const struct fcp_uses *uses, const char *path)
{
  g_autofree char *text = fcp_uses_scenario(uses);
  if (text)
    return output_write(path, text);
  console_error("%s: no PCN has figures, so there is no scenario", usage.name);
  return EXIT_USAGE;
}

static int run(const char *directory, const char *month, const char *scenario)
{
  struct diagnostics *diagnostics = reading_diagnostics();
  struct fcp_uses *uses = NULL;
  enum status read = fcp_uses_read(directory, month, diagnostics, &uses);
  int status = reading_end(diagnostics, read, directory);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *text = fcp_use_table(uses, console_has_colour(stdout));
  fputs(text, stdout);
  if (scenario)
    status = write_scenario(uses, scenario);
  fcp_uses_free(uses);
  return status;
}

int command_fcp(int argc, char **argv)
{
  char *month = NULL, *scenario = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month whose rota.json is put beside",
       "M"},
      {"scenario", 0, 0, G_OPTION_ARG_FILENAME, &scenario,
       "write a scenario with the sessions that the use asks for", "FILE"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &force, "replace a file that is there already", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    bool fine = (!month || reading_is_month(usage.name, month)) && reading_is_folder(argv[1]) &&
                (!scenario || output_is_free(scenario, force));
    status = fine ? run(argv[1], month, scenario) : EXIT_USAGE;
  }
  g_free(month);
  g_free(scenario);
  return status;
}
