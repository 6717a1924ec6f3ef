#include "commands/reading.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "planning/around.h"
#include "planning/rota_files.h"

#include <string.h>

gboolean reading_strict = FALSE;

struct diagnostics *reading_diagnostics(void)
{
  struct diagnostics *diagnostics = diagnostics_new();
  diagnostics_set_strict(diagnostics, reading_strict);
  return diagnostics;
}

bool reading_is_month(const char *command, const char *month_id)
{
  int first;
  if (month_id_parse(month_id, &first))
    return true;
  if (g_str_has_suffix(month_id, "/"))
    console_error("%s: a month is '%.*s', without a '/' at its end", command,
                  (int)strlen(month_id) - 1, month_id);
  else
    console_error("%s: '%s' is not a month; write it as 2027-01, or, of weeks, as their first day",
                  command, month_id);
  return false;
}

/* Nothing of it is half written. */
static bool is_settled(const char *directory)
{
  char *message = NULL;
  if (folder_lock_settle(directory, &message) == STATUS_OK)
    return true;
  console_error("%s", message);
  g_free(message);
  return false;
}

bool reading_is_folder(const char *directory)
{
  if (g_file_test(directory, G_FILE_TEST_IS_DIR))
    return is_settled(directory);
  if (g_file_test(directory, G_FILE_TEST_EXISTS))
    console_error("'%s' is not a folder", directory);
  else
    console_error("no folder '%s'", directory);
  return false;
}

int reading_hold(const char *directory, const char *what, struct folder_lock **out)
{
  char *message = NULL;
  enum status status = folder_lock_take(directory, what, out, &message);
  if (status != STATUS_BAD_INPUT)
    return output_end(status, &message);
  console_error("%s", message);
  g_free(message);
  return EXIT_USAGE;
}

int reading_end(struct diagnostics *diagnostics, enum status status, const char *what)
{
  bool mistakes = console_diagnostics(diagnostics) > 0;
  if (mistakes)
    console_count_mistakes(diagnostics);
  else if (status != STATUS_OK)
    console_error("'%s' can't be read", what);
  diagnostics_free(diagnostics);
  if (!mistakes && status == STATUS_INTERNAL)
    return EXIT_INTERNAL;
  return mistakes || status != STATUS_OK ? EXIT_USAGE : EXIT_DONE;
}

int reading_folder(const char *directory, const char *month_id, struct folder *out)
{
  *out = (struct folder){0};
  if (!reading_is_folder(directory))
    return EXIT_USAGE;
  struct diagnostics *diagnostics = reading_diagnostics();
  enum status status = folder_read(directory, month_id, diagnostics, out);
  return reading_end(diagnostics, status, directory);
}

int reading_uses(const char *directory, struct fcp_uses **out)
{
  struct diagnostics *diagnostics = reading_diagnostics();
  enum status status = fcp_uses_read(directory, NULL, diagnostics, out);
  if (status != STATUS_OK)
    return reading_end(diagnostics, status, directory);
  diagnostics_free(diagnostics); /* what it warns of was said when the service was read */
  return EXIT_DONE;
}

/* A rota's file is one: its mistakes need no counting. */
static int end_file(struct diagnostics *diagnostics, enum status status)
{
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  return status == STATUS_OK ? EXIT_DONE : EXIT_USAGE;
}

static int read_month(const char *command, const char *directory, const char *path,
                      const char *month_id, struct existing_rota *out)
{
  existing_rota_place(out, directory, month_id);
  if (month_id && strcmp(month_id, out->month_id) != 0) {
    console_error("%s: '%s' is a rota of %s, not of %s", command, path, out->month_id, month_id);
    return EXIT_USAGE;
  }
  int status = reading_folder(directory, out->month_id, &out->folder);
  if (status != EXIT_DONE)
    return status;
  struct diagnostics *diagnostics = diagnostics_new();
  return end_file(diagnostics, existing_rota_resolve(out, diagnostics));
}

/* The rota.json of a month that has none yet: which command makes it. */
static bool is_built(const char *command, const char *directory, const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path), *month = g_path_get_basename(folder);
  g_autofree char *built = rota_files_json(folder);
  int first;
  if (g_file_test(path, G_FILE_TEST_EXISTS) || strcmp(path, built) != 0 ||
      !month_id_parse(month, &first))
    return true;
  console_error("%s: there is no '%s' yet: 'rota build %s --month %s' makes it", command, path,
                directory, month);
  return false;
}

int reading_rota(const char *command, const char *directory, const char *path, const char *month_id,
                 struct existing_rota *out)
{
  *out = (struct existing_rota){0};
  if (!reading_is_folder(directory) || (month_id && !reading_is_month(command, month_id)) ||
      !is_built(command, directory, path))
    return EXIT_USAGE;
  struct diagnostics *diagnostics = diagnostics_new();
  int status = end_file(diagnostics, existing_rota_open(path, diagnostics, out));
  return status == EXIT_DONE ? read_month(command, directory, path, month_id, out) : status;
}

bool reading_allows_answers(const char *command, const struct existing_rota *rota,
                            const struct audit *before)
{
  if (rota->misfits->len || !around_is_possible(before)) {
    console_error(
        "%s: the rota has somebody in two places at once, or at no session of the month, "
        "as 'rota verify' lists: mend it first",
        command);
    return false;
  }
  if (before->broken > 0)
    console_hint(
        "warning: the rota breaks %d hard limit%s, as 'rota verify' lists; nothing that is "
        "said here breaks more",
        before->broken, before->broken == 1 ? "" : "s");
  return true;
}
