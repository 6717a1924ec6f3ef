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
  bool open; /* the ordinary weeks built after it are not proven to be the best */
};

/* What follows a month: its ordinary weeks (ahead.h) within so many weeks. */
struct recover_ahead {
  int weeks;
  const struct outcome *baseline; /* whose ordinary weeks are known; NULL: none */
};

/* Builds them side by side, one core each, from that rota's words (NULL: nothing); the capacities
 * know the ordinary weeks that `ahead` asks for (NULL: none). */
void recover_build(struct recover_item *items, int count, const struct build_settings *settings,
                   const struct start *from, const struct recover_ahead *ahead,
                   struct parallel_watch watch);
/* By all threads, from the month's rota.json where that is still lawful, with its ordinary weeks.
 */
void recover_build_first(struct recover_item *item, const struct build_settings *settings,
                         const char *directory, int weeks);
void recover_item_clear(struct recover_item *item);

/* What a day or a week offers, in each of the ground's areas. Whom a call settles, or validation
 * takes off, is among the attendees. */
struct recover_offer {
  double new_slots[WAITING_AREAS_MAX], attendees[WAITING_AREAS_MAX];
  double follow_ups, fcp;
};

/* In an ordinary week after the month, or, where none was built, in one of the month without
 * holidays. */
void recover_usual(const struct recover_ground *ground, const struct capacity *capacity,
                   struct recover_offer *out);

/* Do the same areas wait in lists of their own in both services? */
bool recover_has_areas_of(const struct service *service, const struct service *as_it_is);

/* The weeks of a plan whose months, all of them, are built: what they offer, and for the days
 * before and after them what their weekday usually has. Whoever the plan validates is among the
 * attendees; first contacts are lost as the levers have it. For recovery_supply_clear. */
void recover_built_supply(const struct recover_ground *ground, const struct recover_item *months,
                          const recovery_units *units, struct recovery_supply *out);

#endif
