#include "planning/advise.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "model/json.h"
#include "planning/absence_pairs.h"
#include "planning/ahead.h"
#include "planning/ideas.h"
#include "reports/advice_report.h"
#include "reports/text.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "advise",
    .arguments = "DIR --month M [OPTION...]",
    .summary = "Says what holds a month back, whose absence it can't bear, and what would help.",
    .examples =
        "  rota advise sussex --month 2027-01\n"
        "  rota advise sussex -m 2027-01 --csv advice.csv --html advice.html\n"
        "  rota advise sussex -m 2027-01 --candidates 0 --pairs\n",
    .details =
        "The month is built as it is, from its rota.json if that still breaks no rule. Then come "
        "the limits that bind, priced by the proven bound, and for each clinician and each week "
        "their absence: the week is mended without them, with no more cover lost than has to be "
        "(docs/advice.md); with --pairs also that of any two in the same week. At last a hire of "
        "each kind of post, and the skills, rooms, sessions and other hires that the prices point "
        "at, are built and ranked by points, cover and the waiting list. How long it may take is "
        "said first. Ctrl-C ends it and reports what there is.\n"
        "Exit status: 0 done; 1 there is no lawful rota, and why is printed; 2 mistakes in the "
        "input; 3 no rota in the time; 4 internal error.",
    .least = 1,
    .most = 1,
};

enum { CANDIDATES_MOST = 1000, CANDIDATES = 12, SECONDS = 20 };

struct advise {
  char *month;
  struct outputs outputs;
  gboolean no_fragility, pairs;
  struct advise_settings settings;
  const char *directory;
  struct comparison *comparison; /* the service as it is alone */
};

static bool are_settings_fine(const struct advise *advise)
{
  if (advise->pairs && advise->no_fragility) {
    console_error("advise: --pairs tries absences, and --no-fragility tries none");
    return false;
  }
  return options_have_month(usage.name, advise->month) && reading_is_folder(advise->directory) &&
         options_are_fine(usage.name, &advise->settings.each.build) &&
         options_within(usage.name, "candidates", advise->settings.candidates, 0,
                        CANDIDATES_MOST) &&
         outputs_are_free(usage.name, &advise->outputs);
}

/* "at most 40 s", or that work is counted instead. */
static void append_limit(GString *line, const struct advise *advise, int seconds)
{
  if (advise->settings.each.build.deterministic)
    g_string_append(line, "as much work as it takes");
  else
    g_string_append_printf(line, "at most %d s", seconds);
}

static void append_candidates(GString *line, const struct advise *advise)
{
  const struct build_settings *build = &advise->settings.each.build;
  int count = advise->settings.candidates + ideas_posts(advise->comparison->variants[0]->problem);
  int rounds = (count + build->threads - 1) / build->threads;
  int each =
      build->seconds + ahead_seconds(advise->comparison->variants[0], &advise->settings.each);
  g_string_append(line, "; ");
  text_count(line, count, "candidate", "candidates");
  g_string_append(line, ": ");
  append_limit(line, advise, each);
  g_string_append(line, " each");
  if (!build->deterministic)
    g_string_append_printf(line, ", %d s together", rounds * each);
}

static void say_time(const struct advise *advise)
{
  const struct build_settings *build = &advise->settings.each.build;
  int people = advise->comparison->variants[0]->service->n_clinicians;
  g_autoptr(GString) line = g_string_new("the month as it is: ");
  append_limit(line, advise,
               COMPARISON_BASELINE_TIMES *
                   (build->seconds +
                    ahead_seconds(advise->comparison->variants[0], &advise->settings.each)));
  g_string_append_printf(line, " on %d core%s", build->threads, build->threads == 1 ? "" : "s");
  if (advise->settings.absences) {
    g_string_append(line, "; ");
    text_count(line, people, "absence", "absences");
    g_string_append(line, ": about a second for each week, ");
    append_limit(line, advise, ABSENCE_SECONDS);
  }
  if (advise->settings.pairs) {
    g_string_append(line, "; ");
    text_count(line, people * (people - 1) / 2, "pair", "pairs");
    g_string_append_printf(line, ": at most %d weeks mended", ABSENCE_PAIRS_MOST);
  }
  if (advise->settings.candidates > 0)
    append_candidates(line, advise);
  console_hint("%s", line->str);
}

