/* The programme of a repair: that of the month, with days past fixed, and what each of the
 * repair's aims costs in its columns. */
#ifndef ROTA_PLANNING_REPAIR_PROGRAMME_H
#define ROTA_PLANNING_REPAIR_PROGRAMME_H

#include "model/programme.h"
#include "planning/repair_ground.h"

struct repair_programme {
  struct programme *programme;
  int n_columns;    /* of the month's own; then one for each need that was short already */
  int64_t *start;   /* [columns] what is left of the published rota, counts 0 */
  int64_t *missing; /* [n_columns] units of each that are no loss: short as published */
  /* [columns] the aims' costs */
  int64_t *losses;  /* people and sessions of what is needed, that the published rota had */
  int64_t *changes; /* less `kept` */
  int64_t *booked;  /* people to be rebooked, likewise less `kept_booked`; NULL: none are known */
  int64_t *price;
  int kept; /* published places that can stay */
  int64_t kept_booked;
};

void repair_programme_make(const struct repair_ground *ground, struct repair_programme *out);
void repair_programme_clear(struct repair_programme *made);

/* At most so many changes. */
void repair_programme_limit(struct repair_programme *made, int changes);
/* All placements as in x, so that only the counts are left to be found. */
void repair_programme_fix(struct repair_programme *made, const int64_t *x);

#endif
