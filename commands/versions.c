#include "planning/versions.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/date.h"
#include "planning/rota_files.h"

#include <stdio.h>

static const struct command_usage versions_usage = {
    .name = "versions",
    .arguments = "DIR --month M",
    .summary = "Lists the versions of a published month.",
    .examples = "  rota versions sussex --month 2027-01\n",
    .details =
        "Each with its day, its reason and how many places are other than in the version before. "
        "The current one is marked with *; one that no longer hangs on the version before it, "
        "because a file was changed, with !.\n"
        "Exit status: 0 done; 1 a version no longer hangs on the one before; 2 the month is not "
        "published.",
    .least = 1,
    .most = 1,
};

static const struct command_usage undo_usage = {
    .name = "undo",
    .arguments = "DIR --month M",
    .summary = "Makes the version of a month before the current one current again.",
    .examples = "  rota undo sussex --month 2027-01\n",
    .details =
        "It becomes a new version, so that nothing is lost, and its rota is the working copy "
        "again. What 'rota repair' was told stays in DIR/M/repairs: remove the file of what is "
        "not so.\n",
    .least = 1,
    .most = 1,
};

static bool print_version(const struct version *version)
{
  printf("%c v%-3d %-10s  %4d assignments", version->current ? '*' : ' ', version->number,
         *version->published ? version->published : "-", version->assignments);
  if (version->number > 1)
    printf(", %d changed: %s", version->changed, version->reason);
  puts(version->chained ? "" : "  ! the version before has changed since");
  return version->chained;
}

static int print_versions(const char *directory, const char *month)
{
  g_autoptr(GArray) versions = versions_read(directory, month);
  bool chained = true;
  if (versions->len == 0) {
    console_error("versions: %s is not published", month);
    return EXIT_USAGE;
  }
  for (guint i = 0; i < versions->len; i++)
    chained = print_version(&g_array_index(versions, struct version, i)) && chained;
  return chained ? EXIT_DONE : EXIT_BROKEN;
}

static int undo(const char *directory, const char *month)
{
  g_autofree char *folder = g_build_filename(directory, month, NULL);
  struct folder_lock *lock = NULL;
  char today[DATE_TEXT_SIZE], *message = NULL;
  int number = 0;
  int held = reading_hold(directory, "undo", &lock);
  if (held != EXIT_DONE)
    return held;
  g_autofree char *changed = rota_files_changed(folder);
  if (changed) {
    console_error("'%s' is not as rota wrote it; move it away first", changed);
    folder_lock_free(lock);
    return EXIT_USAGE;
  }
  enum status status =
      versions_undo(directory, month, date_format(date_today(), today), &number, &message);
  folder_lock_free(lock);
  if (status == STATUS_OK)
    printf("%s is as in version %d again, which is version %d now\n", month, number - 2, number);
  if (status != STATUS_BAD_INPUT)
    return output_end(status, &message);
  console_error("undo: %s", message);
  g_free(message);
  return EXIT_USAGE;
}

static int run(const struct command_usage *usage, int argc, char **argv,
               int (*work)(const char *directory, const char *month))
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month, such as 2027-01", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(usage, entries, &argc, &argv, &status))
    return status;
  if (!options_have_month(usage->name, month) || !reading_is_folder(argv[1]))
    return EXIT_USAGE;
  return work(argv[1], month);
}

int command_versions(int argc, char **argv)
{
  return run(&versions_usage, argc, argv, print_versions);
}

int command_undo(int argc, char **argv)
{
  return run(&undo_usage, argc, argv, undo);
}