/* The advice, all of it or as far as it came; for advice_free. */
static struct advice *think(struct advise *advise)
{
  bool quiet = advise->outputs.quiet, watched = progress_is_watched(quiet);
  const struct advise_watch watch = {
      .built = watched ? progress_done : NULL,
      .parts = {watched ? progress_parts : NULL, NULL},
      .candidates = {watched ? progress_queue : NULL, NULL},
  };
  struct variant_settings *each = &advise->settings.each;
  if (!quiet)
    say_time(advise);
  each->horizon_weeks = comparison_horizon_weeks(advise->comparison);
  each->build.stop = progress_stop_flag();
  each->build.report = watched ? progress_baseline : NULL;
  struct advice *advice = advise_month(advise->comparison, &advise->settings, &watch);
  if (watched)
    progress_clear();
  if (progress_stopped() && !quiet)
    console_hint("stopped; this is what there was until then");
  return advice;
}

static int report(const struct advise *advise, const struct advice *advice)
{
  const struct outputs *outputs = &advise->outputs;
  g_autofree char *csv = outputs->csv ? advice_csv(advice) : NULL;
  g_autofree char *html = outputs->html ? advice_html(advice) : NULL;
  g_autofree char *text = !outputs_has_report(outputs) ? NULL
                          : outputs->json              ? json_text(advice_json(advice))
                                          : advice_table(advice, console_has_colour(stdout));
  return outputs_write(outputs, csv, html, text);
}

static int run(struct advise *advise)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  struct diagnostics *diagnostics = reading_diagnostics();
  enum status read =
      comparison_read(advise->directory, advise->month, none, diagnostics, &advise->comparison);
  int status = reading_end(diagnostics, read, advise->directory);
  if (status != EXIT_DONE)
    return status;
  struct advice *advice = think(advise);
  status = report(advise, advice);
  int outcome = command_outcome(advice->baseline);
  status = MAX(status, outcome);
  advice_free(advice);
  return status;
}

int command_advise(int argc, char **argv)
{
  struct advise advise = {.settings = {variant_default_settings(), true, false, CANDIDATES}};
  struct build_settings *build = &advise.settings.each.build;
  build->seconds = SECONDS;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &advise.month,
       "the month, such as 2027-01, or the first day of weeks", "M"},
      OPTION_TIME(
          build, "at most so many seconds for a candidate (20); twice that for the month as it is"),
      {"candidates", 'n', 0, G_OPTION_ARG_INT, &advise.settings.candidates,
       "build so many skills, rooms, sessions and hires that might help, besides a hire of each "
       "kind of post (12; 0: none at all)",
       "N"},
      OPTION_THREADS(build, 'j', "so many at a time (all cores)"),
      {"no-fragility", 0, 0, G_OPTION_ARG_NONE, &advise.no_fragility, "try nobody's absence", NULL},
      {"pairs", 0, 0, G_OPTION_ARG_NONE, &advise.pairs, "try any two away in the same week", NULL},
      OPTION_SEED(build, "another seed: another search (1)"),
      OPTION_ENGINE(build),
      OPTION_DETERMINISTIC(build, "count work, not time: the same figures on any machine"),
      {"json", 0, 0, G_OPTION_ARG_NONE, &advise.outputs.json, "print JSON instead of the report",
       NULL},
      {"csv", 0, 0, G_OPTION_ARG_FILENAME, &advise.outputs.csv,
       "write every figure as CSV ('-': print it)", "FILE"},
      {"html", 0, 0, G_OPTION_ARG_FILENAME, &advise.outputs.html, "write a page ('-': print it)",
       "FILE"},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &advise.outputs.quiet,
       "print nothing but mistakes and --json", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &advise.outputs.force,
       "replace files that are there already", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    advise.directory = argv[1];
    advise.settings.absences = !advise.no_fragility;
    advise.settings.pairs = advise.pairs && !advise.no_fragility;
    status = are_settings_fine(&advise) ? run(&advise) : EXIT_USAGE;
  }
  comparison_free(advise.comparison);
  outputs_clear(&advise.outputs);
  g_free(advise.month);
  g_free(build->engine);
  return status;
}
