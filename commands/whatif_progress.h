/* What `rota whatif` shows on a terminal while it builds. */
#ifndef ROTA_COMMANDS_WHATIF_PROGRESS_H
#define ROTA_COMMANDS_WHATIF_PROGRESS_H

#include "commands/whatif_crew.h"

/* For crew_work's `show`: a line for each build that has ended, and one, written
 * over and over, with those that run. The context is the whatif_settings. */
void whatif_progress_show(void *context, struct crew_item *items, int count);

/* For whatif_settings.report: the baseline, which is built alone. */
void whatif_progress_baseline(void *context, const struct solver_progress *progress);

/* A line that stays, for what has ended: "  as it is: cost 12,345, gap 1.20%, 60 s". */
void whatif_progress_done(const struct outcome *outcome);

/* "3 builds, about 2 minutes on 2 cores"; g_free it. `seconds`: of a scenario. */
char *whatif_progress_estimate(const struct whatif_settings *settings, int scenarios);

/* The baseline is built for so much longer than a scenario, by all threads. */
enum { WHATIF_BASELINE_TIMES = 2 };

#endif
