#include "commands/build_files.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
#include "commands/progress.h"
#include "inputs/rota_writer.h"
#include "model/formulation.h"
#include "model/json.h"
#include "planning/assess.h"
#include "planning/conflict.h"
#include "reports/terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
        "Exit status: 0 there is a rota; 1 there is no lawful rota, and why is printed; 2 "
        "mistakes in the input; 3 no rota was found in the time; 4 internal error.",
    .least = 1,
    .most = 1,
};

enum { SECONDS_MOST = 7 * 24 * 3600, THREADS_MOST = 256 };

struct build {
  const char *directory;
  char *month, *show;
  int seconds, threads;
  gint64 seed;
  double gap_percent;
  gboolean deterministic, json, quiet, force;
  /* what comes of it */
  struct load load;
  struct programme *programme;
  struct solver_result result;
  struct rota *rota;
  struct audit *audit;
  struct assessment *assessment;
  struct provenance run;
};

static bool within(const char *option, double value, double least, double most)
{
  if (value >= least && value <= most)
    return true;
  console_error("build: --%s is %g; it should be %g to %g", option, value, least, most);
  return false;
}

static bool are_settings_fine(const struct build *build)
{
  enum terminal_show show;
  if (!build->month) {
    console_error("build: which month? add --month, such as --month 2027-01");
    return false;
  }
  if (build->show && !terminal_show_parse(build->show, &show)) {
    console_error("build: unknown choice '%s' for --show; there are people, sites and none",
                  build->show);
    return false;
  }
  return load_month_id(usage.name, build->month) && load_is_folder(build->directory) &&
         within("time", build->seconds, 1, SECONDS_MOST) &&
         within("threads", build->threads, 1, THREADS_MOST) &&
         within("gap", build->gap_percent, 0, 100) &&
         within("seed", (double)build->seed, 0, (double)G_MAXINT64);
}

/* The answer, whatever it is, in build.result; false: the solver failed. */
static bool solve(struct build *build)
{
  bool watched = !build->quiet && isatty(STDERR_FILENO);
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = build->seconds * 1000;
  settings.gap_limit = build->gap_percent / 100;
  settings.threads = build->threads;
  settings.seed = (uint64_t)build->seed;
  settings.deterministic = build->deterministic;
  settings.stop = progress_stop_flag();
  settings.report = watched ? progress_show : NULL;
  build->programme = formulation_build(build->load.problem);
  enum status status = solver_solve(build->programme, &settings, NULL, &build->result);
  build->run.interrupted = progress_stopped();
  if (watched)
    progress_clear();
  return status == STATUS_OK;
}

static void fill_run(struct build *build, const GArray *inputs)
{
  const struct solver_result *result = &build->result;
  build->run.version = ROTA_VERSION;
  build->run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  build->run.n_inputs = (int)inputs->len;
  build->run.has_bound = result->has_bound;
  build->run.bound = result->bound;
  build->run.deterministic = build->deterministic;
  build->run.seconds = result->seconds;
  build->run.first_seconds = result->first_seconds;
  build->run.time_limit_seconds = build->seconds;
  build->run.threads = build->threads;
  build->run.seed = build->seed;
}

static void print_report(const struct build *build)
{
  if (build->json) {
    g_autofree char *text = json_text(rota_json_document(build->assessment));
    fputs(text, stdout);
    return;
  }
  struct terminal_options options = {
      .show = TERMINAL_SHOW_BY_SIZE,
      .colour = console_has_colour(stdout),
  };
  if (build->show)
    terminal_show_parse(build->show, &options.show);
  assess_reasons(build->assessment);
  g_autofree char *text = terminal_report(build->assessment, &options);
  fputs(text, stdout);
  printf("\nwritten: %s/%s/rota.json and rota.csv\n", build->directory, build->month);
}

/* A bug of ours: say which rules the rows and the checks disagree on. What rules
 * cost on placements themselves can't be told apart, and is not looked at. */
