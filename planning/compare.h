/* A month as it is, and beside it as each of some scenarios changes it: all are
 * read before any is built. */
#ifndef ROTA_PLANNING_COMPARE_H
#define ROTA_PLANNING_COMPARE_H

#include "planning/variant_queue.h"

struct comparison {
  char *directory;
  struct source *source;     /* inputs/source.h: the service's folder */
  struct variant **variants; /* [count]; the service as it is, then the scenarios */
  struct outcome **outcomes; /* [count], in that order; NULL where not built yet */
  int count;
};

/* The month as it is gets so many times the seconds of a scenario, and all threads. */
enum { COMPARISON_BASELINE_TIMES = 2 };

/* Reads the month as it is and as each of the scenario files (char *) changes it.
 * STATUS_OK: `out` is the caller's, for comparison_free, and borrows the paths;
 * otherwise the diagnostics say what is wrong. */
enum status comparison_read(const char *directory, const char *month_id, const GPtrArray *paths,
                            struct diagnostics *diagnostics, struct comparison **out);
void comparison_free(struct comparison *comparison); /* NULL is fine */

/* The longest horizon of any scenario: all are followed for as many weeks. */
int comparison_horizon_weeks(const struct comparison *comparison);

/* Builds the service as it is, by all threads, from the month's rota.json where that
 * is still a lawful rota. The outcome is the comparison's; the rest of the result,
 * which the scenarios go on from, is the caller's. `settings`: of a scenario, and the
 * horizon of all. */
void comparison_build_baseline(struct comparison *comparison,
                               const struct variant_settings *settings, struct variant_result *out);

/* Builds the scenarios side by side, from the rota of the service as it is. Where one of theirs is
 * lawful for the service as it is, and cheaper, that is built once more from it, and then all
 * scenarios, for half the time; a scenario keeps the cheaper of its two rotas. `built`: of
 * comparison_build_baseline; its rota is then the new one. */
void comparison_build_scenarios(struct comparison *comparison,
                                const struct variant_settings *settings,
                                struct variant_result *built, struct variant_queue_watch watch);

#endif
