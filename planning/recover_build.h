/* Months built for a plan, and what they offer to the waiting list. */
#ifndef ROTA_PLANNING_RECOVER_BUILD_H
#define ROTA_PLANNING_RECOVER_BUILD_H

#include "model/waiting/capacity.h"
#include "planning/recover_ground.h"

/* One month to build, or built. */
struct recover_item {
  int month;
  struct variant *variant;
  struct outcome *outcome;
  struct start *words; /* of the rota; NULL: there is none */
  struct rota *rota;   /* NULL likewise */
  struct capacity *capacity;
};

/* Builds them side by side, one core each, from that rota's words (NULL: nothing). */
void recover_build(struct recover_item *items, int count, const struct build_settings *settings,
                   const struct start *from, struct parallel_watch watch);
/* By all threads, from the month's rota.json where that is still lawful. */
void recover_build_first(struct recover_item *item, const struct build_settings *settings,
                         const char *directory);
void recover_item_clear(struct recover_item *item);

/* Slots of that kind in a week without holidays. */
double recover_usual(const struct capacity *capacity, enum capacity_kind kind);

/* The weeks of a plan whose months, all of them, are built: what they offer, and for the days
 * before and after them what their weekday usually has. Whoever the plan validates is among the
 * attendees. For recovery_supply_clear. */
void recover_built_supply(const struct recover_ground *ground, const struct recover_item *months,
                          const recovery_units *units, struct recovery_supply *out);

#endif
