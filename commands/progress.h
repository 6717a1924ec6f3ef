/* What a long solve shows while it runs, and how a person ends it. */
#ifndef ROTA_COMMANDS_PROGRESS_H
#define ROTA_COMMANDS_PROGRESS_H

#include "solver/solver.h"

/* From now on Ctrl-C and SIGTERM set the flag that is returned, so that the
 * best rota so far is kept; a second one ends the program at once. */
const volatile sig_atomic_t *progress_stop_flag(void);

/* Back to what the signals did before; true if one came. */
bool progress_stopped(void);

/* For solver_settings.report: one line on standard error, written over and over. */
void progress_show(void *context, const struct solver_progress *progress);

/* Wipes the line. */
void progress_clear(void);

#endif
