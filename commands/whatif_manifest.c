#include "commands/whatif_manifest.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "planning/batch_collect.h"
#include "planning/batch_task.h"

/* What came of it, which is kept. */
static int tell_outcome(const struct whatif_manifest *request, const struct batch_task *task,
                        const struct outcome *outcome)
{
  const char *words = outcome->reason ? outcome->reason : outcome_status_names[outcome->status];
  if (outcome->status == OUTCOME_FAILED)
    console_error("%s: %s", task->name, words);
  else if (!request->outputs->quiet)
    console_hint("%s: %s", task->name, words);
  return outcome->status == OUTCOME_FAILED ? EXIT_INTERNAL : EXIT_DONE;
}

static int build_task(const struct whatif_manifest *request, struct batch_task *task,
                      const volatile sig_atomic_t *stop)
{
  struct outcome *outcome = NULL;
  char *message = NULL;
  if (task->from_nothing && !request->outputs->quiet)
    console_hint("%s: from nothing, because the service as it is, task %d, is not built",
                 task->name, task->baseline + 1);
  enum status kept = batch_task_run(task, request->threads, stop, &outcome, &message);
  int status = output_end(kept, &message);
  if (!outcome) {
    console_error("%s: stopped; nothing is kept", task->name);
    status = EXIT_LIMIT;
  } else if (status == EXIT_DONE)
    status = tell_outcome(request, task, outcome);
  outcome_free(outcome);
  return status;
}

static int run_task(const struct whatif_manifest *request, const struct batch *batch, int build,
                    const volatile sig_atomic_t *stop)
{
  struct diagnostics *diagnostics = reading_diagnostics();
  struct batch_task task;
  char *message = NULL;
  enum status opened =
      batch_task_open(batch, build, request->outputs->force, diagnostics, &task, &message);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  int status = output_end(opened, &message);
  if (task.state == BATCH_TASK_DONE && !request->outputs->quiet)
    console_hint("%s: is done already; --force builds it again", task.name);
  if (task.state == BATCH_TASK_REFUSED) {
    console_error("%s: %s", task.name, task.reason);
    status = MAX(status, EXIT_USAGE);
  }
  if (task.state == BATCH_TASK_READY)
    status = build_task(request, &task, stop);
  batch_task_clear(&task);
  return status;
}

static int run_tasks(const struct whatif_manifest *request, const struct batch *batch)
{
  const volatile sig_atomic_t *stop = progress_stop_flag();
  g_autoptr(GArray) builds = batch_task_list(request->tasks, batch->manifest);
  int out = EXIT_DONE;
  if (!builds) {
    console_error("whatif: --task is '%s'; there are tasks 1 to %u, as in 2 or 2,5-7",
                  request->tasks, batch->manifest->builds->len);
    return EXIT_USAGE;
  }
  for (guint i = 0; i < builds->len && !*stop; i++) {
    int status = run_task(request, batch, g_array_index(builds, int, i), stop);
    out = MAX(out, status);
  }
  return progress_stopped() ? MAX(out, EXIT_LIMIT) : out;
}

static int deliver_month(const struct whatif_manifest *request, const struct collected_month *month)
{
  const struct whatif_report all = {month->baseline,
                                    (const struct outcome *const *)(void *)month->scenarios->pdata,
                                    (int)month->scenarios->len};
  if (month->baseline)
    return outputs_write_comparison(request->outputs, &all);
  console_error(
      "%s %s: the service as it is has not been built, so there is nothing to compare with",
      month->service, month->month);
  return EXIT_DONE;
}

static void name_lacking(const struct collection *found)
{
  const GArray *lacking = found->lacking;
  if (lacking->len == 0)
    return;
  console_error("%u of %u builds %s not done:", lacking->len, found->wanted->len,
                lacking->len == 1 ? "is" : "are");
  for (guint i = 0; i < lacking->len; i++) {
    int build = g_array_index(lacking, int, i);
    g_autofree char *name = batch_name(found->batch, build);
    console_hint("  %s: %s", name, found->items[build].why);
  }
  g_autofree char *list = batch_task_words(lacking);
  console_hint("to run what is not done: rota whatif --manifest %s --task %s", found->batch->path,
               list);
}

/* The gravest of what is done, and of what is not. */
static int status_of(const struct collection *found)
{
  int out = found->lacking->len > 0 ? EXIT_LIMIT : EXIT_DONE;
  for (guint i = 0; i < found->wanted->len; i++) {
    const struct batch_item *item = &found->items[g_array_index(found->wanted, int, i)];
    int status = item->state == BATCH_DONE ? command_outcome(item->outcome) : EXIT_DONE;
    out = MAX(out, status);
  }
  return out;
}

static int collect(const struct whatif_manifest *request, const struct batch *batch)
{
  const struct outputs *outputs = request->outputs;
  struct collection *found = batch_collect(batch, request->directory, request->month);
  guint months = found->months->len;
  int out = EXIT_USAGE;
  if (months == 0)
    console_error("'%s' has no such build", batch->path);
  else if (months > 1 && (outputs->json || outputs->csv || outputs->html))
    console_error("'%s' has %u months of services; for one of them add DIR --month M", batch->path,
                  months);
  else {
    out = status_of(found);
    for (guint i = 0; i < months; i++) {
      int status = deliver_month(request, g_ptr_array_index(found->months, i));
      out = MAX(out, status);
    }
    if (!outputs->quiet)
      name_lacking(found);
  }
  batch_collection_free(found);
  return out;
}

int whatif_manifest(const struct whatif_manifest *request)
{
  struct batch *batch = NULL;
  struct diagnostics *diagnostics = diagnostics_new();
  enum status opened = batch_open(request->path, diagnostics, &batch);
  int status = reading_end(diagnostics, opened, request->path);
  if (status == EXIT_DONE)
    status = request->tasks ? run_tasks(request, batch) : collect(request, batch);
  batch_free(batch);
  return status;
}
