#include "commands/command.h"
#include "commands/console.h"
#include "commands/export_calendars.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/json.h"
#include "planning/assess.h"
#include "planning/documents.h"
#include "planning/drift.h"
#include "planning/programme_export.h"
#include "planning/publish.h"
#include "reports/figures_csv.h"
#include "reports/meetings_csv.h"
#include "reports/placements_csv.h"
#include "reports/workbook/workbook.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "export",
    .arguments =
        "DIR ROTA (--csv | --json | --meetings | --figures | --xlsx) FILE\n  rota export DIR ROTA "
        "--ics FOLDER\n  rota export DIR "
        "--month M "
        "(--mps | --lp | --placements) FILE",
    .summary = "Writes a rota for other rostering systems, or the programme for other solvers.",
    .examples =
        "  rota export sussex sussex/2027-01/rota.json --csv january.csv\n"
        "  rota export sussex sussex/2027-01/rota.json --csv - \\\n"
        "       --columns \"date=Date,clinician_name=Staff,from=Start,task\"\n"
        "  rota export sussex changed.csv --json changed.json     with all its figures\n"
        "  rota export sussex sussex/2027-01/rota.json --meetings meetings.csv\n"
        "  rota export sussex sussex/2027-01/rota.json --figures figures.csv\n"
        "  rota export sussex sussex/2027-01/rota.json --xlsx january.xlsx\n"
        "  rota export sussex sussex/2027-01/rota.json --ics calendars\n"
        "  rota export sussex --month 2027-01 --mps january.mps\n"
        "  rota export sussex --month 2027-01 --placements january-columns.csv\n",
    .details =
        "FILE '-' is standard output. A file that is there already is left alone unless --force.\n"
        "In CSV, a value that a spreadsheet would take for a formula (it begins with = + - or @) "
        "gets an apostrophe in front.\n"
        "With --excel it begins with the mark without which Excel makes 'Zo\xc3\xab' of other "
        "letters.\n"
        "The meetings are the 1:1s and team meetings that rules ask for, a row each: when and "
        "where each can be held, and who is missing.\n"
        "The figures are those of the service, of each PCN and of each person, a row each: days "
        "with a hole or at two sites, the share of named FCPs, hours, satisfaction and more.\n"
        "The workbook has the rota by person and by site, cover, fairness and what is missing; "
        "its sheet of assignments, saved as CSV, is read as a rota again.\n"
        "Calendars are files in the folder, person-ID.ics and site-ID.ics, that phones take; one "
        "that is taken again after a change follows it.\n"
        "The placements say which assignment each column of the programme is, so that the columns "
        "another solver puts at 1 can be written as a CSV for 'rota verify'.\n"
        "Exit status: 0 done; 2 bad usage, or a file can't be read; 4 it can't be written.",
    .least = 1,
    .most = 2,
};

struct export
{
  char *month, *columns;
  char *csv, *json, *meetings, *figures, *xlsx, *ics, *mps, *lp, *placements;
  gboolean excel;
  gboolean force;
};

static int count_formats(const struct export *export)
{
  return !!export->csv + !!export->json + !!export->meetings + !!export->figures + !!export->xlsx +
         !!export->ics + !!export->mps + !!export->lp + !!export->placements;
}

/* Is it clear what is to be written, and from what? */
static bool is_fine(const struct export *export, bool has_rota)
{
  bool of_rota = export->csv || export->json || export->meetings || export->figures ||
                 export->xlsx || export->ics;
  if (count_formats(export) != 1)
    console_error(
        "export: one of --csv, --json, --meetings, --figures, --xlsx, --ics, --mps, --lp and "
        "--placements is wanted");
  else if (of_rota && !has_rota)
    console_error(
        "export: --csv, --json, --meetings, --figures, --xlsx and --ics want a ROTA after DIR");
  else if (!of_rota && has_rota)
    console_error("export: --mps, --lp and --placements are of the inputs; they take no ROTA");
  else if (!of_rota && !export->month)
    console_error("export: which month? add --month, such as --month 2027-01");
  else if ((export->xlsx && g_str_equal(export->xlsx, "-")) ||
           (export->ics && g_str_equal(export->ics, "-")))
    console_error("export: workbooks and calendars go to files, not to standard output");
  else if (export->excel && !(export->csv || export->meetings || export->figures))
    console_error("export: --excel goes with --csv, --meetings and --figures");
  else if (export->columns && !export->csv)
    console_error("export: --columns goes with --csv");
  else
    return true;
  console_hint("see 'rota export --help'");
  return false;
}

static const char *target_of(const struct export *export)
{
  return export->csv        ? export->csv
         : export->json     ? export->json
         : export->meetings ? export->meetings
         : export->figures  ? export->figures
         : export->xlsx     ? export->xlsx
         : export->ics      ? export->ics
         : export->mps      ? export->mps
         : export->lp       ? export->lp
                            : export->placements;
}

/* With the notice that people got, if the month is published. */
static char *figures_text(const struct existing_rota *rota, const char *directory)
{
  json_t *document = existing_rota_document(rota, ROTA_VERSION);
  struct notice notice = publish_notice(directory, rota->folder.month, DATE_NONE);
  if (notice.from != DATE_NONE)
    json_object_set_new(json_object_get(document, "totals"), "notice_days",
                        json_integer(notice.days));
  char *out = figures_csv_text(document);
  json_decref(document);
  return out;
}

