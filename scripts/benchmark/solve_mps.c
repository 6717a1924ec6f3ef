/* The solver on a programme of another day: what scripts/bench --mps runs.
 *
 *   solve-mps M1.mps.xz --time 60 --threads 2 --seed 1
 *
 * Its placements are read from M1.csv.xz beside it (--placements FILE). Each better rota
 * or bound is a line, with the CPU seconds of this process and of its children; the last
 * line is the result. Not installed. */
#include "scripts/benchmark/frozen_programme.h"
#include "solver/solver.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

struct watch {
  int64_t best, bound;
  bool quiet;
};

static double cpu_seconds(void)
{
  static const int whose[] = {RUSAGE_SELF, RUSAGE_CHILDREN};
  double seconds = 0;
  for (int k = 0; k < 2; k++) {
    struct rusage usage;
    getrusage(whose[k], &usage);
    seconds += (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  }
  return seconds;
}

static void show(const char *what, double seconds, int64_t best, int64_t bound)
{
  g_autofree char *rota = best == INT64_MAX ? g_strdup("-") : g_strdup_printf("%ld", (long)best);
  g_autofree char *proven =
      bound == INT64_MIN ? g_strdup("-") : g_strdup_printf("%ld", (long)bound);
  g_print("%-9s %7.1f s %7.1f cpu  rota %8s  bound %8s\n", what, seconds, cpu_seconds(), rota,
          proven);
}

static void on_progress(void *context, const struct solver_progress *progress)
{
  struct watch *watch = context;
  if (watch->quiet || (progress->best == watch->best && progress->bound == watch->bound))
    return;
  watch->best = progress->best;
  watch->bound = progress->bound;
  show("", progress->seconds, progress->best, progress->bound);
}

/* "models/M1.mps.xz": "models/M1.csv.xz". */
static char *placements_beside(const char *mps)
{
  const char *at = g_strrstr(mps, ".mps");
  if (!at)
    return g_strconcat(mps, ".csv", NULL);
  g_autofree char *stem = g_strndup(mps, (gsize)(at - mps));
  return g_strconcat(stem, ".csv", at + strlen(".mps"), NULL);
}

static int solve(const struct programme *programme, const struct solver_settings *settings)
{
  static const char *const verdicts[] = {[SOLVER_OPTIMAL] = "proven",
                                         [SOLVER_FEASIBLE] = "rota",
                                         [SOLVER_INFEASIBLE] = "no rota",
                                         [SOLVER_NOTHING] = "nothing"};
  struct solver_result result;
  if (solver_solve(programme, settings, NULL, &result) != STATUS_OK) {
    g_printerr("solve-mps: the solver failed\n");
    return EXIT_FAILURE;
  }
  show(verdicts[result.verdict], result.seconds, result.x ? result.objective : INT64_MAX,
       result.has_bound ? result.bound : INT64_MIN);
  g_print("first rota after %.2f s; %s%s\n", result.first_seconds, result.engines,
          result.bound_claimed ? ", the bound by the latter" : "");
  if (result.engine_fault)
    g_print("%s\n", result.engine_fault);
  solver_result_clear(&result);
  return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
  int seconds = 60, threads = 2, seed = 1, gap = 0;
  gboolean deterministic = FALSE, quiet = FALSE;
  g_autofree char *placements = NULL, *engine = NULL;
  GOptionEntry options[] = {
      {"time", 't', 0, G_OPTION_ARG_INT, &seconds, "seconds at most (60)", "S"},
      {"threads", 'j', 0, G_OPTION_ARG_INT, &threads, "threads (2)", "N"},
      {"seed", 's', 0, G_OPTION_ARG_INT, &seed, "of the search (1)", "N"},
      {"engine", 'e', 0, G_OPTION_ARG_STRING, &engine, "auto, glpk, cbc or highs (auto)", "NAME"},
      {"gap", 0, 0, G_OPTION_ARG_INT, &gap, "stop at so many thousandths (0)", "N"},
      {"deterministic", 0, 0, G_OPTION_ARG_NONE, &deterministic, "count work, not time", NULL},
      {"placements", 'p', 0, G_OPTION_ARG_FILENAME, &placements, "what columns mean", "FILE"},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "the result only", NULL},
      {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};
  g_autoptr(GOptionContext) context = g_option_context_new("PROGRAMME.mps[.xz]");
  g_autoptr(GError) error = NULL;
  g_option_context_add_main_entries(context, options, NULL);
  if (!g_option_context_parse(context, &argc, &argv, &error) || argc != 2 || seconds < 1 ||
      threads < 1) {
    g_printerr("solve-mps: %s\n", error ? error->message : "one programme; see --help");
    return 2;
  }
  if (!placements)
    placements = placements_beside(argv[1]);
  struct programme *programme = frozen_programme_read(argv[1], placements, &error);
  if (!programme) {
    g_printerr("solve-mps: %s\n", error->message);
    return 2;
  }
  g_print("%d columns, %d rows\n", programme->n_columns, programme->n_rows);
  struct watch watch = {INT64_MAX, INT64_MIN, quiet};
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = seconds * 1000;
  settings.threads = threads;
  settings.seed = (uint64_t)seed;
  settings.gap_limit = gap / 1000.0;
  settings.deterministic = deterministic;
  if (engine && !solver_engine_parse(engine, &settings.engine)) {
    g_printerr("solve-mps: no engine '%s'\n", engine);
    return 2;
  }
  settings.report = on_progress;
  settings.report_context = &watch;
  int code = solve(programme, &settings);
  programme_free(programme);
  return code;
}
