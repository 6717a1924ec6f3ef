/* Rooms that hold a rota back: sessions that would be done at a site if it had more of them. */
#ifndef ROTA_PLANNING_HELD_ROOMS_H
#define ROTA_PLANNING_HELD_ROOMS_H

#include "model/audit.h"

/* Rooms of one kind at one site. */
struct held_rooms {
  int site, kind;  /* in service.sites, service.room_kinds */
  GArray *moves;   /* struct assignment: what somebody would do there in place of what they do then,
                      in order of slot */
  GArray *changes; /* the same, and what others, or they in other slots, would then do of what they
                      leave */
  int at_once;     /* the most of the moves in one slot: so many more rooms would do */
};

/* struct held_rooms of each site and kind of which there are any, in order of site. Of a rota that
 * around_is_possible. One session after the other, in which all rooms of the kind are taken,
 * whoever makes the rota cheapest by doing something there moves, or, of those that cost as much,
 * sees most new patients, for as long as one does, all rules but `rooms` holding; where that helps
 * nothing, whoever does while what they leave is done by one other person, or by them in another
 * session. Each site has more rooms by itself. So more may be held back, but not less.
 * g_ptr_array_unref it. */
GPtrArray *held_rooms_new(const struct audit *audit);

#endif
