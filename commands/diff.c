#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/json.h"
#include "reports/diff_report.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "diff",
    .arguments = "OLD NEW [OPTION...]",
    .summary = "Says what a rota has other than an earlier one, by person and by site.",
    .examples =
        "  rota diff published.csv sussex/2027-01/rota.json --service sussex\n"
        "  rota diff old.json new.json --json | jq '.changes | length'\n"
        "  rota diff old.json new.json --service sussex --messages letters\n",
    .details =
        "Both are a rota.json or a CSV as 'rota verify' reads it, of one month: a "
        "CSV's is its folder's, the other file's or its first row's, unless --month says. With "
        "--service "
        "people, tasks and sites have their names, and which versions the two are is said. "
        "--messages writes one message for each person "
        "affected, what is theirs and what is of the people they work with: NAME.txt, and "
        "NAME.eml, which a mail program opens ready to be sent, of whoever has an 'email' in "
        "clinicians.yaml.\n"
        "Exit status: 0 done, whether or not they differ; 2 a file can't be read.",
    .least = 2,
    .most = 2,
};

struct diff_options {
  char *service, *messages, *month;
  gboolean json, force;
};

/* Adds the person's files to those that are to be written; `texts` keeps what they borrow. */
static bool add_person(const struct rota_diff *diff, const struct diff_person *person,
                       const struct diff_options *options, struct file_set *files, GPtrArray *texts)
{
  char *texts_of_person[] = {diff_message(diff, person), diff_mail(diff, person)};
  static const char *const suffixes[] = {".txt", ".eml"};
  bool fine = true;
  for (gsize k = 0; k < G_N_ELEMENTS(suffixes); k++) {
    if (!texts_of_person[k])
      continue;
    g_autofree char *name = g_strconcat(person->clinician, suffixes[k], NULL);
    g_autofree char *path = g_build_filename(options->messages, name, NULL);
    g_ptr_array_add(texts, texts_of_person[k]);
    fine = fine && output_is_free(path, options->force);
    file_set_add(files, path, texts_of_person[k]);
  }
  return fine;
}

static int write_messages(const struct rota_diff *diff, const struct diff_options *options)
{
  struct file_set *files = file_set_new(NULL);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  char *message = NULL;
  int status = output_end(file_set_make_folder(options->messages, &message), &message);
  bool free_to_write = status == EXIT_DONE;
  for (guint i = 0; i < diff->people->len && free_to_write; i++) {
    const struct diff_person *person = &g_array_index(diff->people, struct diff_person, i);
    /* only whom the service knows: an id becomes the name of a file */
    if (service_clinician(diff->service, person->clinician) != NONE)
      free_to_write = add_person(diff, person, options, files, texts);
  }
  if (status == EXIT_DONE)
    status = free_to_write ? output_end(file_set_write(files, &message), &message) : EXIT_USAGE;
  file_set_free(files);
  return status;
}

static int tell(const struct rota_diff *diff, const struct diff_options *options)
{
  int status = options->messages ? write_messages(diff, options) : EXIT_DONE;
  if (status != EXIT_DONE)
    return status;
  g_autofree char *text = options->json ? json_text(diff_json(diff)) : diff_text(diff);
  fputs(text, stdout);
  return status;
}

static int compare(const char *old_path, const char *new_path, const struct diff_options *options)
{
  struct folder folder = {0};
  struct rota_diff *diff = NULL;
  if (options->messages && !options->service) {
    console_error("diff: whose people are they? --messages needs --service DIR");
    return EXIT_USAGE;
  }
  if (options->month && !reading_is_month(usage.name, options->month))
    return EXIT_USAGE;
  int status = options->service ? reading_folder(options->service, NULL, &folder) : EXIT_DONE;
  if (status == EXIT_DONE) {
    struct diagnostics *diagnostics = reading_diagnostics();
    status = reading_end(diagnostics,
                         rota_diff_read(old_path, new_path, options->month, options->service,
                                        folder.service, diagnostics, &diff),
                         new_path);
  }
  if (status == EXIT_DONE)
    status = tell(diff, options);
  rota_diff_free(diff);
  folder_clear(&folder);
  return status;
}

int command_diff(int argc, char **argv)
{
  struct diff_options options = {0};
  const GOptionEntry entries[] = {
      {"service", 0, 0, G_OPTION_ARG_FILENAME, &options.service, "whose names are to be used",
       "DIR"},
      {"messages", 0, 0, G_OPTION_ARG_FILENAME, &options.messages,
       "write a message for each person into this folder", "FOLDER"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &options.month,
       "which month a CSV is of, such as 2027-01, or the first day of weeks", "M"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &options.json, "print JSON", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &options.force, "replace messages that are there", NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status))
    status = compare(argv[1], argv[2], &options);
  g_free(options.service);
  g_free(options.messages);
  g_free(options.month);
  return status;
}
