/* Running builds of a manifest. */
#ifndef ROTA_COMMANDS_WHATIF_TASK_H
#define ROTA_COMMANDS_WHATIF_TASK_H

#include "commands/whatif_batch.h"

#include <signal.h>

/* "5", "2,5-7": the builds of those tasks, as indices in order; NULL, having said
 * why, when it can't be understood. g_array_unref it (int). */
GArray *whatif_task_list(const char *text, const struct manifest *manifest);

struct whatif_task_settings {
  int threads;
  bool again, quiet; /* again: also what is done already */
  const volatile sig_atomic_t *stop;
};

/* Runs the builds one after the other, each on all threads, and keeps what comes
 * of them. A build that is stopped leaves nothing behind. Returns the exit
 * status: EXIT_DONE, there is an outcome of each; EXIT_USAGE: inputs are wrong,
 * or not those that the manifest was made of; EXIT_LIMIT: stopped. */
int whatif_task_run(const struct batch *batch, const GArray *builds,
                    const struct whatif_task_settings *settings);

#endif
