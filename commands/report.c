#include "commands/report.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/reading.h"
#include "commands/report_pages.h"
#include "model/json.h"
#include "planning/assess.h"
#include "planning/drift.h"
#include "planning/objections.h"
#include "planning/publish.h"
#include "planning/rota_files.h"
#include "planning/verify.h"
#include "planning/which_version.h"
#include "reports/objections.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "report",
    .arguments = "DIR ROTA [OPTION...]\n  rota report DIR --month M [OPTION...]",
    .summary = "Prints the report of any rota again, without a build.",
    .examples =
        "  rota report sussex --month 2027-01            the rota that lies there\n"
        "  rota report sussex -m 2027-01 --show missed   each miss, by person and date\n"
        "  rota report sussex changed-by-hand.csv        of any rota\n"
        "  rota report sussex -m 2027-01 --html january.html   a browser's page\n"
        "  rota report sussex -m 2027-01 --all           everything, with an index page\n",
    .details =
        "ROTA is a rota.json, the folder of a month in which one lies, or a CSV as 'rota verify' "
        "reads it. The report is what 'rota build' printed, with the figures as they are now: "
        "where the inputs or the figures are no longer those that the rota was written with, "
        "that is said.\n"
        "The page is one file that needs no network: the month by clinician and by site with "
        "filters, what is missing, cover, duty, meetings and fairness; it prints on A4 and A3. A "
        "person's page is their month on a sheet. A PCN's has who is there, what is missing, and "
        "of "
        "published months what was planned there and kept. Months side by side have what was "
        "planned and worked, wishes met, duty, evenings and generalist work.\n"
        "Exit status: 0 done; 1 done, but hard rules are broken; 2 a file can't be read.",
    .least = 1,
    .most = 2,
};

enum { OBJECTION_SECONDS = 2 }; /* for each that is refused, as of `rota explain` */

static void print_objections(const struct assessment *assessment)
{
  struct build_settings settings = build_default_settings();
  settings.seconds = OBJECTION_SECONDS;
  settings.deterministic = TRUE;
  g_autoptr(GArray) answers = objections_answer(assessment->audit, &settings);
  g_autofree char *text = objections_text(assessment->problem, answers);
  fputs(text, stdout);
}

void report_print(struct assessment *assessment, enum terminal_show show)
{
  const struct terminal_options options = {.show = show, .colour = console_has_colour(stdout)};
  assess_reasons(assessment);
  g_autofree char *text = terminal_report(assessment, &options);
  fputs(text, stdout);
  print_objections(assessment);
}

static void print_days(struct notice notice)
{
  char date[DATE_TEXT_SIZE];
  if (notice.from == DATE_NONE)
    return;
  if (notice.days <= 0)
    printf("notice: none");
  else
    printf("notice: %d day%s", notice.days, notice.days == 1 ? "" : "s");
  if (notice.published)
    printf(", published on %s\n", date_format(notice.from, date));
  else
    printf(", if it is published today\n");
}

void report_print_notice(const struct problem *problem, const char *directory, const char *path)
{
  const char *month_id = problem->month->id;
  g_autofree char *published = publish_path(directory, month_id);
  int due = month_due(problem->month, problem->service);
  char date[DATE_TEXT_SIZE];
  if (g_file_test(published, G_FILE_TEST_EXISTS)) {
    g_autofree char *words = drift_words(directory, month_id, path);
    printf("working copy: %s is published, and %s\n", month_id,
           words ? words : "no assignment differs");
  } else if (due != DATE_NONE)
    printf("to be published by %s\n", date_format(due, date));
  print_days(publish_notice(directory, problem->month, date_today()));
}

/* The file that was asked for: a folder stands for the rota.json in it. g_free it. */
static char *path_of(const char *directory, const char *rota, const char *month_id)
{
  g_autofree char *folder = rota ? g_strdup(rota) : g_build_filename(directory, month_id, NULL);
  return rota && !g_file_test(folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&folder)
                                                          : rota_files_json(folder);
}

/* What is no longer as it was when the rota was written, or published. */
static int warn_of_drift(const struct existing_rota *rota, const char *directory, const char *path,
                         const struct verification *found)
{
  struct diagnostics *diagnostics = diagnostics_new();
  drift_since_written(rota, path, diagnostics);
  drift_of_rota(rota, directory, path, diagnostics);
  if (found->differences->len)
    diagnostics_warning(diagnostics, (struct where){path, 0, 0},
                        "%u stated figure%s no longer right, as 'rota verify' lists",
                        found->differences->len, found->differences->len == 1 ? " is" : "s are");
  return reading_end(diagnostics, STATUS_OK, directory);
}

static int print_found(const struct existing_rota *rota, const char *directory, const char *path,
                       enum terminal_show show, const struct verification *found)
{
  int status = warn_of_drift(rota, directory, path, found);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *misfits = existing_rota_misfit_lines(rota);
  report_print(rota->assessment, show);
  if (misfits[0])
    printf("\nassignments that stand in no session of the month:\n%s", misfits);
  g_autofree char *which = which_version_words(directory, rota->month_id, rota->file, NULL);
  printf("\nread: %s%s%s\n", path, which ? ", " : "", which ? which : "");
  report_print_notice(rota->folder.problem, directory, path);
  return found->broken ? EXIT_BROKEN : EXIT_DONE;
}

/* The page in place of the report; what drifted is said all the same. */
static int write_pages(const struct existing_rota *rota, const char *directory, const char *path,
                       const struct report_pages *pages, const struct verification *found)
{
  int status = warn_of_drift(rota, directory, path, found);
  if (status == EXIT_DONE)
    status = report_pages_write(pages, rota, directory);
  return status == EXIT_DONE && found->broken ? EXIT_BROKEN : status;
}

static int show_rota(const struct existing_rota *rota, const char *directory, const char *path,
                     enum terminal_show show, const struct report_pages *pages)
{
  struct verification found;
  verify_rota(rota, ROTA_VERSION, &found);
  int status = report_pages_are_wanted(pages) ? write_pages(rota, directory, path, pages, &found)
                                              : print_found(rota, directory, path, show, &found);
  verification_clear(&found);
  return status;
}

static int report(const char *directory, const char *named, const char *month,
                  enum terminal_show show, const struct report_pages *pages)
{
  g_autofree char *path = path_of(directory, named, month);
  struct existing_rota rota;
  int status = reading_rota(usage.name, directory, path, month, &rota);
  if (status == EXIT_DONE)
    status = show_rota(&rota, directory, path, show, pages);
  existing_rota_clear(&rota);
  return status;
}

int command_report(int argc, char **argv)
{
  g_autofree char *month = NULL, *words = NULL;
  struct report_pages pages = {0};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month that the rota is of", "M"},
      OPTION_SHOW(&words),
      OPTIONS_PAGES(&pages),
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  enum terminal_show show;
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    if (!options_have_show(usage.name, words, &show) ||
        (argc == 2 && !options_have_month(usage.name, month)) || !report_pages_are_fine(&pages))
      status = EXIT_USAGE;
    else
      status = report(argv[1], argc > 2 ? argv[2] : NULL, month, show, &pages);
  }
  report_pages_clear(&pages);
  return status;
}
