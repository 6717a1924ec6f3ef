#include "planning/recover.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "model/json.h"
#include "model/month_id.h"
#include "reports/recovery_report.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "recover",
    .arguments = "DIR --month M [OPTION...]",
    .summary = "Makes the cheapest plan that brings waits back to what recovery.yaml asks for.",
    .examples =
        "  rota recover sussex --month 2027-01\n"
        "  rota recover sussex -m 2027-01 --report plan.html\n"
        "  rota recover sussex -m 2027-01 --no-build --json\n",
    .details =
        "recovery.yaml in the service's folder has the goals, each with its date, and the levers "
        "with what they cost (docs/format.md). The month is built as it is, and once with each "
        "lever, to see what a lever gives; the plan is the proven optimum of an integer programme "
        "(docs/recovery.md); its months are then built, and the goals held against what they "
        "offer.\n"
        "Exit status: 0 there is a plan; 1 there is none, and the nearest is printed; 2 mistakes "
        "in the input; 3 there is no rota of the month as it is; 4 internal error.",
    .least = 1,
    .most = 1,
};

enum { SECONDS = 10 };

struct recovering {
  char *month;
  struct outputs outputs;
  gboolean no_build;
  struct build_settings build;
  const char *directory;
};

static bool are_settings_fine(const struct recovering *command)
{
  if (!options_have_month(usage.name, command->month))
    return false;
  if (month_id_is_weeks(command->month)) {
    console_error("%s: a plan goes by calendar months, such as 2027-01", usage.name);
    return false;
  }
  return reading_is_folder(command->directory) && options_are_fine(usage.name, &command->build) &&
         outputs_are_free(usage.name, &command->outputs);
}

static int report(const struct recovering *command, const struct recovery *recovery)
{
  const struct outputs *outputs = &command->outputs;
  g_autofree char *html = outputs->html ? recovery_html(recovery) : NULL;
  g_autofree char *text = !outputs_has_report(outputs) ? NULL
                          : outputs->json              ? json_text(recovery_json(recovery))
                                          : recovery_table(recovery, console_has_colour(stdout));
  int status = outputs_write(outputs, NULL, html, text);
  int end = recovery->fault                     ? EXIT_LIMIT
            : recovery->end == RECOVERY_PLANNED ? EXIT_DONE
                                                : EXIT_BROKEN;
  return MAX(status, end);
}

static int run(struct recovering *command)
{
  bool watched = progress_is_watched(command->outputs.quiet);
  struct diagnostics *diagnostics = reading_diagnostics();
  struct recovery *recovery = NULL;
  command->build.stop = progress_stop_flag();
  command->build.report = watched ? progress_baseline : NULL;
  const struct recover_request request = {
      .directory = command->directory,
      .month = command->month,
      .build = &command->build,
      .prove = !command->no_build,
      .measuring = {watched ? progress_parts : NULL, NULL},
      .proving = {watched ? progress_parts : NULL, NULL},
  };
  enum status read = recover(&request, diagnostics, &recovery);
  if (watched)
    progress_clear();
  int status = reading_end(diagnostics, read, command->directory);
  if (progress_stopped() && !command->outputs.quiet)
    console_hint("stopped; months not built are estimates");
  if (status == EXIT_DONE)
    status = report(command, recovery);
  recovery_free(recovery);
  return status;
}

int command_recover(int argc, char **argv)
{
  struct recovering command = {.build = build_default_settings()};
  struct build_settings *build = &command.build;
  build->seconds = SECONDS;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &command.month,
       "the plan's first month, such as 2027-01: the list is that of its first day", "M"},
      {"no-build", 0, 0, G_OPTION_ARG_NONE, &command.no_build, "don't build the plan's months",
       NULL},
      OPTION_TIME(build, "at most so many seconds for each build (10)"),
      OPTION_THREADS(build, 'j', "so many at a time (all cores)"),
      OPTION_SEED(build, "another seed: another search, another course of chance (1)"),
      OPTION_ENGINE(build),
      OPTION_DETERMINISTIC(build, "count work, not time: the same figures on any machine"),
      {"report", 0, 0, G_OPTION_ARG_FILENAME, &command.outputs.html,
       "write the plan as a page ('-': print it)", "FILE"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &command.outputs.json, "print JSON instead of the report",
       NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &command.outputs.quiet,
       "print nothing but mistakes and --json", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &command.outputs.force,
       "replace files that are there already", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    command.directory = argv[1];
    status = are_settings_fine(&command) ? run(&command) : EXIT_USAGE;
  }
  outputs_clear(&command.outputs);
  g_free(command.month);
  g_free(build->engine);
  return status;
}
