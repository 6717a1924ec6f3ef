/* `rota init`: writes a service to start from. */
#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "generator/generator.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

enum { NAME_MOST = 100 };

static const struct command_usage usage = {
    .name = "init",
    .arguments = "DIR [OPTION...]",
    .summary =
        "Writes a service to start from: sites, clinicians, demand, policy, and a month\n"
        "with its leave, events and preferences. Places are those of Sussex; people are\n"
        "fictional.",
    .examples =
        "  rota init my-service                        a small one, for January 2027\n"
        "  rota init large --clinicians 150            as large as a county's\n"
        "  rota init may --month 2027-05 --seed 7      other people, another month\n",
    .details =
        "The same options make the same files, on any machine. DIR must be new or empty:\n"
        "nothing is ever overwritten.\n",
    .least = 1,
    .most = 1,
};

struct options {
  char *clinicians, *seed, *month, *name;
  gboolean random_rules;
};

static void clear_options(struct options *options)
{
  g_free(options->clinicians);
  g_free(options->seed);
  g_free(options->month);
  g_free(options->name);
}

static bool read_number(const char *option, const char *text, guint64 least, guint64 most,
                        guint64 *out)
{
  if (g_ascii_string_to_unsigned(text, 10, least, most, out, NULL))
    return true;
  console_error("init: --%s '%s' is not a whole number from %" G_GUINT64_FORMAT
                " to %" G_GUINT64_FORMAT,
                option, text, least, most);
  return false;
}

static bool read_month(const char *text, struct generator_settings *settings)
{
  guint64 year, month;
  g_auto(GStrv) parts = g_strsplit(text, "-", 2);
  if (strlen(text) == strlen("2027-01") && parts[0] && parts[1] && strlen(parts[0]) == 4 &&
      g_ascii_string_to_unsigned(parts[0], 10, GENERATOR_YEAR_LEAST, GENERATOR_YEAR_MOST, &year,
                                 NULL) &&
      g_ascii_string_to_unsigned(parts[1], 10, 1, 12, &month, NULL)) {
    settings->year = (int)year;
    settings->month = (int)month;
    return true;
  }
  console_error("init: --month '%s' is not a month like 2027-01, from %d to %d", text,
                GENERATOR_YEAR_LEAST, GENERATOR_YEAR_MOST);
  return false;
}

static bool read_name(const char *text, struct generator_settings *settings)
{
  bool plain = *text && g_utf8_validate(text, -1, NULL) && g_utf8_strlen(text, -1) <= NAME_MOST;
  for (const char *c = text; plain && *c; c = g_utf8_next_char(c))
    plain = g_unichar_isprint(g_utf8_get_char(c));
  if (plain)
    settings->name = text;
  else
    console_error("init: --name must be 1 to %d characters that can be printed", NAME_MOST);
  return plain;
}

static bool read_settings(const struct options *options, struct generator_settings *settings)
{
  guint64 clinicians = GENERATOR_CLINICIANS_LEAST, seed = 1;
  *settings =
      (struct generator_settings){.year = 2027, .month = 1, .random_rules = options->random_rules};
  if (options->clinicians &&
      !read_number("clinicians", options->clinicians, GENERATOR_CLINICIANS_LEAST,
                   GENERATOR_CLINICIANS_MOST, &clinicians))
    return false;
  if (options->seed && !read_number("seed", options->seed, 0, G_MAXUINT64, &seed))
    return false;
  settings->clinicians = (int)clinicians;
  settings->seed = seed;
  return (!options->month || read_month(options->month, settings)) &&
         (!options->name || read_name(options->name, settings));
}

/* Makes the directory, or makes sure that it holds nothing. */
static bool claim_directory(const char *path)
{
  if (g_mkdir_with_parents(path, 0777) != 0) {
    console_error("init: can't make the folder '%s': %s", path, g_strerror(errno));
    return false;
  }
  g_autoptr(GError) error = NULL;
  GDir *directory = g_dir_open(path, 0, &error);
  if (!directory) {
    console_error("init: %s", error->message);
    return false;
  }
  bool empty = g_dir_read_name(directory) == NULL;
  g_dir_close(directory);
  if (!empty)
    console_error("init: '%s' is not empty; nothing was written", path);
  return empty;
}

static enum status add_file(struct file_set *set, const char *directory,
                            const struct generator_file *file, char **message)
{
  g_autofree char *path = g_build_filename(directory, file->path, NULL);
  g_autofree char *folder = g_path_get_dirname(path);
  file_set_add(set, path, file->text);
  return file_set_make_folder(folder, message);
}

/* All files or, but for empty folders, none. */
static int write_all(const char *directory, const struct generator_settings *settings)
{
  g_autoptr(GPtrArray) files = generator_files_make(settings);
  struct file_set *set = file_set_new();
  char *message = NULL;
  enum status status = STATUS_OK;
  for (guint i = 0; i < files->len && status == STATUS_OK; i++)
    status = add_file(set, directory, g_ptr_array_index(files, i), &message);
  if (status == STATUS_OK)
    status = file_set_write(set, &message);
  file_set_free(set);
  return output_end(status, &message);
}

static void report(const char *directory, const struct generator_settings *settings)
{
  printf(
      "wrote a service of %d clinicians to '%s'\n\n"
      "  rota check %s\n"
      "  rota build %s --month %04d-%02d\n",
      settings->clinicians, directory, directory, directory, settings->year, settings->month);
}

int command_init(int argc, char **argv)
{
  struct options options = {0};
  const GOptionEntry entries[] = {
      {"clinicians", 'n', 0, G_OPTION_ARG_FILENAME, &options.clinicians,
       "how many, from 8 to 400 (default 8)", "N"},
      {"seed", 's', 0, G_OPTION_ARG_FILENAME, &options.seed,
       "whole number that decides all that is random (default 1)", "S"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &options.month,
       "from 2026-01 to 2035-12 (default 2027-01)", "YYYY-MM"},
      {"name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, "of the service", "TEXT"},
      {"random-rules", 0, 0, G_OPTION_ARG_NONE, &options.random_rules,
       "draw rules, weights and limits at random, to test with", NULL},
      G_OPTION_ENTRY_NULL,
  };
  struct generator_settings settings;
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status)) {
    clear_options(&options);
    return status;
  }
  status = EXIT_USAGE;
  if (read_settings(&options, &settings) && claim_directory(argv[1]))
    status = write_all(argv[1], &settings);
  if (status == EXIT_DONE)
    report(argv[1], &settings);
  clear_options(&options);
  return status;
}
