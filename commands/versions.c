#include "planning/versions.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/month_id.h"
#include "planning/drafts.h"
#include "planning/rota_files.h"
#include "planning/undo.h"

#include <stdio.h>

static const struct command_usage versions_usage = {
    .name = "versions",
    .arguments = "DIR --month M",
    .summary = "Lists the versions of a published month.",
    .examples = "  rota versions sussex --month 2027-01\n",
    .details =
        "Each with its day, its reason and how many places are other than in the version before. "
        "The current one is marked with *; what is wrong with one, because a file was changed or "
        "is gone, follows a !. Drafts that were shown come first.\n"
        "Exit status: 0 done; 1 something is wrong with a version or a draft; 2 the month has no "
        "version and no draft.",
    .least = 1,
    .most = 1,
};

static const struct command_usage undo_usage = {
    .name = "undo",
    .arguments = "DIR --month M [--to N]",
    .summary = "Makes the version of a month before the current one current again.",
    .examples =
        "  rota undo sussex --month 2027-01\n"
        "  rota undo sussex --month 2027-01 --to 3      that one, earlier or later\n",
    .details =
        "It becomes a new version, so that nothing is lost, and its rota is the working copy "
        "again. Twice goes back two. What 'rota repair' was told since stays in DIR/M/repairs and "
        "is named: remove the file of what is not so.\n"
        "Exit status: 0 done; 2 there is no such version; 4 it can't be written.",
    .least = 1,
    .most = 1,
};

static bool print_version(const struct version *version)
{
  char on[DATE_TEXT_SIZE] = "-";
  if (version->on != DATE_NONE)
    date_format(version->on, on);
  printf("%c v%-3d %-10s  %4d assignments", version->current ? '*' : ' ', version->number, on,
         version->assignments);
  if (version->number > 1)
    printf(", %d changed: %s", version->changed, version->reason ? version->reason : "-");
  if (version->fault)
    printf("  ! %s", version->fault);
  puts("");
  return !version->fault;
}

static bool print_draft(const struct draft *draft, const char *month, bool open)
{
  if (draft->version == 0) {
    printf("  draft %d  ! history/%s/draft-%d.yaml can't be read\n", draft->number, month,
           draft->number);
    return false;
  }
  char shown[DATE_TEXT_SIZE] = "-", comments[DATE_TEXT_SIZE] = "-";
  if (draft->shown != DATE_NONE)
    date_format(draft->shown, shown);
  if (draft->comments != DATE_NONE)
    date_format(draft->comments, comments);
  bool over = !open || (draft->comments != DATE_NONE && draft->comments < date_today());
  printf("  draft %d, of v%d  %-10s  %4d assignments, comments until %s%s\n", draft->number,
         draft->version, shown, draft->assignments, comments, over ? "; over" : "");
  return true;
}

static int print_versions(const char *directory, const char *month)
{
  g_autoptr(GArray) versions = versions_read(directory, month);
  g_autoptr(GArray) drafts = drafts_read(directory, month);
  const struct draft *open = drafts_open(drafts, versions_next(versions));
  bool whole = true;
  if (versions->len == 0 && drafts->len == 0) {
    console_error("versions: %s is not published", month);
    return EXIT_USAGE;
  }
  g_autofree char *days =
      versions->len ? month_id_days(month, versions_current(versions)->until) : g_strdup(month);
  printf("%s%s\n", days, versions->len ? "" : ", which is not published");
  for (guint i = 0; i < drafts->len; i++) {
    const struct draft *draft = &g_array_index(drafts, struct draft, i);
    whole = print_draft(draft, month, draft == open) && whole;
  }
  for (guint i = 0; i < versions->len; i++)
    whole = print_version(&g_array_index(versions, struct version, i)) && whole;
  return whole ? EXIT_DONE : EXIT_BROKEN;
}

/* What was said after the version that is current again. */
static void warn_of_repairs(const char *directory, const char *month)
{
  g_autoptr(GPtrArray) since = undo_repairs_since(directory, month);
  for (guint i = 0; i < since->len; i++)
    console_hint(
        "%s: warning: was said after that version, and counts all the same; remove it if "
        "it is not so",
        (const char *)since->pdata[i]);
}

static int undo_held(const char *directory, const char *month, int to)
{
  g_autofree char *folder = g_build_filename(directory, month, NULL);
  g_autofree char *changed = rota_files_changed(folder);
  char today[DATE_TEXT_SIZE], *message = NULL;
  struct undone undone;
  if (changed) {
    console_error("'%s' is not as rota wrote it; move it away first", changed);
    return EXIT_USAGE;
  }
  enum status status =
      undo_version(directory, month, to, date_format(date_today(), today), &undone, &message);
  if (status == STATUS_OK) {
    g_autofree char *days = month_id_days(month, undone.until);
    printf("%s is as in version %d again, which is version %d now\n", days, undone.origin,
           undone.number);
    warn_of_repairs(directory, month);
  }
  if (status != STATUS_BAD_INPUT)
    return output_end(status, &message);
  console_error("undo: %s", message);
  g_free(message);
  return EXIT_USAGE;
}

static int undo(const char *directory, const char *month, int to)
{
  struct folder_lock *lock = NULL;
  int status = reading_hold(directory, "undo", &lock);
  if (status == EXIT_DONE)
    status = undo_held(directory, month, to);
  folder_lock_free(lock);
  return status;
}

int command_versions(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month, such as 2027-01", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&versions_usage, entries, &argc, &argv, &status))
    return status;
  if (!options_have_month(versions_usage.name, month) || !reading_is_folder(argv[1]))
    return EXIT_USAGE;
  return print_versions(argv[1], month);
}

int command_undo(int argc, char **argv)
{
  g_autofree char *month = NULL;
  enum { NOT_GIVEN = G_MININT };
  int to = NOT_GIVEN;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month, such as 2027-01", "M"},
      {"to", 0, 0, G_OPTION_ARG_INT, &to, "that version, instead of the one before", "N"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&undo_usage, entries, &argc, &argv, &status))
    return status;
  if (!options_have_month(undo_usage.name, month) || !reading_is_folder(argv[1]) ||
      (to != NOT_GIVEN && !options_within(undo_usage.name, "to", to, 1, 10000)))
    return EXIT_USAGE;
  return undo(argv[1], month, to == NOT_GIVEN ? 0 : to);
}
