#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
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
        "Mistakes are printed as file:line:column: message. Warnings do not fail the check.\n"
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

static void say_all(const struct service *service, struct month *const *months, guint count)
{
  say_service(service);
  for (guint i = 0; i < count; i++)
    say_month(months[i]);
  puts(count > 0 ? "all in order" : "all in order; there is no month's folder yet");
}

static char **one_month(const char *id)
{
  char **out = g_new0(char *, 2);
  out[0] = g_strdup(id);
  return out;
}

/* The service and its months in one go: a mistake in one hides none in another. */
static int check(const char *directory, const char *month)
{
  struct load load = {.source = source_folder(directory), .diagnostics = diagnostics_new()};
  g_auto(GStrv) ids = month ? one_month(month) : inputs_months(load.source);
  guint count = g_strv_length(ids);
  g_autofree struct month **months = g_new0(struct month *, count + 1);
  enum status status =
      inputs_read(load.source, (const char *const *)ids, load.diagnostics, &load.service, months);
  console_diagnostics(load.diagnostics);
  if (status == STATUS_OK)
    say_all(load.service, months, count);
  else
    load_count_mistakes(load.diagnostics);
  for (guint i = 0; i < count; i++)
    month_free(months[i]);
  load_clear(&load);
  return status == STATUS_OK ? EXIT_DONE : EXIT_USAGE;
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
  if (!load_is_folder(argv[1]) || (month && !load_month_id(usage.name, month)))
    return EXIT_USAGE;
  return check(argv[1], month);
}
