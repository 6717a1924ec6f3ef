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

/* Reads each month on its own; what is fine is said in `said` once all is known. */
static bool check_months(struct load *load, char **months)
{
  bool fine = true;
  GPtrArray *read = g_ptr_array_new_with_free_func((GDestroyNotify)month_free);
  for (char **id = months; *id; id++) {
    struct month *month = NULL;
    if (inputs_read_month(load->source, load->service, *id, load->diagnostics, &month) == STATUS_OK)
      g_ptr_array_add(read, month);
    else
      fine = false;
  }
  fine = console_diagnostics(load->diagnostics) == 0 && fine;
  if (fine) {
    say_service(load->service);
    for (guint i = 0; i < read->len; i++)
      say_month(read->pdata[i]);
    puts(months[0] ? "all in order" : "all in order; there is no month's folder yet");
  }
  g_ptr_array_free(read, TRUE);
  return fine;
}

static char **one_month(const char *id)
{
  char **out = g_new0(char *, 2);
  out[0] = g_strdup(id);
  return out;
}

static int check(const char *directory, const char *month)
{
  struct load load = {.source = source_folder(directory), .diagnostics = diagnostics_new()};
  g_auto(GStrv) months = month ? one_month(month) : inputs_months(load.source);
  bool fine = false;
  if (inputs_read_service(load.source, load.diagnostics, &load.service) == STATUS_OK)
    fine = check_months(&load, months);
  else
    console_diagnostics(load.diagnostics);
  if (!fine)
    load_count_mistakes(load.diagnostics);
  load_clear(&load);
  return fine ? EXIT_DONE : EXIT_USAGE;
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
