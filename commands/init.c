/* `rota init`: writes a service to start from. */
#include "commands/command.h"
#include "commands/console.h"
#include "commands/init_options.h"
#include "commands/init_questions.h"
#include "commands/output.h"

#include <errno.h>
#include <glib/gstdio.h>

static const struct command_usage usage = {
    .name = "init",
    .arguments = "DIR [OPTION...]",
    .summary =
        "Writes a service to start from: sites, clinicians, demand, policy, and a month with its "
        "leave, events and preferences. Places are those of Sussex; people are fictional.",
    .examples =
        "  rota init my-service                        a small one; on a terminal it asks\n"
        "  rota init ours -n 25 --pcns 3 --hubs 2 --evenings\n"
        "  rota init large --clinicians 150            as large as a county's\n"
        "  rota init may --month 2027-05 --seed 7      other people, another month\n"
        "  rota init ours -n 25 --from 2027-01-04 --weeks 4\n"
        "                                              weeks instead of a month\n",
    .details =
        "On a terminal and without options it asks a few questions first. The same options make "
        "the same files, on any machine. DIR must be new or empty: nothing is ever overwritten.\n"
        "Exit status: 0 done; 2 bad usage, or DIR is not empty; 4 the files can't be written.",
    .least = 1,
    .most = 1,
};

/* Is there no such folder yet, or nothing in it? */
static bool directory_is_free(const char *path)
{
  g_autoptr(GError) error = NULL;
  GDir *directory = g_dir_open(path, 0, &error);
  if (!directory) {
    bool is_new = g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    if (!is_new)
      console_error("init: %s", error->message);
    return is_new;
  }
  bool empty = g_dir_read_name(directory) == NULL;
  g_dir_close(directory);
  if (!empty)
    console_error("init: '%s' is not empty; nothing was written", path);
  return empty;
}

static bool make_directory(const char *path)
{
  if (g_mkdir_with_parents(path, 0770) == 0)
    return true;
  console_error("init: can't make the folder '%s': %s", path, g_strerror(errno));
  return false;
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
  struct file_set *set = file_set_new(NULL);
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
  char month[DATE_TEXT_SIZE];
  printf(
      "wrote a service of %d clinicians to '%s'\n\n"
      "  rota check %s\n"
      "  rota build %s --month %s\n",
      settings->clinicians, directory, directory, directory,
      month_id_format(settings->first, settings->weeks, month));
}

/* What was asked for, by options or, where nothing is said on a terminal, by answers. */
static bool find_settings(struct init_options *options, const char *directory,
                          struct generator_settings *out)
{
  bool silent = !init_options_any(options);
  return init_options_read(options, out) && directory_is_free(directory) &&
         (!silent || !init_questions_can_ask() || init_questions_ask(options, out));
}

int command_init(int argc, char **argv)
{
  struct init_options options = {0};
  const GOptionEntry entries[] = {
      {"clinicians", 'n', 0, G_OPTION_ARG_FILENAME, &options.clinicians,
       "how many, from 8 to 400 (default 8)", "N"},
      {"pcns", 0, 0, G_OPTION_ARG_FILENAME, &options.pcns,
       "how many PCNs, up to 15 (default: one for ten clinicians, two at least)", "N"},
      {"hubs", 0, 0, G_OPTION_ARG_FILENAME, &options.hubs,
       "how many hubs, up to 6 (default: those of the PCNs)", "N"},
      {"evenings", 0, 0, G_OPTION_ARG_NONE, &options.evenings,
       "open in the evening (from 40 clinicians on in any case)", NULL},
      {"seed", 's', 0, G_OPTION_ARG_FILENAME, &options.seed,
       "whole number that decides all that is random (default 1)", "S"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &options.month,
       "from 2026-01 to 2035-12 (default 2027-01)", "YYYY-MM"},
      {"from", 0, 0, G_OPTION_ARG_FILENAME, &options.month,
       "instead of a month the first day of weeks", "DATE"},
      {"weeks", 0, 0, G_OPTION_ARG_FILENAME, &options.weeks,
       "how many from that day on, from 4 to 13 (default 4)", "N"},
      {"name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, "of the service", "TEXT"},
      {"random-rules", 0, 0, G_OPTION_ARG_NONE, &options.random_rules,
       "draw rules, weights and limits at random, to test with", NULL},
      G_OPTION_ENTRY_NULL,
  };
  struct generator_settings settings;
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status)) {
    init_options_clear(&options);
    return status;
  }
  status = EXIT_USAGE;
  if (find_settings(&options, argv[1], &settings) && make_directory(argv[1]))
    status = write_all(argv[1], &settings);
  if (status == EXIT_DONE)
    report(argv[1], &settings);
  init_options_clear(&options);
  return status;
}
