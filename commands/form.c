#include "planning/form.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "reports/page/form_page.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "form",
    .arguments = "DIR --month M (--clinician C --html FILE | --out FOLDER)",
    .summary = "The form in which a clinician writes preferences for a month.",
    .examples =
        "  rota form sussex -m 2027-02 --clinician maya --html maya.html\n"
        "  rota form sussex -m 2027-02 --out forms     one for everybody\n",
    .details =
        "A form is one page that works without a server or a network: places, tasks, sessions on "
        "a calendar and colleagues, against the service's criteria. It counts down what is left, "
        "says why something can't be asked, keeps a draft in the browser, and downloads a file "
        "for the month's preferences folder. It holds one person's pattern and leave, and of "
        "others no more than their names.\n"
        "FILE '-' is standard output. A file that is there already is left alone unless --force.\n"
        "Exit status: 0 done; 2 bad usage, mistakes in the input, or a file is there already; 4 it "
        "can't be written.",
    .least = 1,
    .most = 1,
};

struct form {
  char *month, *clinician, *html, *out;
  gboolean force;
};

static bool is_fine(const struct form *form)
{
  if (!form->html == !form->out)
    console_error("form: one of --html FILE and --out FOLDER is wanted");
  else if (!form->clinician == !form->out)
    console_error(form->out ? "form: --out writes everybody's; --clinician goes with --html"
                            : "form: whose? add --clinician");
  else if (options_have_month(usage.name, form->month))
    return !form->html || output_is_free(form->html, form->force);
  return false;
}

static char *text_of(const struct folder *folder, int clinician)
{
  json_t *document = form_document(folder->problem, clinician);
  char *text = form_page(document);
  json_decref(document);
  return text;
}

static int write_one(const struct form *form, const struct folder *folder)
{
  int clinician = service_clinician(folder->service, form->clinician);
  if (clinician == NONE) {
    console_error("form: no clinician '%s'", form->clinician);
    return EXIT_USAGE;
  }
  g_autofree char *text = text_of(folder, clinician);
  return output_write(form->html, text);
}

/* Has the person a session in the month? */
static bool is_there(const struct folder *folder, int clinician)
{
  for (int s = 0; s < folder->month->n_slots; s++)
    if (month_works(folder->month, folder->service, clinician, s))
      return true;
  return false;
}

static char *path_in(const struct form *form, const struct folder *folder, int clinician)
{
  g_autofree char *name = g_strconcat(folder->service->clinicians[clinician].id, ".html", NULL);
  return g_build_filename(form->out, name, NULL);
}

static bool all_are_free(const struct form *form, const struct folder *folder)
{
  for (int c = 0; c < folder->service->n_clinicians; c++) {
    g_autofree char *path = path_in(form, folder, c);
    if (is_there(folder, c) && !output_is_free(path, form->force))
      return false;
  }
  return true;
}

static int write_all(const struct form *form, const struct folder *folder)
{
  char *message = NULL;
  int written = 0;
  int status = output_end(file_set_make_folder(form->out, &message), &message);
  if (status == EXIT_DONE && !all_are_free(form, folder))
    status = EXIT_USAGE;
  for (int c = 0; c < folder->service->n_clinicians && status == EXIT_DONE; c++) {
    if (!is_there(folder, c))
      continue;
    g_autofree char *path = path_in(form, folder, c), *text = text_of(folder, c);
    status = output_write(path, text);
    written++;
  }
  if (status == EXIT_DONE)
    printf("written: %d form%s in %s\n", written, written == 1 ? "" : "s", form->out);
  return status;
}

static int form(const struct form *form, const char *directory)
{
  struct folder folder = {0};
  int status = reading_folder(directory, form->month, &folder);
  if (status == EXIT_DONE)
    status = form->html ? write_one(form, &folder) : write_all(form, &folder);
  folder_clear(&folder);
  return status;
}

int command_form(int argc, char **argv)
{
  struct form asked = {0};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &asked.month, "the month, such as 2027-02", "M"},
      {"clinician", 'c', 0, G_OPTION_ARG_FILENAME, &asked.clinician, "whose form", "C"},
      {"html", 0, 0, G_OPTION_ARG_FILENAME, &asked.html, "write that form", "FILE"},
      {"out", 'o', 0, G_OPTION_ARG_FILENAME, &asked.out, "write everybody's", "FOLDER"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &asked.force, "replace files that are there", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    if (!reading_is_folder(argv[1]) || !is_fine(&asked))
      status = EXIT_USAGE;
    else
      status = form(&asked, argv[1]);
  }
  g_free(asked.month);
  g_free(asked.clinician);
  g_free(asked.html);
  g_free(asked.out);
  return status;
}
