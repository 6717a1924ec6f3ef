#include "planning/verify.h"
#include "commands/command.h"
#include "commands/reading.h"
#include "planning/drift.h"
#include "planning/which_version.h"
#include "reports/text.h"
#include "reports/verdict.h"

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
        "The solver and its rows take no part: each rule reads the finished rota by itself. "
        "Where the month is published, it also says what is no longer as it was then.\n"
        "Exit status: 0 all rules are kept and all figures right; 1 not so, and what is printed; "
        "2 a file can't be read.",
    .least = 2,
    .most = 2,
};

static void print_fine(const struct existing_rota *rota, const char *directory, const char *path)
{
  g_autoptr(GString) line = g_string_new(path);
  g_string_append(line, ": every hard rule is kept");
  g_string_append(line, rota->document ? " and every stated figure is right\n  " : "\n  ");
  text_count(line, rota->rota->count, "assignment", "assignments");
  g_string_append(line, ", objective ");
  text_number(line, rota->audit->cost);
  puts(line->str);
  g_autofree char *which = which_version_words(directory, rota->month_id, rota->file, NULL);
  if (which)
    printf("  %s\n", which);
}

/* Of a month that is published: is it that rota, of those inputs? */
static int warn_of_drift(const struct existing_rota *rota, const char *directory, const char *path)
{
  struct diagnostics *diagnostics = diagnostics_new();
  drift_of_rota(rota, directory, path, diagnostics);
  return reading_end(diagnostics, STATUS_OK, directory);
}

static int verify(const struct existing_rota *rota, const char *directory, const char *path)
{
  struct verification found;
  verify_rota(rota, ROTA_VERSION, &found);
  bool good = verification_is_good(&found);
  g_autofree char *text = verdict_text(rota, &found, path);
  fputs(text, stdout);
  if (good)
    print_fine(rota, directory, path);
  verification_clear(&found);
  return good ? EXIT_DONE : EXIT_BROKEN;
}

int command_verify(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month that the rota should be of", "M"},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct existing_rota rota;
  status = reading_rota(usage.name, argv[1], argv[2], month, &rota);
  if (status == EXIT_DONE)
    status = warn_of_drift(&rota, argv[1], argv[2]);
  if (status == EXIT_DONE)
    status = verify(&rota, argv[1], argv[2]);
  existing_rota_clear(&rota);
  return status;
}
