#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/reading.h"
#include "model/json.h"
#include "reports/submissions.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "preferences",
    .arguments = "DIR --month M [--remind | --json]",
    .summary = "Who has sent preferences for a month, who is late, and what everybody wants.",
    .examples =
        "  rota preferences sussex -m 2027-02\n"
        "  rota preferences sussex -m 2027-02 --remind    those to be reminded\n",
    .details =
        "Wishes that break the service's criteria are named with their line and left out, as "
        "every other command leaves them out.\n"
        "Exit status: 0 done, whoever has not sent any; 2 mistakes in the input.",
    .least = 1,
    .most = 1,
};

struct wanted_form {
  gboolean remind, json;
};

static void print(const struct problem *problem, const struct wanted_form *form)
{
  struct submissions *submissions = submissions_new(problem);
  g_autofree char *text = form->remind ? submissions_remind(submissions)
                          : form->json ? json_text(submissions_json(submissions))
                                       : submissions_text(submissions);
  fputs(text, stdout);
  submissions_free(submissions);
}

int command_preferences(int argc, char **argv)
{
  g_autofree char *month = NULL;
  struct wanted_form form = {0};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month, such as 2027-02", "M"},
      {"remind", 0, 0, G_OPTION_ARG_NONE, &form.remind, "those who sent nothing, alone", NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &form.json, "all of it, for programs", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (form.remind && form.json)
    console_error("preferences: one of --remind and --json, not both");
  if ((form.remind && form.json) || !reading_is_folder(argv[1]) ||
      !options_have_month(usage.name, month))
    return EXIT_USAGE;
  struct folder folder = {0};
  status = reading_folder(argv[1], month, &folder);
  if (status == EXIT_DONE)
    print(folder.problem, &form);
  folder_clear(&folder);
  return status;
}
