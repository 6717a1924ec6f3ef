#include "commands/advise_absences.h"
#include "commands/advise_candidates.h"
#include "commands/advise_limits.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/whatif_cases.h"
#include "commands/whatif_progress.h"
#include "commands/whatif_run.h"
#include "model/formulation.h"
#include "model/json.h"
#include "planning/limits.h"
#include "planning/worth.h"
#include "reports/advice_report.h"
#include "reports/text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct command_usage usage = {
    .name = "advise",
    .arguments = "DIR --month M [OPTION...]",
    .summary = "Says what holds a month back, whose absence it can't bear, and what would help.",
    .examples =
        "  rota advise sussex --month 2027-01\n"
        "  rota advise sussex -m 2027-01 --csv advice.csv --html advice.html\n"
        "  rota advise sussex -m 2027-01 --candidates 0 --json\n",
    .details =
        "The month is built as it is, from its rota.json if that still breaks no rule. Then come "
        "the limits that bind, priced by the proven bound, and for each clinician a week's "
        "absence: the week in which most cover hangs on them is solved again without them "
        "(docs/advice.md). At last the hires, skills, rooms and sessions that the prices point "
        "at are built and ranked by what they save. How long it may take is said first. Ctrl-C "
        "ends it and reports what "
        "there is.\n"
        "Exit status: 0 done; 1 there is no lawful rota, and why is printed; 2 mistakes in the "
        "input; 3 no rota in the time; 4 internal error.",
    .least = 1,
    .most = 1,
};

enum {
  SECONDS_MOST = 7 * 24 * 3600,
  THREADS_MOST = 256,
  CANDIDATES_MOST = 1000,
  CANDIDATES = 12,
  SECONDS = 20,
};

struct advise {
  char *month, *csv, *html;
  gboolean json, quiet, force, no_fragility;
  gint candidates; /* at most; 0: none */
  struct whatif_settings settings;
  gboolean deterministic; /* as GLib reads it */
  gint64 seed;
  const char *directory;
  struct whatif_cases *cases; /* the service as it is alone */
  struct start *start;        /* its rota */
  double *prices;
  struct advice *advice;
};

static bool within(const char *option, double value, double least, double most)
{
  if (value >= least && value <= most)
    return true;
  console_error("advise: --%s is %g; it should be %g to %g", option, value, least, most);
  return false;
}

/* Are files free, and is there one thing at most for standard output? */
static bool has_outputs(const struct advise *advise)
{
  int to_output = (advise->csv && strcmp(advise->csv, "-") == 0) +
                  (advise->html && strcmp(advise->html, "-") == 0) + (advise->json ? 1 : 0);
  if (to_output > 1)
    console_error("advise: only one of --json, --csv - and --html - can go to standard output");
  return to_output <= 1 && (!advise->csv || output_is_free(advise->csv, advise->force)) &&
         (!advise->html || output_is_free(advise->html, advise->force));
}

static bool are_settings_fine(struct advise *advise)
{
  struct whatif_settings *settings = &advise->settings;
  if (!advise->month) {
    console_error("advise: which month? add --month, such as --month 2027-01");
    return false;
  }
  settings->deterministic = advise->deterministic;
  settings->seed = advise->seed;
  return load_month_id(usage.name, advise->month) && load_is_folder(advise->directory) &&
         within("time", settings->seconds, 1, SECONDS_MOST) &&
         within("candidates", advise->candidates, 0, CANDIDATES_MOST) &&
         within("threads", settings->threads, 1, THREADS_MOST) &&
         within("seed", (double)settings->seed, 0, (double)G_MAXINT64) && has_outputs(advise);
}

static bool is_watched(const struct advise *advise)
{
  return !advise->quiet && isatty(STDERR_FILENO);
}

/* --- stages ----------------------------------------------------------------- */

