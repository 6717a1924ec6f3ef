#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "commands/report.h"
#include "model/json.h"
#include "planning/asks.h"
#include "planning/assess.h"
#include "planning/clash.h"
#include "planning/decide.h"
#include "planning/documents.h"
#include "planning/drift.h"
#include "planning/rota_files.h"
#include "planning/standing.h"
#include "reports/clash_report.h"
#include "reports/text.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "build",
    .arguments = "DIR --month M [OPTION...]",
    .summary = "Builds a month's rota, writes it to DIR/M/ and prints a report.",
    .examples =
        "  rota build sussex --month 2027-01              at most a minute\n"
        "  rota build sussex --month 2027-01 --time 300   a better one in five\n"
        "  rota build sussex -m 2027-01 --show sites      where, rather than who\n"
        "  rota build sussex -m 2027-01 --json | jq .totals\n",
    .details =
        "Writes rota.json and rota.csv into the month's folder. Ctrl-C keeps the best rota found "
        "so far. Files that were changed since rota wrote them are left alone.\n"
        "A build goes on from the rota that lies there, as far as it still fits, and leaves a "
        "better one of the same inputs as it is; --fresh and --deterministic take no notice of "
        "it. What is published is never touched: then the files are a working copy.\n"
        "Exit status: 0 there is a rota; 1 there is no lawful rota, and why is printed; 2 "
        "mistakes in the input; 3 no rota was found in the time; 4 internal error.",
    .least = 1,
    .most = 1,
};

struct build {
  const char *directory;
  char *month, *show;
  struct build_settings settings;
  gboolean json, quiet, force, fresh;
  /* what comes of it */
  struct folder_lock *lock;
  struct folder folder;
  struct standing standing;
  struct build_result result;
  struct assessment *assessment;
  struct provenance run;
};

static bool are_settings_fine(const struct build *build)
{
  enum terminal_show show;
  return options_have_show(usage.name, build->show, &show) &&
         options_have_month(usage.name, build->month) && reading_is_folder(build->directory) &&
         options_are_fine(usage.name, &build->settings);
}

/* May both files be written? If not, says why. */
static bool are_files_free(const char *folder, bool force)
{
  g_autofree char *json = rota_files_json(folder), *csv = rota_files_csv(folder);
  if (!output_is_plain(json) || !output_is_plain(csv))
    return false;
  g_autofree char *changed = force ? NULL : rota_files_changed(folder);
  if (changed)
    console_error("'%s' is not as rota wrote it; move it away, or let --force replace it", changed);
  return !changed;
}

static void solve(struct build *build)
{
  bool watched = progress_is_watched(build->quiet);
  const struct build_request request = {.problem = build->folder.problem,
                                        .start = build->standing.rota,
                                        .settings = &build->settings};
  build->settings.stop = progress_stop_flag();
  build->settings.report = watched ? progress_show : NULL;
  build_rota(&request, &build->result);
  progress_stopped();
  if (watched)
    progress_clear();
}

static void print_report(const struct build *build, const char *what)
{
  g_autofree char *path = g_build_filename(build->directory, build->month, "rota.json", NULL);
  enum terminal_show show = TERMINAL_SHOW_BY_SIZE;
  options_have_show(usage.name, build->show, &show);
  report_print(build->assessment, show);
  printf("\n%s\n", what);
  report_print_notice(build->folder.problem, build->directory, path);
}

static void print_json(json_t *document)
{
  g_autofree char *text = json_text(document);
  fputs(text, stdout);
}

/* A bug of ours: on which rules do the rows and the checks disagree? */
static void report_disagreements(const struct build *build)
{
  const struct service *service = build->folder.service;
  const GArray *all = build->result.disagreements;
  for (guint i = 0; i < all->len; i++) {
    const struct build_disagreement *one = &g_array_index(all, struct build_disagreement, i);
    console_hint("  %s: %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT, service->uses[one->use].name,
                 one->solver, one->rules);
  }
}

/* What clashes, and what would end it. */
static void print_clashes(const struct build *build)
{
  double left = MAX(0, build->settings.seconds - build->result.seconds);
  int64_t deadline_us = g_get_monotonic_time() + (int64_t)(left * G_USEC_PER_SEC);
  struct clashes *clashes =
      clashes_new(build->folder.problem, build->settings.deterministic ? 0 : deadline_us);
  g_autofree char *text = clash_report_text(clashes);
  fputs(clashes->list->len ? text : build->result.reason, stdout);
  clashes_free(clashes);
}

static int report_failure(const struct build *build)
{
  const char *reason = build->result.reason;
  switch (build->result.verdict) {
  case BUILD_INFEASIBLE:
    print_clashes(build);
    return EXIT_BROKEN;
  case BUILD_NOTHING:
    console_error("%s", reason);
    return EXIT_LIMIT;
  default:
    console_error("%s; nothing was written", reason);
    if (build->result.disagreements)
      report_disagreements(build);
    return EXIT_INTERNAL;
  }
}

