#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/whatif_cases.h"
#include "commands/whatif_collect.h"
#include "commands/whatif_crew.h"
#include "commands/whatif_manifest.h"
#include "commands/whatif_outputs.h"
#include "commands/whatif_paths.h"
#include "commands/whatif_progress.h"
#include "commands/whatif_task.h"
#include "reports/whatif_report.h"

#include <unistd.h>

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

enum { SECONDS_MOST = 7 * 24 * 3600, THREADS_MOST = 256 };

struct whatif {
  char *month, *manifest, *tasks;
  struct whatif_outputs outputs;
  gboolean collect;
  struct whatif_settings settings;
  gboolean deterministic; /* as GLib reads it */
  gint64 seed;
  const char *directory;
  struct whatif_cases *cases;
  struct outcome **outcomes; /* [cases]; the baseline first */
};

static bool within(const char *option, double value, double least, double most)
{
  if (value >= least && value <= most)
    return true;
  console_error("whatif: --%s is %g; it should be %g to %g", option, value, least, most);
  return false;
}

static bool are_settings_fine(struct whatif *whatif)
{
  struct whatif_settings *settings = &whatif->settings;
  if (!whatif->month) {
    console_error("whatif: which month? add --month, such as --month 2027-01");
    return false;
  }
  settings->deterministic = whatif->deterministic;
  settings->seed = whatif->seed;
  return load_month_id(usage.name, whatif->month) && load_is_folder(whatif->directory) &&
         within("time", settings->seconds, 1, SECONDS_MOST) &&
         within("threads", settings->threads, 1, THREADS_MOST) &&
         within("gap", settings->gap_percent, 0, 100) &&
         within("seed", (double)settings->seed, 0, (double)G_MAXINT64) &&
         whatif_outputs_free(&whatif->outputs) &&
         (!whatif->manifest || output_is_free(whatif->manifest, whatif->outputs.force));
}

/* The service as it is, by all threads; `*rota` becomes what the others start from. */
static void build_baseline(struct whatif *whatif, bool watched, struct start **rota)
{
  const struct whatif_case *c = whatif->cases->items[0];
  struct whatif_settings settings = whatif->settings;
  struct start *start = whatif_cases_written_rota(c, whatif->directory);
  settings.seconds *= WHATIF_BASELINE_TIMES;
  settings.report = watched ? whatif_progress_baseline : NULL;
  whatif->outcomes[0] = whatif_run(c, &settings, start, NULL, rota);
  if (watched)
    whatif_progress_done(whatif->outcomes[0]);
  start_free(start);
}

static void build_scenarios(struct whatif *whatif, bool watched, const struct start *start)
{
  const struct whatif_cases *cases = whatif->cases;
  struct crew *crew = crew_new((const struct whatif_case *const *)cases->items + 1,
                               cases->count - 1, &whatif->settings, start, whatif->outcomes[0]);
  crew_work(crew, watched ? whatif_progress_show : NULL, &whatif->settings);
  for (int i = 1; i < cases->count; i++)
    whatif->outcomes[i] = crew_take(crew, i - 1);
  crew_free(crew);
}

static void build_all(struct whatif *whatif)
{
  bool watched = !whatif->outputs.quiet && isatty(STDERR_FILENO);
  struct start *start = NULL;
  if (!whatif->outputs.quiet) {
    g_autofree char *estimate =
        whatif_progress_estimate(&whatif->settings, whatif->cases->count - 1);
    console_hint("%s", estimate);
  }
  whatif->outcomes = g_new0(struct outcome *, (gsize)whatif->cases->count + 1);
  whatif->settings.horizon_weeks = whatif_cases_horizon(whatif->cases);
  whatif->settings.stop = progress_stop_flag();
  build_baseline(whatif, watched, &start);
  build_scenarios(whatif, watched, start);
  if (progress_stopped() && !whatif->outputs.quiet)
    console_hint("stopped; this is what there was until then");
  start_free(start);
}

static bool report(void *context, const struct whatif_report *all)
{
  const struct whatif *whatif = context;
  return whatif_outputs_write(&whatif->outputs, all);
}

static bool report_all(struct whatif *whatif)
{
  const struct whatif_report all = {whatif->outcomes[0],
                                    (const struct outcome *const *)whatif->outcomes + 1,
                                    whatif->cases->count - 1};
  return report(whatif, &all);
}

/* The gravest of all. */
static int status_of(const struct whatif *whatif)
{
  int out = EXIT_DONE;
  for (int i = 0; i < whatif->cases->count; i++)
    out = MAX(out, whatif_exit_status(whatif->outcomes[i]));
  return out;
}

