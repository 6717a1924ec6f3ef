/* The weekly model as sums that the programme of recovery.h is made of. */
#ifndef ROTA_MODEL_WAITING_RECOVERY_FLOW_H
#define ROTA_MODEL_WAITING_RECOVERY_FLOW_H

#include "model/waiting/recovery.h"

/* What leaves the list and what joins it again, week by week, in people of week 0: of those who
 * wait, removals leave a share q each week, so that one of week t counts 1 / q^t. Sums up to and
 * with a week; [0] is nothing. */
struct recovery_sums {
  double called[WAITING_WEEKS_MAX + 1];   /* off the list: slots, backfill, events, validated */
  double referred[WAITING_WEEKS_MAX + 1]; /* to routine, for want of first contact */
  double returned[WAITING_WEEKS_MAX + 1]; /* back on it, with a new clock */
  double seen[RECOVERY_MONTHS_MAX];       /* of a month, not discounted: those with follow-ups */
  double follow_ups[RECOVERY_MONTHS_MAX]; /* of a month, not discounted: contacts that take place */
};

/* Of an area's base, and of one unit of a lever in use in the month: what it changes there. */
void recovery_base_sums(const struct recovery_problem *problem, int area,
                        struct recovery_sums *out);
void recovery_unit_sums(const struct recovery_problem *problem, int area,
                        const struct recovery_lever *lever, int month, struct recovery_sums *out);
/* Of one new slot more in every week. */
void recovery_slot_sums(const struct recovery_problem *problem, int area,
                        struct recovery_sums *out);

/* What the lever adds to an area's rate of missed appointments: all areas' change in proportion. */
double recovery_dna_change(const struct recovery_problem *problem, int area,
                           const struct recovery_lever *lever);

/* One person of that week in people of week 0. */
double recovery_discount(const struct recovery_problem *problem, int week);

/* How much of the week, 1 ..., the lever is in use for where it is in use in the month, 0 ... 1. */
double recovery_share(const struct recovery_problem *problem, const struct recovery_lever *lever,
                      int month, int week);
/* People validated then, of one unit. */
double recovery_validated(const struct recovery_problem *problem,
                          const struct recovery_lever *lever, int month, int week);

#endif
