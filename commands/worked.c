#include "planning/worked.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/publish.h"
#include "planning/worked_record.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "worked",
    .arguments = "DIR --month M FILE",
    .summary = "Records what was really worked in a published month: swaps on the day, no-shows.",
    .examples = "  rota worked sussex --month 2027-01 january-as-it-was.csv\n",
    .details =
        "FILE is a CSV with the columns date, session, clinician, task and site, of the sessions "
        "that came differently; the task none (and any site) says that nothing was worked. It "
        "becomes a version of the month, lawful or not, so that hours, rest, burdens and debts of "
        "later months look back at what was worked. 'rota undo' takes it back.\n"
        "Exit status: 0 done; 2 mistakes in FILE, or the month is not published; 4 it can't be "
        "written.",
    .least = 2,
    .most = 2,
};

static int record(const char *directory, const char *path, const struct existing_rota *rota)
{
  /* The history is UTF-8, whatever the file is called. */
  g_autofree char *name = g_filename_display_basename(path);
  g_autofree char *shown = g_utf8_substring(name, 0, MIN(80, g_utf8_strlen(name, -1)));
  g_autofree char *reason = g_strconcat(WORKED_REASON, shown, NULL);
  char *message = NULL;
  int status =
      output_end(publish_rota(rota, directory, path, ROTA_VERSION, reason, &message), &message);
  if (status == EXIT_DONE)
    printf("%s is recorded as it was worked: %d assignments\n", rota->month_id, rota->rota->count);
  return status;
}

int command_worked(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month, such as 2027-01", "M"},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct folder_lock *lock = NULL;
  if (!options_have_month(usage.name, month) || !reading_is_folder(argv[1]) ||
      reading_hold(argv[1], "worked", &lock) != EXIT_DONE)
    return EXIT_USAGE;
  struct existing_rota rota;
  struct diagnostics *diagnostics = reading_diagnostics();
  status =
      reading_end(diagnostics, worked_read(argv[1], month, argv[2], diagnostics, &rota), argv[2]);
  if (status == EXIT_DONE)
    status = record(argv[1], argv[2], &rota);
  existing_rota_clear(&rota);
  folder_lock_free(lock);
  return status;
}