static void report_disagreement(const struct build *build)
{
  const struct service *service = build->load.service;
  g_autofree int64_t *costs = g_new0(int64_t, (gsize)service->n_uses + 1);
  console_error("the solver's objective is %" G_GINT64_FORMAT
                ", but the rules count %" G_GINT64_FORMAT "; nothing was written",
                build->result.objective, build->audit->cost);
  for (int j = 0; j < build->programme->n_columns; j++) {
    const struct column *column = &build->programme->columns[j];
    if (!column->placement && column->label.use != NONE)
      costs[column->label.use] += column->cost * build->result.x[j];
  }
  for (int u = 0; u < service->n_uses; u++)
    if (costs[u] && costs[u] != build->audit->uses[u].cost)
      console_hint("  %s: %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT, service->uses[u].name,
                   costs[u], build->audit->uses[u].cost);
}

/* The rota is there: check it without the rows, write it, tell of it. */
static int deliver(struct build *build, const char *folder)
{
  build->rota = formulation_rota(build->load.problem, build->result.x);
  build->audit = audit_new(build->load.problem, build->rota);
  if (build->audit->cost != build->result.objective) {
    report_disagreement(build);
    return EXIT_INTERNAL;
  }
  g_autoptr(GArray) inputs = load_inputs(&build->load);
  fill_run(build, inputs);
  build->assessment = assess(build->audit, &build->run);
  if (!build_files_free(folder, build->force) || !build_files_write(folder, build->assessment))
    return EXIT_USAGE;
  if (!build->quiet)
    print_report(build);
  return build->audit->broken ? EXIT_BROKEN : EXIT_DONE;
}

static int answer(struct build *build, const char *folder)
{
  const struct solver_result *result = &build->result;
  if (result->verdict == SOLVER_INFEASIBLE) {
    g_autofree char *text = conflict_text(build->load.problem, build->programme, result->conflict,
                                          result->n_conflict, result->conflict_irreducible);
    fputs(text, stdout);
    return EXIT_BROKEN;
  }
  if (result->verdict == SOLVER_NOTHING) {
    console_error("no rota was found in %.0f s; give it more with --time", result->seconds);
    return EXIT_LIMIT;
  }
  return deliver(build, folder);
}

static int run(struct build *build)
{
  int status = load_folder(&build->load, build->directory, build->month);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *folder = g_build_filename(build->directory, build->month, NULL);
  if (!build_files_free(folder, build->force))
    return EXIT_USAGE;
  if (!solve(build)) {
    console_error("the solver failed; nothing was written");
    return EXIT_INTERNAL;
  }
  return answer(build, folder);
}

int command_build(int argc, char **argv)
{
  struct build build = {
      .seconds = 60,
      .threads = solver_default_settings().threads,
      .seed = 1,
  };
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &build.month, "the month, such as 2027-01", "M"},
      {"time", 't', 0, G_OPTION_ARG_INT, &build.seconds, "stop after so many seconds (60)", "S"},
      {"gap", 0, 0, G_OPTION_ARG_DOUBLE, &build.gap_percent,
       "stop when proven within so many percent of the best (0)", "P"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &build.threads, "cores to use (all)", "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &build.seed, "another seed, another path (1)", "N"},
      {"deterministic", 0, 0, G_OPTION_ARG_NONE, &build.deterministic,
       "count work, not time: the same rota on any machine", NULL},
      {"show", 0, 0, G_OPTION_ARG_FILENAME, &build.show,
       "print the rota by people, by sites, or none", "WHAT"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &build.json, "print rota.json instead of the report", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &build.quiet, "print nothing but mistakes", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &build.force,
       "replace rota.json and rota.csv even if somebody changed them", NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    build.directory = argv[1];
    status = are_settings_fine(&build) ? run(&build) : EXIT_USAGE;
  }
  assessment_free(build.assessment);
  audit_free(build.audit);
  rota_free(build.rota);
  solver_result_clear(&build.result);
  programme_free(build.programme);
  load_clear(&build.load);
  g_free(build.month);
  g_free(build.show);
  return status;
}
