#include "commands/command.h"
#include "commands/load_rota.h"
#include "commands/verdict.h"
#include "reports/text.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "verify",
    .arguments = "DIR ROTA [--month M]",
    .summary = "Rechecks any rota against the inputs: every hard rule, every figure it states.",
    .examples =
        "  rota verify sussex sussex/2027-01/rota.json\n"
        "  rota verify sussex from-another-system.csv --month 2027-01\n",
    .details =
        "ROTA is a rota.json, or a CSV with the columns date, session, clinician, task and site. "
        "The solver and its rows take no part: each rule reads the finished rota by itself.\n"
        "Exit status: 0 all rules are kept and all figures right; 1 not so, and what is printed; "
        "2 a file can't be read.",
    .least = 2,
    .most = 2,
};

static void print_fine(const struct load_rota *rota, const char *path)
{
  g_autoptr(GString) line = g_string_new(path);
  g_string_append(line, ": every hard rule is kept");
  g_string_append(line, rota->file->document ? " and every stated figure is right\n  " : "\n  ");
  text_count(line, rota->rota->count, "assignment", "assignments");
  g_string_append(line, ", objective ");
  text_number(line, rota->audit->cost);
  puts(line->str);
}

int command_verify(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month that the rota should be of", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct load_rota rota;
  status = load_rota(&rota, usage.name, argv[1], argv[2], month);
  if (status == EXIT_DONE && verdict_is_good(&rota, argv[2]))
    print_fine(&rota, argv[2]);
  else if (status == EXIT_DONE)
    status = EXIT_BROKEN;
  load_rota_clear(&rota);
  return status;
}