/* "at most 40 s", or that work is counted instead. */
static void append_limit(GString *line, const struct advise *advise, int seconds)
{
  if (advise->deterministic)
    g_string_append(line, "as much work as it takes");
  else
    g_string_append_printf(line, "at most %d s", seconds);
}

static void say_time(const struct advise *advise)
{
  int people = advise->cases->items[0]->service->n_clinicians;
  int threads = advise->settings.threads, seconds = advise->settings.seconds;
  if (advise->quiet)
    return;
  g_autoptr(GString) line = g_string_new("the month as it is: ");
  append_limit(line, advise, seconds * WHATIF_BASELINE_TIMES);
  g_string_append_printf(line, " on %d core%s", threads, threads == 1 ? "" : "s");
  if (!advise->no_fragility) {
    g_string_append(line, "; ");
    text_count(line, people, "absence", "absences");
    g_string_append(line, ": about a second each, ");
    append_limit(line, advise, ABSENCE_SECONDS);
  }
  if (advise->candidates > 0) {
    int rounds = (advise->candidates + threads - 1) / threads;
    g_string_append(line, "; ");
    text_count(line, advise->candidates, "candidate", "candidates");
    g_string_append(line, ": ");
    append_limit(line, advise, seconds);
    g_string_append(line, " each");
    if (!advise->deterministic)
      g_string_append_printf(line, ", %d s together", rounds * seconds);
  }
  console_hint("%s", line->str);
}

static void build_baseline(struct advise *advise)
{
  const struct whatif_case *c = advise->cases->items[0];
  struct whatif_settings settings = advise->settings;
  struct start *start = whatif_cases_written_rota(c, advise->directory);
  settings.seconds *= WHATIF_BASELINE_TIMES;
  settings.report = is_watched(advise) ? whatif_progress_baseline : NULL;
  advise->advice->baseline =
      whatif_run_priced(c, &settings, start, NULL, &advise->start, &advise->prices);
  if (is_watched(advise))
    whatif_progress_done(advise->advice->baseline);
  start_free(start);
}

static void show_done(int done, int count)
{
  fprintf(stderr, "\r  %d of %d\033[K", done, count);
  fflush(stderr);
}

/* Prices, and, where the rota is proven to be the best, what is behind them. */
static void price_limits(struct advise *advise, const struct rota *rota)
{
  const struct problem *problem = advise->cases->items[0]->problem;
  const int64_t *values = advise->advice->baseline->values;
  GPtrArray *limits = advise->advice->limits;
  if (!advise->prices)
    return;
  struct programme *programme = formulation_build(problem);
  advise->advice->priced = true;
  limits_add(problem, programme, advise->prices, rota, limits);
  if (values[MEASURE_BOUND] == values[MEASURE_COST])
    limits_try(problem, programme, rota, values[MEASURE_COST], &advise->settings, limits,
               is_watched(advise) ? show_done : NULL);
  programme_free(programme);
}

static void try_absences(struct advise *advise, const struct rota *rota)
{
  const struct problem *problem = advise->cases->items[0]->problem;
  struct audit *audit = audit_new(problem, rota);
  const struct absence_ground ground = {problem, rota, audit, &advise->settings};
  advise->advice->has_absences = true;
  absences_add(&ground, advise->advice->absences, advise->advice->roles,
               is_watched(advise) ? show_done : NULL);
  audit_free(audit);
}

static void build_candidates(struct advise *advise)
{
  const struct problem *problem = advise->cases->items[0]->problem;
  struct programme *programme = formulation_build(problem);
  struct worth *worth = worth_new(problem, programme, advise->prices);
  g_autoptr(GPtrArray) ideas = ideas_new(worth, advise->candidates);
  advise->advice->has_candidates = true;
  candidates_add(advise->cases->source, advise->month, ideas, &advise->settings, advise->start,
                 advise->advice->baseline, advise->advice->candidates,
                 is_watched(advise) ? whatif_progress_show : NULL);
  worth_free(worth);
  programme_free(programme);
}

