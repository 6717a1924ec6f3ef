/* What long work shows while it runs, on standard error, and how a person ends it. */
#ifndef ROTA_COMMANDS_PROGRESS_H
#define ROTA_COMMANDS_PROGRESS_H

#include "planning/variant_queue.h"

/* Is there a terminal to show it on, unless `quiet`? */
bool progress_is_watched(bool quiet);

/* From now on Ctrl-C and SIGTERM set the flag that is returned, so that the
 * best rota so far is kept; a second one ends the program at once. */
const volatile sig_atomic_t *progress_stop_flag(void);

/* Back to what the signals did before; true if one came. */
bool progress_stopped(void);

/* For build_settings.report: one line, written over and over. */
void progress_show(void *context, const struct build_progress *progress);
/* The same of the month as it is, in a comparison. */
void progress_baseline(void *context, const struct build_progress *progress);

/* For a variant_queue_watch: a line for each build that has ended, and one, written
 * over and over, with those that run. */
void progress_queue(void *context, struct queued *items, int count);

/* For a parallel_watch: how many parts are done. */
void progress_parts(void *context, int done, int count);

/* A line that stays, for what has ended: "  as it is: cost 12,345, gap 1.20%, 60 s". */
void progress_done(const struct outcome *outcome);

/* Wipes the line that is written over. */
void progress_clear(void);

#endif
