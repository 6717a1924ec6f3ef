/* Areas: localities whose people can be seen at the same places, so that they wait in one list.
 * docs/what-if.md, "Where people are seen". */
#ifndef ROTA_MODEL_WAITING_AREAS_H
#define ROTA_MODEL_WAITING_AREAS_H

#include "model/waiting/capacity.h"

#include <glib.h>

/* Finds the areas of a service whose sites say whom they serve, in order of their first locality:
 * sets n_areas, home_area and place_area of its waiting list, from its arena. Where all is one area
 * the list stays as it was, without any. Returns how many there are, which may be more than
 * WAITING_AREAS_MAX; then they are not set. */
int waiting_areas_find(struct service *service);

/* Is somebody referred from the site? */
bool waiting_is_locality(const struct waiting_list *list, int site);
/* Has the area a site where new patients are seen? */
bool waiting_area_is_served(const struct service *service, int area);
/* The share of new appointments that its people miss, of several areas. */
double waiting_area_missed(const struct waiting_list *list, int area, int n_sites);
/* "Goldstone PCN, West Hove PCN"; g_free it. */
char *waiting_area_name(const struct service *service, int area);

/* Of each area [n_areas] its own list and supply, which together are the list and the supply, which
 * is the horizon's. They point into all of these; g_array_unref it. */
struct waiting_part {
  struct waiting_list list;
  struct waiting_supply supply;
  int *attendees, *calls, *removals; /* the supply's, the part's own */
  double *lost_fcp;
};
GArray *waiting_parts_new(const struct service *service, const struct capacity_horizon *horizon,
                          const struct waiting_supply *supply);

#endif
