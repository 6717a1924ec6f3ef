#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "commands/whatif_manifest.h"
#include "planning/ahead.h"
#include "planning/batch_manifest.h"
#include "planning/scenario_paths.h"
#include "reports/text.h"

static const struct command_usage usage = {
    .name = "whatif",
    .arguments =
        "DIR --month M SCENARIO... [OPTION...]\n"
        "  rota whatif --manifest FILE (--task K | --collect [DIR] [--month M])",
    .summary = "Builds a month as it is and as each scenario changes it, and compares them.",
    .examples =
        "  rota whatif sussex --month 2027-01 scenarios/two-more.yaml\n"
        "  rota whatif sussex -m 2027-01 scenarios/       all *.yaml in a folder\n"
        "  rota whatif sussex -m 2027-01 scenarios/ --time 60 --html whatif.html\n"
        "  rota whatif sussex -m 2027-01 scenarios/ --csv whatif.csv\n"
        "  rota whatif sussex -m 2027-01 scenarios/ --manifest builds.jsonl\n"
        "  rota whatif --manifest builds.jsonl --task 3\n"
        "  rota whatif --manifest builds.jsonl --collect\n",
    .details =
        "A scenario is a YAML file of changes (docs/what-if.md); the service's own files stay as "
        "they are. The month as it is comes first, on all cores, from its rota.json if that still "
        "breaks no rule; the scenarios follow side by side, one core each, from that rota. Nothing "
        "is built while any scenario has a mistake. Ctrl-C ends the builds and reports what there "
        "is.\n"
        "A manifest's builds leave their outcomes in the folder FILE.outcomes, and are run in any "
        "order, anywhere, any number of times; the month as it is, task 1, should come first, "
        "because the scenarios go on from its rota. --collect reports what is done and names what "
        "is not.\n"
        "Exit status: 0 all have a rota; 1 for some there is no lawful rota, and why is printed; 2 "
        "mistakes in the input; 3 some got no rota in the time; 4 internal error.",
    .least = 0,
    .most = 1 << 16,
};

struct whatif {
  char *month, *manifest, *tasks;
  gboolean collect;
  struct outputs outputs;
  struct variant_settings settings;
  const char *directory;
  struct comparison *comparison;
};

static bool are_settings_fine(const struct whatif *whatif)
{
  return options_have_month(usage.name, whatif->month) && reading_is_folder(whatif->directory) &&
         options_are_fine(usage.name, &whatif->settings.build) &&
         outputs_are_free(usage.name, &whatif->outputs) &&
         (!whatif->manifest || output_is_free(whatif->manifest, whatif->outputs.force));
}

/* Of all variants. */
static int longest_ahead(const struct whatif *whatif)
{
  int out = 0;
  for (int i = 0; i < whatif->comparison->count; i++) {
    int seconds = ahead_seconds(whatif->comparison->variants[i], &whatif->settings);
    out = MAX(out, seconds);
  }
  return out;
}

/* Is there an event that may have to be built for once more? */
static bool has_events(const struct whatif *whatif)
{
  for (int i = 0; i < whatif->comparison->count; i++) {
    const struct variant *variant = whatif->comparison->variants[i];
    bool found = variant->month->n_events > 0;
    for (guint w = 0; w < variant->weeks->len && !found; w++)
      found = g_array_index(variant->weeks, struct variant_weeks, w).month->n_events > 0;
    if (found)
      return true;
  }
  return false;
}

/* "3 builds, at most about 2 minutes on 2 cores" */
static void say_time(const struct whatif *whatif)
{
  const struct build_settings *build = &whatif->settings.build;
  int scenarios = whatif->comparison->count - 1;
  int rounds = (scenarios + build->threads - 1) / build->threads;
  int each = build->seconds + longest_ahead(whatif);
  /* The last two are of a better rota for the month as it is, should a scenario have found one. */
  int seconds = (COMPARISON_BASELINE_TIMES + rounds + 1) * each + rounds * each / 2;
  if (whatif->outputs.quiet)
    return;
  g_autoptr(GString) line = g_string_new(NULL);
  text_count(line, 1 + scenarios, "build", "builds");
  if (build->deterministic)
    g_string_append(line, ", as much work as it takes (--deterministic)");
  else if (seconds < 90)
    g_string_append_printf(line, ", at most %d seconds", seconds);
  else
    g_string_append_printf(line, ", at most about %d minutes", (seconds + 30) / 60);
  g_string_append_printf(line, " on %d core%s", build->threads, build->threads == 1 ? "" : "s");
  if (!build->deterministic && has_events(whatif))
    g_string_append(line, ", longer if an event is left unstaffed");
  console_hint("%s", line->str);
}

static void build_all(struct whatif *whatif)
{
  bool watched = progress_is_watched(whatif->outputs.quiet);
  const struct variant_queue_watch watch = {watched ? progress_queue : NULL, NULL};
  struct variant_settings settings = whatif->settings;
  struct variant_result built;
  say_time(whatif);
  settings.build.stop = progress_stop_flag();
  settings.build.report = watched ? progress_baseline : NULL;
  comparison_build_baseline(whatif->comparison, &settings, &built);
  if (watched)
    progress_done(whatif->comparison->outcomes[0]);
  comparison_build_scenarios(whatif->comparison, &settings, &built, watch);
  if (progress_stopped() && !whatif->outputs.quiet)
    console_hint("stopped; this is what there was until then");
  variant_result_clear(&built);
}