/* The text of the rota in the form asked for; NULL, having said why. */
static char *rota_text(const struct export *export, const struct existing_rota *rota,
                       const char *directory)
{
  if (export->json)
    return json_text(existing_rota_document(rota, ROTA_VERSION));
  if (export->meetings)
    return meetings_csv_text(rota->assessment);
  if (export->figures)
    return figures_text(rota, directory);
  g_autofree char *message = NULL;
  char *out = documents_rota_csv(rota->folder.problem, rota->rota, export->columns, &message);
  if (!out)
    console_error("export: --columns: %s", message);
  return out;
}

static int write_workbook(const char *path, const struct existing_rota *rota)
{
  char *message = NULL;
  assess_reasons(rota->assessment);
  return output_end(workbook_write(rota->assessment, path, &message), &message);
}

static int write_text(const struct export *export, const struct existing_rota *rota,
                      const char *directory)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autofree char *text = rota_text(export, rota, directory);
  g_autofree char *marked = text && export->excel ? g_strconcat(mark, text, NULL) : NULL;
  return text ? output_write(target_of(export), marked ? marked : text) : EXIT_USAGE;
}

/* Calendars and days of notice go by the month's history. */
static int warn_of_history(const struct existing_rota *rota, const char *directory)
{
  struct diagnostics *diagnostics = diagnostics_new();
  drift_of_history(directory, rota->month_id, diagnostics);
  return reading_end(diagnostics, STATUS_OK, directory);
}

static int export_rota(const struct export *export, const char *directory, const char *path)
{
  struct existing_rota rota;
  int status = reading_rota(usage.name, directory, path, export->month, &rota);
  if (status == EXIT_DONE && rota.misfits->len) {
    g_autofree char *misfits = existing_rota_misfit_lines(&rota);
    console_error("export: '%s' has assignments outside the month's sessions:", path);
    fputs(misfits, stderr);
    status = EXIT_USAGE;
  }
  if (status == EXIT_DONE)
    status = warn_of_history(&rota, directory);
  if (status == EXIT_DONE)
    status = export->xlsx  ? write_workbook(export->xlsx, &rota)
             : export->ics ? export_calendars(&rota, directory, export->ics, export->force)
                           : write_text(export, &rota, directory);
  existing_rota_clear(&rota);
  return status;
}

/* The text of the programme in the form asked for. */
static enum status programme_text(const struct export *export, const struct problem *problem,
                                  char **out)
{
  if (!export->placements)
    return programme_export(problem, export->mps ? PROGRAMME_MPS : PROGRAMME_LP, out);
  *out = placements_csv_text(problem);
  return STATUS_OK;
}

static int export_programme(const struct export *export, const char *directory)
{
  struct folder folder = {0};
  g_autofree char *text = NULL;
  int status = reading_is_month(usage.name, export->month)
                   ? reading_folder(directory, export->month, &folder)
                   : EXIT_USAGE;
  if (status == EXIT_DONE && programme_text(export, folder.problem, &text) != STATUS_OK) {
    console_error("export: the programme can't be written to '%s'", target_of(export));
    status = EXIT_INTERNAL;
  }
  if (status == EXIT_DONE)
    status = output_write(target_of(export), text);
  folder_clear(&folder);
  return status;
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
      {"meetings", 0, 0, G_OPTION_ARG_FILENAME, &export.meetings,
       "the rota's 1:1s and team meetings, in CSV", "FILE"},
      {"figures", 0, 0, G_OPTION_ARG_FILENAME, &export.figures,
       "the figures of service, PCNs and people, in CSV", "FILE"},
      {"xlsx", 0, 0, G_OPTION_ARG_FILENAME, &export.xlsx, "the rota as a workbook", "FILE"},
      {"ics", 0, 0, G_OPTION_ARG_FILENAME, &export.ics, "calendars of people and sites", "FOLDER"},
      {"mps", 0, 0, G_OPTION_ARG_FILENAME, &export.mps, "the programme, in free MPS", "FILE"},
      {"lp", 0, 0, G_OPTION_ARG_FILENAME, &export.lp, "the programme, in CPLEX LP", "FILE"},
      {"placements", 0, 0, G_OPTION_ARG_FILENAME, &export.placements,
       "what the programme's columns stand for, in CSV", "FILE"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &export.month,
       "the month, such as 2027-01, or the first day of weeks", "M"},
      {"excel", 0, 0, G_OPTION_ARG_NONE, &export.excel,
       "begin the CSV with the mark by which Excel knows UTF-8", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &export.force, "replace FILE if it is there", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    if (!is_fine(&export, argc > 2) || !reading_is_folder(argv[1]) ||
        (!export.ics && !output_is_free(target_of(&export), export.force)))
      status = EXIT_USAGE;
    else
      status =
          argc > 2 ? export_rota(&export, argv[1], argv[2]) : export_programme(&export, argv[1]);
  }
  g_free(export.month);
  g_free(export.columns);
  g_free(export.csv);
  g_free(export.json);
  g_free(export.meetings);
  g_free(export.figures);
  g_free(export.xlsx);
  g_free(export.ics);
  g_free(export.mps);
  g_free(export.lp);
  g_free(export.placements);
  return status;
}
