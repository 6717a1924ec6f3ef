/* What a mended rota has other than the published, place by place. */
#ifndef ROTA_PLANNING_REPAIR_CHANGES_H
#define ROTA_PLANNING_REPAIR_CHANGES_H

#include "planning/repair_ground.h"

struct repair_change {
  int clinician, slot;
  int task_before, site_before; /* NONE: nothing was published */
  int task_after, site_after;   /* NONE: nothing is left */
  char *why;                    /* why what was published is taken away; NULL: it could stay */
  int booked;                   /* people who were booked for what was published */
};

/* Of the problem's rota: struct repair_change, in order of slot and then of clinician. What is
 * taken away and replaced is one of them, with its `why`. g_array_unref it. */
GArray *repair_changes_new(const struct repair_ground *ground, const struct rota *rota);

/* Does it count? What is taken away, and no more, does not. */
bool repair_change_counts(const struct repair_change *change);

#endif