/* All that there is to say of a month that has a rota. */
static void look_closer(struct advise *advise)
{
  int missed;
  struct rota *rota = start_match(advise->start, advise->cases->items[0]->problem, &missed);
  price_limits(advise, rota);
  if (!advise->no_fragility)
    try_absences(advise, rota);
  if (advise->prices && advise->candidates > 0)
    build_candidates(advise);
  if (is_watched(advise))
    progress_clear();
  rota_free(rota);
}

static void think(struct advise *advise)
{
  struct advice *advice = advise->advice = advice_new();
  advice->service = g_strdup(advise->cases->items[0]->service->name);
  advice->month = g_strdup(advise->month);
  advise->settings.horizon_weeks = whatif_cases_horizon(advise->cases);
  advise->settings.stop = progress_stop_flag();
  say_time(advise);
  build_baseline(advise);
  if (advice->baseline->status == OUTCOME_BUILT)
    look_closer(advise);
  if (progress_stopped() && !advise->quiet)
    console_hint("stopped; this is what there was until then");
}

static bool report(const struct advise *advise)
{
  bool out = true, told = advise->quiet;
  if (advise->csv) {
    g_autofree char *text = advice_csv(advise->advice);
    out &= output_write(advise->csv, text);
    told |= strcmp(advise->csv, "-") == 0;
  }
  if (advise->html) {
    g_autofree char *text = advice_html(advise->advice);
    out &= output_write(advise->html, text);
    told |= strcmp(advise->html, "-") == 0;
  }
  if (told)
    return out;
  g_autofree char *text = advise->json ? json_text(advice_json(advise->advice))
                                       : advice_table(advise->advice, console_has_colour(stdout));
  fputs(text, stdout);
  return out;
}

static int run(struct advise *advise)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  int status = whatif_cases_read(advise->directory, advise->month, none, &advise->cases);
  if (status != EXIT_DONE)
    return status;
  think(advise);
  return report(advise) ? whatif_exit_status(advise->advice->baseline) : EXIT_USAGE;
}

static void clear(struct advise *advise)
{
  advice_free(advise->advice);
  start_free(advise->start);
  g_free(advise->prices);
  whatif_cases_free(advise->cases);
  g_free(advise->month);
  g_free(advise->csv);
  g_free(advise->html);
}

int command_advise(int argc, char **argv)
{
  struct advise advise = {
      .settings = whatif_default_settings(), .seed = 1, .candidates = CANDIDATES};
  advise.settings.seconds = SECONDS;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &advise.month, "the month, such as 2027-01", "M"},
      {"time", 't', 0, G_OPTION_ARG_INT, &advise.settings.seconds,
       "at most so many seconds for a candidate (20); twice that for the month as it is", "S"},
      {"candidates", 'n', 0, G_OPTION_ARG_INT, &advise.candidates,
       "build so many hires, skills, rooms and sessions that might help (12; 0: none)", "N"},
      {"threads", 'j', 0, G_OPTION_ARG_INT, &advise.settings.threads,
       "so many at a time (all cores)", "N"},
      {"no-fragility", 0, 0, G_OPTION_ARG_NONE, &advise.no_fragility, "try nobody's absence", NULL},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &advise.seed, "another seed: another search (1)", "N"},
      {"deterministic", 0, 0, G_OPTION_ARG_NONE, &advise.deterministic,
       "count work, not time: the same figures on any machine", NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &advise.json, "print JSON instead of the report", NULL},
      {"csv", 0, 0, G_OPTION_ARG_FILENAME, &advise.csv, "write every figure as CSV ('-': print it)",
       "FILE"},
      {"html", 0, 0, G_OPTION_ARG_FILENAME, &advise.html, "write a page ('-': print it)", "FILE"},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &advise.quiet, "print nothing but mistakes", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &advise.force, "replace files that are there already",
       NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    advise.directory = argv[1];
    status = are_settings_fine(&advise) ? run(&advise) : EXIT_USAGE;
  }
  clear(&advise);
  return status;
}
