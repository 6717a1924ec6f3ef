#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/lock_rows.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "lock",
    .arguments = "DIR ROTA [OPTION...]",
    .summary = "Adds rows of a rota to the month's locks.csv: the next build or repair keeps them.",
    .examples =
        "  rota lock sussex sussex/2027-01/rota.json --who zara\n"
        "  rota lock sussex edited.csv --marked            those that say locked\n"
        "  rota lock sussex sussex/2027-01/rota.json --until 2027-01-17\n",
    .details =
        "Rows that fit all of the options are locked, and what stands in locks.csv stays. A "
        "rota.csv can also be copied to locks.csv as it is: then every row of it locks. A lock "
        "that a later absence or closure makes impossible is named by 'rota check', and gives way "
        "to what 'rota repair' is told.\n"
        "Exit status: 0 done; 2 bad usage, or a file can't be read; 4 it can't be written.",
    .least = 2,
    .most = 2,
};

/* A word that nothing has would lock nothing, in silence. */
static bool are_words_known(const struct service *service, const struct lock_filter *filter)
{
  if (filter->who && service_clinician(service, filter->who) == NONE)
    console_error("lock: unknown clinician '%s'", filter->who);
  else if (filter->site && service_site(service, filter->site) == NONE)
    console_error("lock: unknown site '%s'", filter->site);
  else if (filter->task && service_task(service, filter->task) == NONE)
    console_error("lock: unknown task '%s'", filter->task);
  else
    return true;
  return false;
}

static int write(const char *directory, const struct existing_rota *rota,
                 const struct lock_filter *filter)
{
  g_autofree char *path = g_build_filename(directory, rota->month_id, "locks.csv", NULL);
  g_autofree char *before = NULL;
  int count = 0;
  if (!output_is_plain(path))
    return EXIT_USAGE;
  g_file_get_contents(path, &before, NULL, NULL);
  g_autofree char *text = lock_rows_text(rota, filter, before, &count);
  if (!text) {
    console_error("'%s': rows can't be added under its header", path);
    return EXIT_USAGE;
  }
  int status = count ? output_write(path, text) : EXIT_DONE;
  if (count == 0)
    console_error("no row of the rota fits that is not in it already");
  if (status == EXIT_DONE)
    printf("%d lock%s added to %s\n", count, count == 1 ? "" : "s", path);
  return status;
}

int command_lock(int argc, char **argv)
{
  g_autofree char *who = NULL, *site = NULL, *task = NULL, *from = NULL, *until = NULL;
  struct lock_filter filter = {0};
  gboolean marked = FALSE;
  const GOptionEntry entries[] = {
      {"who", 0, 0, G_OPTION_ARG_FILENAME, &who, "rows of this clinician", "C"},
      {"site", 0, 0, G_OPTION_ARG_FILENAME, &site, "rows at this site", "SITE"},
      {"task", 0, 0, G_OPTION_ARG_FILENAME, &task, "rows of this task", "TASK"},
      {"from", 0, 0, G_OPTION_ARG_FILENAME, &from, "rows from this day on", "D"},
      {"until", 0, 0, G_OPTION_ARG_FILENAME, &until, "rows up to this day", "D"},
      {"marked", 0, 0, G_OPTION_ARG_NONE, &marked, "rows of a CSV whose 'locked' says yes", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (!options_have_date(usage.name, "from", from, DATE_NONE, &filter.from) ||
      !options_have_date(usage.name, "until", until, DATE_NONE, &filter.until))
    return EXIT_USAGE;
  if (filter.from != DATE_NONE && filter.until != DATE_NONE && filter.until < filter.from) {
    console_error("lock: --until %s is before --from %s", until, from);
    return EXIT_USAGE;
  }
  filter.who = who;
  filter.site = site;
  filter.task = task;
  filter.marked = marked;
  struct existing_rota rota;
  struct folder_lock *lock = NULL;
  status = reading_rota(usage.name, argv[1], argv[2], NULL, &rota);
  if (status == EXIT_DONE)
    status = reading_hold(argv[1], "lock", &lock);
  if (status == EXIT_DONE)
    status =
        are_words_known(rota.folder.service, &filter) ? write(argv[1], &rota, &filter) : EXIT_USAGE;
  folder_lock_free(lock);
  existing_rota_clear(&rota);
  return status;
}
