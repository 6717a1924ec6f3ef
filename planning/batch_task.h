/* Running one build of a manifest. */
#ifndef ROTA_PLANNING_BATCH_TASK_H
#define ROTA_PLANNING_BATCH_TASK_H

#include "planning/batch.h"
#include "planning/variant_build.h"

/* "5", "2,5-7": the builds of those tasks, as indices in order; NULL when it can't be
 * understood, or when there is no such task. g_array_unref it (int). */
GArray *batch_task_list(const char *text, const struct manifest *manifest);
/* The other way round: "5,7-9", as Slurm's --array has it too; g_free it. */
char *batch_task_words(const GArray *builds);

enum batch_task_state {
  BATCH_TASK_READY,
  BATCH_TASK_DONE,   /* it was built before */
  BATCH_TASK_REFUSED /* its inputs have mistakes, or are not those of the manifest: `reason` */
};

struct batch_task {
  const struct batch *batch; /* borrowed */
  int build;
  char *name; /* as batch_name has it */
  enum batch_task_state state;
  char *reason;      /* NULL unless refused */
  int baseline;      /* the build of the service as it is; NONE where there is none */
  bool from_nothing; /* a scenario whose baseline is not built yet */
  struct source *source;
  struct variant *variant;
  struct batch_item as_it_is; /* the baseline's, if it is done */
  struct start *start;
};

/* Reads what the build needs, unless it is done already and not to be built `again`.
 * What is wrong with its inputs goes to the diagnostics; whoever collects is then told
 * so too. STATUS_IO: that could not be kept, and `*message` says why, for g_free. The
 * task is the caller's, for batch_task_clear, whatever the status. */
enum status batch_task_open(const struct batch *batch, int build, bool again,
                            struct diagnostics *diagnostics, struct batch_task *out,
                            char **message);
void batch_task_clear(struct batch_task *task);

/* Builds a task that is ready, on so many threads, and keeps what comes of it. The
 * outcome is the caller's, for outcome_free; NULL when `stop` (which may be NULL) ended
 * it, and then nothing is kept. STATUS_IO: it could not be kept; `*message`. */
enum status batch_task_run(struct batch_task *task, int threads, const volatile sig_atomic_t *stop,
                           struct outcome **outcome, char **message);

#endif