/* The gravest of all. */
static int report_all(const struct whatif *whatif)
{
  const struct comparison *comparison = whatif->comparison;
  const struct outcome *const *outcomes = (const struct outcome *const *)comparison->outcomes;
  const struct whatif_report all = {outcomes[0], outcomes + 1, comparison->count - 1};
  int out = outputs_write_comparison(&whatif->outputs, &all);
  for (int i = 0; i < comparison->count; i++) {
    int status = command_outcome(outcomes[i]);
    out = MAX(out, status);
  }
  return out;
}

static void say_counted(const struct whatif *whatif)
{
  const struct waiting_list *list = whatif->comparison->variants[0]->service->waiting_list;
  char day[DATE_LONG_SIZE];
  if (list && list->counted_on != DATE_NONE && !whatif->outputs.quiet)
    console_hint("the waiting list is that of %s, by waiting.csv",
                 date_format_long(list->counted_on, day));
}

static int run(struct whatif *whatif, char **words, int count)
{
  g_autofree char *message = NULL;
  g_autoptr(GPtrArray) paths = scenario_paths(words, count, &message);
  if (!paths) {
    console_error("%s", message);
    return EXIT_USAGE;
  }
  struct diagnostics *diagnostics = reading_diagnostics();
  enum status read =
      comparison_read(whatif->directory, whatif->month, paths, diagnostics, &whatif->comparison);
  int status = reading_end(diagnostics, read, whatif->directory);
  if (status != EXIT_DONE)
    return status;
  whatif->settings.horizon_weeks = comparison_horizon_weeks(whatif->comparison);
  if (whatif->manifest) {
    g_autofree char *text = batch_manifest_text(whatif->comparison, &whatif->settings);
    return output_write(whatif->manifest, text);
  }
  say_counted(whatif);
  build_all(whatif);
  return report_all(whatif);
}

static int run_manifest(const struct whatif *whatif, int count)
{
  const struct whatif_manifest request = {
      .path = whatif->manifest,
      .tasks = whatif->tasks,
      .directory = whatif->directory,
      .month = whatif->month,
      .threads = whatif->settings.build.threads,
      .outputs = &whatif->outputs,
  };
  if (!whatif->manifest)
    console_error("whatif: --task and --collect are of a manifest; add --manifest FILE");
  else if (whatif->tasks && whatif->collect)
    console_error("whatif: one of --task and --collect is wanted");
  else if (count > (whatif->collect ? 1 : 0))
    console_error("whatif: a manifest names its scenarios itself");
  else if (options_are_fine(usage.name, &whatif->settings.build) &&
           outputs_are_free(usage.name, &whatif->outputs))
    return whatif_manifest(&request);
  return EXIT_USAGE;
}

int command_whatif(int argc, char **argv)
{
  struct whatif whatif = {.settings = variant_default_settings()};
  whatif.settings.searches = VARIANT_SEARCHES;
  struct build_settings *build = &whatif.settings.build;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &whatif.month,
       "the month, such as 2027-01, or the first day of weeks", "M"},
      OPTION_TIME(build,
                  "at most so many seconds for a scenario (20); twice that for the month as it is"),
      OPTION_GAP(build, "stop a build when proven within so many percent of the best (0)"),
      OPTION_THREADS(build, 0, "cores to use (all)"),
      OPTION_SEED(build, "another seed: another search, other chance in the waiting list (1)"),
      OPTION_ENGINE(build),
      OPTION_DETERMINISTIC(build, "count work, not time: the same figures on any machine"),
      {"manifest", 0, 0, G_OPTION_ARG_FILENAME, &whatif.manifest,
       "write the builds, a line each, for a cluster to run", "FILE"},
      {"task", 0, 0, G_OPTION_ARG_FILENAME, &whatif.tasks,
       "run build K of the manifest, or several: 2,5-7", "K"},
      {"collect", 0, 0, G_OPTION_ARG_NONE, &whatif.collect,
       "report what is done of the manifest, and name what is not", NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &whatif.outputs.json, "print JSON instead of the table",
       NULL},
      {"csv", 0, 0, G_OPTION_ARG_FILENAME, &whatif.outputs.csv,
       "write every figure as CSV ('-': print it)", "FILE"},
      {"html", 0, 0, G_OPTION_ARG_FILENAME, &whatif.outputs.html,
       "write a page with the waiting lists drawn ('-': print it)", "FILE"},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &whatif.outputs.quiet,
       "print nothing but mistakes and --json", NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &whatif.outputs.force,
       "replace files that are there already", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    whatif.directory = argv[1];
    status = EXIT_USAGE;
    if (whatif.tasks || whatif.collect)
      status = run_manifest(&whatif, argc - 1);
    else if (argc < 3)
      console_error("whatif: %s",
                    argc < 2 ? "a service's folder is missing" : "a scenario is missing");
    else if (are_settings_fine(&whatif))
      status = run(&whatif, argv + 2, argc - 2);
  }
  comparison_free(whatif.comparison);
  outputs_clear(&whatif.outputs);
  g_free(whatif.month);
  g_free(build->engine);
  g_free(whatif.manifest);
  g_free(whatif.tasks);
  return status;
}
