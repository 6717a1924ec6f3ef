#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
#include "reports/ledger.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "history",
    .arguments = "DIR [--clinician X] [--month M]",
    .summary = "The ledger of published months: who is owed what, and why.",
    .examples =
        "  rota history sussex\n"
        "  rota history sussex --clinician amrita\n",
    .details =
        "Hours over and under the contract, satisfaction month by month, and what each rule\n"
        "that looks back makes of it, as the month after the last published one begins (or\n"
        "month M).\n",
    .least = 1,
    .most = 1,
};

/* The month after the last that is published; NULL: none is. */
static char *next_month(const char *directory)
{
  g_autofree char *folder = g_build_filename(directory, "history", NULL);
  g_autofree char *last = NULL;
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    g_autofree char *first_day = g_strdup_printf("%.7s-01", name);
    int date;
    if (g_str_has_suffix(name, ".yaml") && date_parse(first_day, &date) &&
        (!last || strcmp(first_day, last) > 0)) {
      g_free(last);
      last = g_steal_pointer(&first_day);
    }
  }
  int date;
  if (!last || !date_parse(last, &date))
    return NULL;
  date += date_days_in_month(date_year(date), date_month(date));
  return g_strdup_printf("%04d-%02d", date_year(date), date_month(date));
}

static int print_ledger(const struct load *load, const char *clinician)
{
  int index = LEDGER_EVERYBODY;
  if (clinician && (index = service_clinician(load->service, clinician)) == NONE) {
    console_error("history: no clinician '%s'", clinician);
    return EXIT_USAGE;
  }
  struct ledger *ledger = ledger_new(load->problem);
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
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (!load_is_folder(argv[1]) || (month && !load_month_id(usage.name, month)))
    return EXIT_USAGE;
  if (!month)
    month = next_month(argv[1]);
  if (!month) {
    printf("no month is published yet in '%s'\n", argv[1]);
    return EXIT_DONE;
  }
  struct load load;
  status = load_folder(&load, argv[1], month);
  if (status == EXIT_DONE)
    status = print_ledger(&load, clinician);
  load_clear(&load);
  return status;
}
