#include "commands/command.h"
#include "commands/console.h"
#include "commands/reading.h"
#include "planning/drift.h"
#include "reports/text.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "check",
    .arguments = "DIR [--month M]",
    .summary = "Reads a service's folder and reports every mistake in it at once.",
    .examples =
        "  rota check sussex                    the service and all its months\n"
        "  rota check sussex --month 2027-01    the service and one month\n",
    .details =
        "Mistakes are printed as file:line:column: message. Warnings do not fail the check;\n"
        "among them: what is no longer as it was when a month was published.\n"
        "Exit status: 0 all is in order; 2 there are mistakes.",
    .least = 1,
    .most = 1,
};

static void say_service(const struct service *service)
{
  g_autoptr(GString) line = g_string_new(service->name);
  g_string_append(line, ": ");
  text_count(line, service->n_clinicians, "clinician", "clinicians");
  g_string_append(line, ", ");
  text_count(line, service->n_sites, "site", "sites");
  g_string_append(line, ", ");
  text_count(line, service->n_tasks, "task", "tasks");
  g_string_append(line, ", ");
  text_count(line, service->n_demands, "line of demand", "lines of demand");
  g_string_append(line, ", ");
  text_count(line, service->n_uses, "rule in force", "rules in force");
  puts(line->str);
}

static void say_month(const struct month *month)
{
  g_autoptr(GString) line = g_string_new(month->id);
  g_string_append(line, ": ");
  text_count(line, month->n_slots, "session", "sessions");
  g_string_append(line, ", ");
  text_count(line, month->n_leaves, "absence", "absences");
  g_string_append(line, ", ");
  text_count(line, month->n_preferences, "preference file", "preference files");
  g_string_append(line, ", ");
  text_count(line, month->n_events, "event", "events");
  g_string_append(line, ", ");
  text_count(line, month->n_locks, "lock", "locks");
  puts(line->str);
}

static void say_all(const struct folder *folder)
{
  say_service(folder->service);
  for (int i = 0; i < folder->n_months; i++)
    say_month(folder->months[i]);
  puts(folder->n_months > 0 ? "all in order" : "all in order; there is no month's folder yet");
}

/* The service and its months in one go: a mistake in one hides none in another. */
static int check(const char *directory, const char *month)
{
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  enum status read = month ? folder_read(directory, month, diagnostics, &folder)
                           : folder_read_all(directory, diagnostics, &folder);
  if (read == STATUS_OK)
    drift_of_folder(&folder, directory, diagnostics);
  int status = reading_end(diagnostics, read, directory);
  if (status == EXIT_DONE)
    say_all(&folder);
  folder_clear(&folder);
  return status;
}

int command_check(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "only this month, such as 2027-01", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (!reading_is_folder(argv[1]) || (month && !reading_is_month(usage.name, month)))
    return EXIT_USAGE;
  return check(argv[1], month);
}
