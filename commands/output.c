#include "commands/output.h"

#include "commands/command.h"
#include "commands/console.h"
#include "model/json.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool is_printed(const char *path)
{
  return path && strcmp(path, "-") == 0;
}

int output_end(enum status status, char **message)
{
  if (status == STATUS_OK)
    return EXIT_DONE;
  console_error("%s", *message);
  g_free(*message);
  return status == STATUS_BAD_INPUT ? EXIT_USAGE : EXIT_INTERNAL;
}

int output_write(const char *path, const char *text)
{
  char *message = NULL;
  if (!is_printed(path))
    return output_end(file_set_write_one(path, text, &message), &message);
  fputs(text, stdout);
  return EXIT_DONE; /* what standard output could not take, main finds at the end */
}

/* A folder that is not there is a mistake, better told before the work than after. */
static bool has_folder(const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path);
  if (g_file_test(folder, G_FILE_TEST_IS_DIR))
    return true;
  console_error("can't write '%s': no folder '%s'", path, folder);
  return false;
}

bool output_is_plain(const char *path)
{
  GStatBuf info;
  bool there = g_lstat(path, &info) == 0;
  if (there ? S_ISREG(info.st_mode) : errno == ENOENT)
    return true;
  if (there)
    console_error("'%s' is not a plain file%s", path,
                  S_ISDIR(info.st_mode) ? "" : "; '-' writes to standard output");
  else
    console_error("can't write '%s': %s", path, g_strerror(errno));
  return false;
}

bool output_is_free(const char *path, bool force)
{
  if (is_printed(path))
    return true;
  if (!output_is_plain(path) || !has_folder(path))
    return false;
  if (force || !g_file_test(path, G_FILE_TEST_EXISTS))
    return true;
  console_error("'%s' is there already; --force replaces it", path);
  return false;
}

bool outputs_are_free(const char *command, const struct outputs *outputs)
{
  int printed = is_printed(outputs->csv) + is_printed(outputs->html) + (outputs->json ? 1 : 0);
  if (printed > 1)
    console_error("%s: only one of --json, --csv - and --html - can go to standard output",
                  command);
  return printed <= 1 && (!outputs->csv || output_is_free(outputs->csv, outputs->force)) &&
         (!outputs->html || output_is_free(outputs->html, outputs->force));
}

bool outputs_has_report(const struct outputs *outputs)
{
  return (!outputs->quiet || outputs->json) && !is_printed(outputs->csv) &&
         !is_printed(outputs->html);
}

int outputs_write(const struct outputs *outputs, const char *csv, const char *html,
                  const char *report)
{
  struct file_set *files = file_set_new(NULL);
  char *message = NULL;
  if (csv && !is_printed(outputs->csv))
    file_set_add(files, outputs->csv, csv);
  if (html && !is_printed(outputs->html))
    file_set_add(files, outputs->html, html);
  int status = output_end(file_set_write(files, &message), &message);
  file_set_free(files);
  if (is_printed(outputs->csv))
    fputs(csv, stdout);
  if (is_printed(outputs->html))
    fputs(html, stdout);
  if (report)
    fputs(report, stdout);
  return status;
}

int outputs_write_comparison(const struct outputs *outputs, const struct whatif_report *report)
{
  g_autofree char *csv = outputs->csv ? whatif_csv(report) : NULL;
  g_autofree char *html = outputs->html ? whatif_html(report) : NULL;
  g_autofree char *text = !outputs_has_report(outputs) ? NULL
                          : outputs->json              ? json_text(whatif_json(report))
                                          : whatif_table(report, console_has_colour(stdout));
  return outputs_write(outputs, csv, html, text);
}

void outputs_clear(struct outputs *outputs)
{
  g_free(outputs->csv);
  g_free(outputs->html);
}
