/* Many variants built side by side, each by one thread, as many at a time as there
 * are threads. */
#ifndef ROTA_PLANNING_VARIANT_QUEUE_H
#define ROTA_PLANNING_VARIANT_QUEUE_H

#include "planning/variant_build.h"

enum queued_state { QUEUED_WAITING, QUEUED_RUNNING, QUEUED_DONE };

/* One variant and how far it has come. */
struct queued {
  const struct variant *variant;
  enum queued_state state;
  gint64 begun_us;                /* by GLib's monotonic clock */
  struct build_progress progress; /* as in build.h */
  struct outcome *outcome;        /* when done */
  struct start *rota;             /* likewise; NULL: there is none */
  bool told;                      /* of its end; for whoever shows it */
};

/* Who sees them all, five times a second and at the end; they stand still as long as
 * it looks. */
struct variant_queue_watch {
  void (*show)(void *context, struct queued *items, int count); /* NULL: nobody */
  void *context;
};

/* Builds variants[count], `settings.build.threads` at a time, all from `start` and
 * beside `baseline` (NULL: there is none), as variant_build does. outcomes[count] are
 * the caller's, for outcome_free, and rotas[count] for start_free: their words, NULL where there
 * is none (`rotas` NULL: not wanted). */
void variant_queue_build(const struct variant *const *variants, int count,
                         const struct variant_settings *settings, const struct start *start,
                         const struct outcome *baseline, struct variant_queue_watch watch,
                         struct outcome **outcomes, struct start **rotas);

#endif