/* The rota is there: write it, tell of it. */
static int deliver(struct build *build, const char *folder)
{
  const struct build_result *result = &build->result;
  g_autoptr(GArray) inputs = folder_inputs(&build->folder);
  char *message = NULL;
  build->run = build_provenance(result, &build->settings);
  build->run.version = ROTA_VERSION;
  build->run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  build->run.n_inputs = (int)inputs->len;
  if (!are_files_free(folder, build->force))
    return EXIT_USAGE;
  build->assessment = assess(result->audit, &build->run);
  int status = output_end(rota_files_write(folder, build->assessment, &message), &message);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *more = build_more_time(result, &build->settings);
  g_autofree char *what = g_strdup_printf("written: %s/rota.json and rota.csv%s%s%s", folder,
                                          build->standing.rota ? "\nstart: the rota there was" : "",
                                          more ? "\n" : "", more ? more : "");
  if (build->json)
    print_json(documents_rota(build->assessment));
  else if (!build->quiet)
    print_report(build, what);
  return result->audit->broken ? EXIT_BROKEN : EXIT_DONE;
}

/* "kept: sussex/2027-01/rota.json costs 1,204, what was built now 1,310" */
static char *words_of_keeping(const struct build *build, const char *folder)
{
  const struct audit *built = build->result.audit, *standing = build->standing.audit;
  g_autoptr(GString) out = g_string_new(NULL);
  g_string_append_printf(out, "kept: %s/rota.json", folder);
  if (built && built->cost > standing->cost) {
    g_string_append(out, " costs ");
    text_number(out, standing->cost);
    g_string_append(out, ", what was built now ");
    text_number(out, built->cost);
  } else
    g_string_append(out, "; nothing better was found");
  g_string_append(out, " (--fresh builds another)");
  return g_strdup(out->str);
}

/* The rota that was there is the better one: it stays, and is told of. */
static int keep(struct build *build, const char *folder)
{
  g_autofree char *what = words_of_keeping(build, folder);
  if (build->json)
    print_json(json_incref(build->standing.document));
  else if (!build->quiet) {
    build->assessment = assess(build->standing.audit, &build->standing.run);
    print_report(build, what);
  }
  return EXIT_DONE;
}

/* Warns of what was written and asks for nothing this month. */
static void warn_of_nothing(const struct build *build, struct diagnostics *diagnostics)
{
  struct asks *asks = asks_new(build->folder.service, diagnostics);
  asks_month(asks, build->folder.problem);
  asks_end(asks, false);
  asks_free(asks);
}

/* What is to be known before the work. */
static void warn(const struct build *build)
{
  struct diagnostics *diagnostics = diagnostics_new();
  drift_before_build(build->directory, build->month, diagnostics);
  if (!build->quiet)
    decide_warnings(build->folder.problem, diagnostics);
  warn_of_nothing(build, diagnostics);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
}

static int hold(struct build *build)
{
  g_autofree char *what = g_strdup_printf("build of %s", build->month);
  return reading_hold(build->directory, what, &build->lock);
}

/* An engine that failed or lied has done no harm, and is worth a look. */
static void warn_of_engine(const struct build *build)
{
  if (!build->result.engine_fault)
    return;
  struct diagnostics *diagnostics = diagnostics_new();
  diagnostics_warning(diagnostics, (struct where){0},
                      "%s; it was asked no more, and nothing rests on it",
                      build->result.engine_fault);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
}

static int run(struct build *build)
{
  int status = hold(build);
  if (status == EXIT_DONE)
    status = reading_folder(build->directory, build->month, &build->folder);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *folder = g_build_filename(build->directory, build->month, NULL);
  if (!are_files_free(folder, build->force))
    return EXIT_USAGE;
  warn(build);
  if (!build->fresh && !build->settings.deterministic)
    standing_read(&build->folder, folder, &build->standing);
  solve(build);
  warn_of_engine(build);
  if (standing_is_better(&build->standing, &build->result))
    return keep(build, folder);
  return build->result.verdict == BUILD_DONE ? deliver(build, folder) : report_failure(build);
}

int command_build(int argc, char **argv)
{
  struct build build = {.settings = build_default_settings()};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &build.month,
       "the month, such as 2027-01, or the first day of weeks", "M"},
      OPTION_TIME(&build.settings, "stop after so many seconds (60)"),
      OPTION_GAP(&build.settings, "stop when proven within so many percent of the best (0)"),
      OPTION_THREADS(&build.settings, 0, "cores to use (all)"),
      OPTION_SEED(&build.settings, "another seed, another path (1)"),
      OPTION_ENGINE(&build.settings),
      OPTION_DETERMINISTIC(&build.settings, "count work, not time: the same rota on any machine"),
      {"fresh", 0, 0, G_OPTION_ARG_NONE, &build.fresh,
       "take no notice of the rota that lies there, better or not", NULL},
      OPTION_SHOW(&build.show),
      {"json", 0, 0, G_OPTION_ARG_NONE, &build.json, "print rota.json instead of the report", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &build.quiet, "print nothing but mistakes and --json",
       NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &build.force,
       "replace rota.json and rota.csv even if somebody changed them", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    build.directory = argv[1];
    status = are_settings_fine(&build) ? run(&build) : EXIT_USAGE;
  }
  assessment_free(build.assessment);
  build_result_clear(&build.result);
  standing_clear(&build.standing);
  folder_clear(&build.folder);
  folder_lock_free(build.lock);
  g_free(build.month);
  g_free(build.settings.engine);
  g_free(build.show);
  return status;
}
