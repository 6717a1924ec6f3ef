#include "commands/whatif_task.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/whatif_cases.h"
#include "commands/whatif_manifest.h"
#include "commands/whatif_run.h"
#include "inputs/rota_csv.h"
#include "inputs/source.h"

#include <stdlib.h>
#include <string.h>

/* --- which ------------------------------------------------------------------ */

/* Reads a number at `*at`, and goes on past it. */
static bool read_number(const char **at, guint64 most, int *out)
{
  char *end;
  if (!g_ascii_isdigit(**at))
    return false;
  guint64 number = g_ascii_strtoull(*at, &end, 10);
  *at = end;
  *out = number <= most ? (int)number : 0;
  return *out >= 1;
}

static bool read_range(const char **at, const struct manifest *manifest, GArray *builds)
{
  int first, last;
  if (!read_number(at, manifest->builds->len, &first))
    return false;
  last = first;
  if (**at == '-') {
    (*at)++;
    if (!read_number(at, manifest->builds->len, &last))
      return false;
  }
  for (int build = first - 1; build < last; build++)
    g_array_append_val(builds, build);
  return last >= first;
}

GArray *whatif_task_list(const char *text, const struct manifest *manifest)
{
  g_autoptr(GArray) builds = g_array_new(FALSE, FALSE, sizeof(int));
  const char *at = text;
  bool fine = read_range(&at, manifest, builds);
  while (fine && *at == ',') {
    at++;
    fine = read_range(&at, manifest, builds);
  }
  if (fine && *at == '\0')
    return g_steal_pointer(&builds);
  console_error("whatif: --task is '%s'; there are tasks 1 to %u, as in 2 or 2,5-7", text,
                manifest->builds->len);
  return NULL;
}

/* --- one build -------------------------------------------------------------- */

struct job {
  const struct batch *batch;
  const struct whatif_task_settings *settings;
  int build;
  char *name;
  struct source *source;
  struct whatif_case *c;
  struct batch_item baseline; /* of a scenario; cleared where it is of no use */
  struct start *start;
};

static void tell(const struct job *job, const char *words)
{
  if (!job->settings->quiet)
    console_hint("%s: %s", job->name, words);
}

/* A build that could not be begun: whoever collects is told why. */
static int give_up(const struct job *job, const char *reason)
{
  const struct manifest_build *at = manifest_at(job->batch->manifest, job->build);
  struct outcome *outcome = outcome_new();
  outcome->name = g_strdup(job->name);
  outcome->scenario = g_strdup(at->scenario);
  outcome->month = g_strdup(at->month);
  outcome->reason = g_strdup(reason);
  console_error("%s: %s", job->name, reason);
  batch_keep(job->batch, job->build, outcome, NULL);
  outcome_free(outcome);
  return EXIT_USAGE;
}

static int read_case(struct job *job)
{
  const struct manifest_build *at = manifest_at(job->batch->manifest, job->build);
  struct diagnostics *diagnostics = diagnostics_new();
  job->source = source_folder(at->service);
  enum status status = whatif_case_read(job->source, at->month, at->scenario, diagnostics, &job->c);
  int errors = console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  if (errors > 0 || status != STATUS_OK)
    return give_up(job, "its inputs have mistakes or can't be read");
  g_autofree char *hash = whatif_inputs_hash(job->source, job->c);
  if (strcmp(hash, at->inputs) != 0)
    return give_up(job, "its inputs have changed since the manifest was written");
  return EXIT_DONE;
}

/* A scenario goes on from the rota of the service as it is, once there is one;
 * that from the month's rota.json. */
static void find_start(struct job *job)
{
  int baseline = manifest_baseline(job->batch->manifest, job->build);
  if (baseline == job->build)
    job->start =
        whatif_cases_written_rota(job->c, manifest_at(job->batch->manifest, baseline)->service);
  if (baseline < 0 || baseline == job->build)
    return;
  batch_look(job->batch, baseline, &job->baseline);
  if (job->baseline.rota)
    job->start = start_read(job->baseline.rota);
  if (job->baseline.state == BATCH_DONE)
    return;
  g_autofree char *words = g_strdup_printf(
      "from nothing, because the service as it is, task %d, is not built", baseline + 1);
  tell(job, words);
  batch_item_clear(&job->baseline);
}

static struct whatif_settings settings_of(const struct job *job)
{
  const struct manifest_build *at = manifest_at(job->batch->manifest, job->build);
  struct whatif_settings out = whatif_default_settings();
  out.seconds = (int)at->seconds;
  out.threads = job->settings->threads;
  out.gap_percent = (double)at->gap_hundredths / 100;
  out.seed = at->seed;
  out.deterministic = at->deterministic;
  out.horizon_weeks = (int)at->horizon_weeks;
  out.stop = job->settings->stop;
  return out;
}

/* The words of a rota as CSV, for g_free; NULL for none. */
static char *csv_of(const struct start *rota, const struct problem *problem)
{
  if (!rota)
    return NULL;
  int missed;
  struct rota *matched = start_match(rota, problem, &missed);
  char *text = rota_csv_text(problem, matched, NULL);
  rota_free(matched);
  return text;
}

static int build(struct job *job)
{
  struct whatif_settings settings = settings_of(job);
  struct start *rota = NULL;
  find_start(job);
  struct outcome *outcome = whatif_run(job->c, &settings, job->start, job->baseline.outcome, &rota);
  int status = EXIT_LIMIT;
  if (outcome->stopped_early || outcome->status == OUTCOME_INTERRUPTED)
    console_error("%s: stopped; nothing is kept", job->name);
  else {
    g_autofree char *csv = csv_of(rota, job->c->problem);
    status = batch_keep(job->batch, job->build, outcome, csv) ? EXIT_DONE : EXIT_USAGE;
    tell(job, outcome->reason ? outcome->reason : outcome_status_names[outcome->status]);
  }
  if (status == EXIT_DONE && outcome->status == OUTCOME_FAILED)
    status = EXIT_INTERNAL;
  start_free(rota);
  outcome_free(outcome);
  return status;
}

static int run_task(const struct batch *batch, int index,
                    const struct whatif_task_settings *settings)
{
  struct job job = {.batch = batch, .settings = settings, .build = index};
  struct batch_item before;
  int status = EXIT_DONE;
  job.name = batch_name(batch, index);
  batch_look(batch, index, &before);
  if (before.state == BATCH_DONE && !settings->again)
    tell(&job, "is done already; --force builds it again");
  else {
    status = read_case(&job);
    if (status == EXIT_DONE)
      status = build(&job);
  }
  start_free(job.start);
  batch_item_clear(&job.baseline);
  batch_item_clear(&before);
  whatif_case_free(job.c);
  source_free(job.source);
  g_free(job.name);
  return status;
}

int whatif_task_run(const struct batch *batch, const GArray *builds,
                    const struct whatif_task_settings *settings)
{
  int out = EXIT_DONE;
  for (guint i = 0; i < builds->len && !(settings->stop && *settings->stop); i++) {
    int status = run_task(batch, g_array_index(builds, int, i), settings);
    out = MAX(out, status);
  }
  return settings->stop && *settings->stop ? MAX(out, EXIT_LIMIT) : out;
}
