#include "commands/command.h"
#include "commands/console.h"
#include "commands/load_rota.h"
#include "commands/names.h"
#include "commands/output.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_writer.h"
#include "model/formulation.h"
#include "model/json.h"
#include "reports/placements_csv.h"
#include "solver/solver.h"

static const struct command_usage usage = {
    .name = "export",
    .arguments =
        "DIR ROTA (--csv | --json) FILE\n  rota export DIR --month M "
        "(--mps | --lp | --placements) FILE",
    .summary = "Writes a rota for other rostering systems, or the programme for other solvers.",
    .examples =
        "  rota export sussex sussex/2027-01/rota.json --csv january.csv\n"
        "  rota export sussex sussex/2027-01/rota.json --csv - \\\n"
        "       --columns \"date=Date,clinician_name=Staff,from=Start,task\"\n"
        "  rota export sussex changed.csv --json changed.json     with all its figures\n"
        "  rota export sussex --month 2027-01 --mps january.mps\n"
        "  rota export sussex --month 2027-01 --placements january-columns.csv\n",
    .details =
        "FILE '-' is standard output. A file that is there already is left alone unless --force.\n"
        "In CSV, a value that a spreadsheet would take for a formula (it begins with = + - or @) "
        "gets an apostrophe in front.\n"
        "The placements say which assignment each column of the programme is, so that the columns "
        "another solver puts at 1 can be written as a CSV for 'rota verify'.",
    .least = 1,
    .most = 2,
};

struct export
{
  char *month, *columns;
  char *csv, *json, *mps, *lp, *placements;
  gboolean force;
};

static int count_formats(const struct export *export)
{
  return !!export->csv + !!export->json + !!export->mps + !!export->lp + !!export->placements;
}

/* Is it clear what is to be written, and from what? */
static bool is_fine(const struct export *export, bool has_rota)
{
  bool of_rota = export->csv || export->json;
  if (count_formats(export) != 1)
    console_error("export: one of --csv, --json, --mps, --lp and --placements is wanted");
  else if (of_rota && !has_rota)
    console_error("export: --csv and --json want a ROTA after DIR");
  else if (!of_rota && has_rota)
    console_error("export: --mps, --lp and --placements are of the inputs; they take no ROTA");
  else if (!of_rota && !export->month)
    console_error("export: which month? add --month, such as --month 2027-01");
  else if (export->columns && !export->csv)
    console_error("export: --columns goes with --csv");
  else
    return true;
  console_hint("see 'rota export --help'");
  return false;
}

/* The text of the rota in the form asked for; NULL, having said why. */
static char *rota_text(const struct export *export, const struct load_rota *rota)
{
  if (export->json) {
    json_t *document = load_rota_document(rota);
    g_autofree char *checksum = rota_json_checksum(document);
    json_object_set_new(document, "checksum", json_string(checksum));
    return json_text(document);
  }
  g_autofree char *message = NULL;
  struct rota_csv_layout *layout =
      export->columns ? rota_csv_layout_parse(export->columns, &message) : NULL;
  char *out = message ? NULL : rota_csv_text(rota->load.problem, rota->rota, layout);
  if (message)
    console_error("export: --columns: %s", message);
  rota_csv_layout_free(layout);
  return out;
}

static int export_rota(const struct export *export, const char *directory, const char *path)
{
  struct load_rota rota;
  g_autofree char *text = NULL;
  int status = load_rota(&rota, usage.name, directory, path, export->month);
  if (status == EXIT_DONE && rota.misfits->len) {
    console_error("export: '%s' has assignments outside the month's sessions:", path);
    load_rota_misfits(&rota, stderr);
    status = EXIT_USAGE;
  }
  if (status == EXIT_DONE) {
    text = rota_text(export, &rota);
    bool fine = text && output_write(export->csv ? export->csv : export->json, text);
    status = fine ? EXIT_DONE : EXIT_USAGE;
  }
  load_rota_clear(&rota);
  return status;
}

static int write_programme(const struct export *export, const struct problem *problem)
{
  const char *path = export->mps ? export->mps : export->lp;
  g_autofree char *temporary = output_temporary(path);
  if (!temporary)
    return EXIT_USAGE;
  struct programme *programme = formulation_build(problem);
  g_auto(GStrv) columns = names_of_columns(problem, programme);
  g_auto(GStrv) rows = names_of_rows(problem, programme);
  enum status status = solver_write(programme, export->mps ? SOLVER_MPS : SOLVER_LP, temporary,
                                    (const char *const *)columns, (const char *const *)rows);
  programme_free(programme);
  if (status != STATUS_OK)
    console_error("export: the programme can't be written to '%s'", path);
  bool written = output_finish(temporary, path, status == STATUS_OK);
  if (status == STATUS_INTERNAL)
    return EXIT_INTERNAL;
  return written ? EXIT_DONE : EXIT_USAGE;
}

static int write_placements(const struct export *export, const struct problem *problem)
{
  g_autofree char *text = placements_csv_text(problem);
  return output_write(export->placements, text) ? EXIT_DONE : EXIT_USAGE;
}

static int export_programme(const struct export *export, const char *directory)
{
  struct load load = {0};
  int status = load_month_id(usage.name, export->month)
                   ? load_folder(&load, directory, export->month)
                   : EXIT_USAGE;
  if (status == EXIT_DONE && export->placements)
    status = write_placements(export, load.problem);
  else if (status == EXIT_DONE)
    status = write_programme(export, load.problem);
  load_clear(&load);
  return status;
}

static bool target_is_free(const struct export *export)
{
  const char *path = export->csv    ? export->csv
                     : export->json ? export->json
                     : export->mps  ? export->mps
                     : export->lp   ? export->lp
                                    : export->placements;
  return output_is_free(path, export->force);
}

int command_export(int argc, char **argv)
{
  struct export export = {0};
  const GOptionEntry entries[] = {
      {"csv", 0, 0, G_OPTION_ARG_FILENAME, &export.csv, "the rota, a row for each assignment",
       "FILE"},
      {"columns", 0, 0, G_OPTION_ARG_FILENAME, &export.columns,
       "which columns, in which order, under which names", "LIST"},
      {"json", 0, 0, G_OPTION_ARG_FILENAME, &export.json, "the rota with all its figures", "FILE"},
      {"mps", 0, 0, G_OPTION_ARG_FILENAME, &export.mps, "the programme, in free MPS", "FILE"},
      {"lp", 0, 0, G_OPTION_ARG_FILENAME, &export.lp, "the programme, in CPLEX LP", "FILE"},
      {"placements", 0, 0, G_OPTION_ARG_FILENAME, &export.placements,
       "what the programme's columns stand for, in CSV", "FILE"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &export.month, "the month, such as 2027-01", "M"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &export.force, "replace FILE if it is there", NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    if (!is_fine(&export, argc > 2) || !load_is_folder(argv[1]) || !target_is_free(&export))
      status = EXIT_USAGE;
    else
      status =
          argc > 2 ? export_rota(&export, argv[1], argv[2]) : export_programme(&export, argv[1]);
  }
  g_free(export.month);
  g_free(export.columns);
  g_free(export.csv);
  g_free(export.json);
  g_free(export.mps);
  g_free(export.lp);
  g_free(export.placements);
  return status;
}
