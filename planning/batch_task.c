#include "planning/batch_task.h"

#include "inputs/rota_csv.h"
#include "inputs/source.h"
#include "planning/batch_manifest.h"
#include "planning/known_days.h"

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

GArray *batch_task_list(const char *text, const struct manifest *manifest)
{
  g_autoptr(GArray) builds = g_array_new(FALSE, FALSE, sizeof(int));
  const char *at = text;
  bool fine = read_range(&at, manifest, builds);
  while (fine && *at == ',') {
    at++;
    fine = read_range(&at, manifest, builds);
  }
  return fine && *at == '\0' ? g_steal_pointer(&builds) : NULL;
}

char *batch_task_words(const GArray *builds)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < builds->len;) {
    int first = g_array_index(builds, int, i), last = first;
    for (i++; i < builds->len && g_array_index(builds, int, i) == last + 1; i++)
      last++;
    g_string_append_printf(out, "%s%d", out->len ? "," : "", first + 1);
    if (last > first)
      g_string_append_printf(out, "-%d", last + 1);
  }
  return g_string_free(out, FALSE);
}

/* --- what it needs ---------------------------------------------------------- */

static const struct manifest_build *build_of(const struct batch_task *task)
{
  return manifest_at(task->batch->manifest, task->build);
}

/* A build that could not be begun: whoever collects is told why. */
static enum status refuse(struct batch_task *task, const char *reason, char **message)
{
  struct outcome *outcome = outcome_new();
  outcome->name = g_strdup(task->name);
  outcome->scenario = g_strdup(build_of(task)->scenario);
  outcome->month = g_strdup(build_of(task)->month);
  outcome->reason = g_strdup(reason);
  task->state = BATCH_TASK_REFUSED;
  task->reason = g_strdup(reason);
  enum status status = batch_keep(task->batch, task->build, outcome, NULL, message);
  outcome_free(outcome);
  return status;
}

static enum status read_variant(struct batch_task *task, struct diagnostics *diagnostics,
                                char **message)
{
  const struct manifest_build *at = build_of(task);
  g_autofree char *lacking = NULL;
  if (at->engine && !build_has_engine(at->engine, &lacking))
    return refuse(task, lacking, message);
  task->source = source_folder(at->service);
  enum status status =
      variant_read(task->source, at->month, at->scenario, diagnostics, &task->variant);
  if (status == STATUS_OK && !task->variant->scenario && task->variant->service->waiting_list)
    status = known_days_read(at->service, task->variant->month->until, diagnostics,
                             &task->variant->known);
  if (diagnostics_errors(diagnostics) > 0 || status != STATUS_OK)
    return refuse(task, "its inputs have mistakes or can't be read", message);
  g_autofree char *hash = batch_inputs_hash(task->source, task->variant);
  if (strcmp(hash, at->inputs) != 0)
    return refuse(task, "its inputs have changed since the manifest was written", message);
  return STATUS_OK;
}

/* A scenario goes on from the rota of the service as it is, once there is one;
 * that from the month's rota.json. */
static void find_start(struct batch_task *task)
{
  if (task->baseline == task->build)
    task->start = start_written(task->variant->problem, build_of(task)->service);
  if (task->baseline == NONE || task->baseline == task->build)
    return;
  batch_look(task->batch, task->baseline, &task->as_it_is);
  if (task->as_it_is.rota)
    task->start = start_read(task->as_it_is.rota);
  task->from_nothing = task->as_it_is.state != BATCH_DONE;
  if (task->from_nothing)
    batch_item_clear(&task->as_it_is);
}

/* Is it measured against the service as it is, which is not built yet? Lost first contacts are, and
 * what months that have a rota already, or events that come back, offer beside ordinary weeks. */
static bool needs_baseline(const struct batch_task *task)
{
  const struct waiting_list *list = task->variant->service->waiting_list;
  return list && task->variant->scenario && !task->as_it_is.outcome &&
         (list->lost_fcp > 0 || task->variant->service->n_events > 0 ||
          known_days_may_be(build_of(task)->service, task->variant->month->until));
}

enum status batch_task_open(const struct batch *batch, int build, bool again,
                            struct diagnostics *diagnostics, struct batch_task *out, char **message)
{
  struct batch_item before;
  *out = (struct batch_task){.batch = batch, .build = build, .name = batch_name(batch, build)};
  out->baseline = manifest_baseline(batch->manifest, build);
  batch_look(batch, build, &before);
  bool done = before.state == BATCH_DONE && !again;
  batch_item_clear(&before);
  out->state = done ? BATCH_TASK_DONE : BATCH_TASK_READY;
  enum status status = done ? STATUS_OK : read_variant(out, diagnostics, message);
  if (out->state == BATCH_TASK_READY)
    find_start(out);
  if (out->state == BATCH_TASK_READY && needs_baseline(out))
    status =
        refuse(out,
               "it is measured against the service as it is ('lost_fcp', a later month that has a "
               "rota, or an event that comes back), which has to be built first",
               message);
  return status;
}

void batch_task_clear(struct batch_task *task)
{
  start_free(task->start);
  batch_item_clear(&task->as_it_is);
  variant_free(task->variant);
  source_free(task->source);
  g_free(task->reason);
  g_free(task->name);
  *task = (struct batch_task){0};
}

/* --- the build -------------------------------------------------------------- */

static struct variant_settings settings_of(const struct batch_task *task, int threads,
                                           const volatile sig_atomic_t *stop)
{
  const struct manifest_build *at = build_of(task);
  struct variant_settings out = variant_default_settings();
  out.searches = VARIANT_SEARCHES;
  out.build.seconds = (int)at->seconds;
  out.build.threads = threads;
  out.build.gap_percent = (double)at->gap_hundredths / 100;
  out.build.seed = at->seed;
  out.build.engine = at->engine;
  out.build.deterministic = at->deterministic;
  out.build.stop = stop;
  out.horizon_weeks = (int)at->horizon_weeks;
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

enum status batch_task_run(struct batch_task *task, int threads, const volatile sig_atomic_t *stop,
                           struct outcome **outcome, char **message)
{
  const struct variant_settings settings = settings_of(task, threads, stop);
  struct variant_result result;
  enum status status = STATUS_OK;
  variant_build(task->variant, &settings, task->start, task->as_it_is.outcome, &result);
  *outcome = NULL;
  if (!result.outcome->stopped_early && result.outcome->status != OUTCOME_INTERRUPTED) {
    g_autofree char *csv = csv_of(result.rota, task->variant->problem);
    status = batch_keep(task->batch, task->build, result.outcome, csv, message);
    *outcome = g_steal_pointer(&result.outcome);
  }
  variant_result_clear(&result);
  return status;
}
