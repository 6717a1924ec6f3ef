/* Many cases built side by side, each by one thread, as many at a time as there
 * are threads. */
#ifndef ROTA_COMMANDS_WHATIF_CREW_H
#define ROTA_COMMANDS_WHATIF_CREW_H

#include "commands/whatif_run.h"

enum crew_state { CREW_QUEUED, CREW_RUNNING, CREW_DONE };

/* One case and how far it has come. */
struct crew_item {
  const struct whatif_case *c;
  enum crew_state state;
  gint64 begun_us;                 /* by GLib's monotonic clock */
  struct solver_progress progress; /* best and bound as in solver.h */
  struct outcome *outcome;         /* when done; the crew's until crew_take */
  bool told;                       /* of its end; for whoever shows it */
};

struct crew;

/* Cases, settings, start and baseline (NULL: none; as in whatif_run) are borrowed
 * for as long as the crew is there. `settings.threads` cases are built at a time. */
struct crew *crew_new(const struct whatif_case *const *cases, int count,
                      const struct whatif_settings *settings, const struct start *start,
                      const struct outcome *baseline);
void crew_free(struct crew *crew); /* NULL is fine */

/* Builds them all. Meanwhile, five times a second and at the end, `show` (NULL:
 * nobody) sees all items, which stand still as long as it looks. */
void crew_work(struct crew *crew, void (*show)(void *context, struct crew_item *items, int count),
               void *context);

/* The outcome of a case, for outcome_free. */
struct outcome *crew_take(struct crew *crew, int index);

#endif
