#include "commands/command.h"
#include "commands/console.h"
#include "commands/reading.h"
#include "planning/month_order.h"
#include "reports/ledger.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "history",
    .arguments = "DIR [--clinician X] [--month M]",
    .summary = "The ledger of published months: who is owed what, and why.",
    .examples =
        "  rota history sussex\n"
        "  rota history sussex --clinician amrita\n",
    .details =
        "Hours over and under the contract, satisfaction month by month, and what each rule that "
        "looks back makes of it, as the month after the last published one begins (or month M).\n"
        "Exit status: 0 done, also where nothing is published yet; 2 mistakes in the input.",
    .least = 1,
    .most = 1,
};

static int print_ledger(const struct folder *folder, const char *clinician)
{
  int index = LEDGER_EVERYBODY;
  if (clinician && (index = service_clinician(folder->service, clinician)) == NONE) {
    console_error("history: no clinician '%s'", clinician);
    return EXIT_USAGE;
  }
  struct ledger *ledger = ledger_new(folder->problem);
  g_autofree char *text = ledger_text(ledger, index);
  ledger_free(ledger);
  fputs(text, stdout);
  return EXIT_DONE;
}

int command_history(int argc, char **argv)
{
  g_autofree char *clinician = NULL, *month = NULL;
  const GOptionEntry entries[] = {
      {"clinician", 'c', 0, G_OPTION_ARG_FILENAME, &clinician, "this person alone", "X"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "as this month begins", "M"},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (!reading_is_folder(argv[1]) || (month && !reading_is_month(usage.name, month)))
    return EXIT_USAGE;
  if (!month)
    month = month_order_next(argv[1]);
  if (!month) {
    printf("no month is published yet in '%s'\n", argv[1]);
    return EXIT_DONE;
  }
  struct folder folder;
  status = reading_folder(argv[1], month, &folder);
  if (status == EXIT_DONE)
    status = print_ledger(&folder, clinician);
  folder_clear(&folder);
  return status;
}
