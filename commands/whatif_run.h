/* One build, from a case to its outcome. It prints nothing and shares nothing,
 * so that many can run at the same time, or elsewhere. */
#ifndef ROTA_COMMANDS_WHATIF_RUN_H
#define ROTA_COMMANDS_WHATIF_RUN_H

#include "commands/whatif_case.h"
#include "commands/whatif_start.h"
#include "model/waiting/outcome.h"
#include "solver/solver.h"

struct whatif_settings {
  int seconds; /* of the build */
  int threads;
  double gap_percent;
  int64_t seed; /* of the search, and of the waiting list's replications */
  bool deterministic;
  int horizon_weeks; /* of the waiting list: one for all that is compared */
  const volatile sig_atomic_t *stop;
  void (*report)(void *context, const struct solver_progress *progress); /* may be NULL */
  void *report_context;
};

/* Seconds, threads and seed that make sense where nobody says otherwise. */
struct whatif_settings whatif_default_settings(void);

/* The solver's settings for a build, and for a part of the work: one thread of
 * many, for so many seconds, that goes on to the proof and is not reported. */
struct solver_settings whatif_solver_settings(const struct whatif_settings *settings);
struct solver_settings whatif_part_settings(const struct whatif_settings *settings, int seconds);

/* Builds the case from `start` (NULL: from nothing), checks the rota and measures
 * it. If `baseline`, whose rota `start` is, was of the very same programme, its
 * rota and what was proven of it are taken as they are; NULL: there is none. The
 * outcome is the caller's, whatever its status; so is `*rota` (NULL: not wanted),
 * the rota's words, or NULL without a rota. */
struct outcome *whatif_run(const struct whatif_case *c, const struct whatif_settings *settings,
                           const struct start *start, const struct outcome *baseline,
                           struct start **rota);
/* The same, and `*prices` is what each row of the case's programme costs, as in
 * solver.h, for g_free; NULL without a rota, or when the solver priced none. */
struct outcome *whatif_run_priced(const struct whatif_case *c,
                                  const struct whatif_settings *settings, const struct start *start,
                                  const struct outcome *baseline, struct start **rota,
                                  double **prices);

/* What a command returns of such an outcome: EXIT_DONE when built. */
int whatif_exit_status(const struct outcome *outcome);

#endif