static int write_manifest(struct whatif *whatif)
{
  whatif->settings.horizon_weeks = whatif_cases_horizon(whatif->cases);
  g_autofree char *text =
      whatif_manifest_text(whatif->directory, whatif->cases->source,
                           (const struct whatif_case *const *)whatif->cases->items,
                           whatif->cases->count, &whatif->settings, WHATIF_BASELINE_TIMES);
  return output_write(whatif->manifest, text) ? EXIT_DONE : EXIT_USAGE;
}

static int run(struct whatif *whatif, char **arguments, int count)
{
  g_autoptr(GPtrArray) paths = whatif_paths(arguments, count);
  if (!paths)
    return EXIT_USAGE;
  int status = whatif_cases_read(whatif->directory, whatif->month, paths, &whatif->cases);
  if (status != EXIT_DONE)
    return status;
  if (whatif->manifest)
    return write_manifest(whatif);
  build_all(whatif);
  return report_all(whatif) ? status_of(whatif) : EXIT_USAGE;
}

/* --- builds of a manifest --------------------------------------------------- */

static int run_tasks(struct whatif *whatif, const struct batch *batch)
{
  g_autoptr(GArray) builds = whatif_task_list(whatif->tasks, batch->manifest);
  if (!builds)
    return EXIT_USAGE;
  const struct whatif_task_settings settings = {
      .threads = whatif->settings.threads,
      .again = whatif->outputs.force,
      .quiet = whatif->outputs.quiet,
      .stop = progress_stop_flag(),
  };
  int status = whatif_task_run(batch, builds, &settings);
  progress_stopped();
  return status;
}

static int collect(struct whatif *whatif, const struct batch *batch)
{
  const struct collect_settings settings = {
      .directory = whatif->directory,
      .month = whatif->month,
      .alone = whatif->outputs.json || whatif->outputs.csv || whatif->outputs.html,
      .quiet = whatif->outputs.quiet,
      .deliver = report,
      .context = whatif,
  };
  return whatif_collect(batch, &settings);
}

static int run_manifest(struct whatif *whatif, int count)
{
  struct batch *batch = NULL;
  if (!whatif->manifest)
    console_error("whatif: --task and --collect are of a manifest; add --manifest FILE");
  else if (whatif->tasks && whatif->collect)
    console_error("whatif: one of --task and --collect is wanted");
  else if (count > (whatif->collect ? 1 : 0))
    console_error("whatif: a manifest names its scenarios itself");
  else if (within("threads", whatif->settings.threads, 1, THREADS_MOST) &&
           whatif_outputs_free(&whatif->outputs)) {
    int status = batch_open(whatif->manifest, &batch);
    if (status == EXIT_DONE)
      status = whatif->tasks ? run_tasks(whatif, batch) : collect(whatif, batch);
    batch_free(batch);
    return status;
  }
  return EXIT_USAGE;
}

static void clear(struct whatif *whatif)
{
  for (int i = 0; whatif->outcomes && i < whatif->cases->count; i++)
    outcome_free(whatif->outcomes[i]);
  g_free(whatif->outcomes);
  whatif_cases_free(whatif->cases);
  g_free(whatif->month);
  g_free(whatif->outputs.csv);
  g_free(whatif->outputs.html);
  g_free(whatif->manifest);
  g_free(whatif->tasks);
}

int command_whatif(int argc, char **argv)
{
  struct whatif whatif = {.settings = whatif_default_settings(), .seed = 1};
  struct whatif_settings *settings = &whatif.settings;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &whatif.month, "the month, such as 2027-01", "M"},
      {"time", 't', 0, G_OPTION_ARG_INT, &settings->seconds,
       "at most so many seconds for a scenario (30); twice that for the month as it is", "S"},
      {"gap", 0, 0, G_OPTION_ARG_DOUBLE, &settings->gap_percent,
       "stop a build when proven within so many percent of the best (0)", "P"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &settings->threads, "cores to use (all)", "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &whatif.seed,
       "another seed: another search, other chance in the waiting list (1)", "N"},
      {"deterministic", 0, 0, G_OPTION_ARG_NONE, &whatif.deterministic,
       "count work, not time: the same figures on any machine", NULL},
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
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &whatif.outputs.quiet, "print nothing but mistakes",
       NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &whatif.outputs.force,
       "replace files that are there already", NULL},
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
  clear(&whatif);
  return status;
}
