/* Two people away in the same week: which two lose more cover together than each by themselves? */
#ifndef ROTA_PLANNING_ABSENCE_PAIRS_H
#define ROTA_PLANNING_ABSENCE_PAIRS_H

#include "planning/absence_week.h"
#include "planning/parallel.h"

/* What is known of everybody by themselves. */
struct absence_singles {
  struct advice_absence **absences; /* [clinicians] */
  struct rota **mended;             /* [clinicians * weeks], as absence_try fills it */
};

/* Tries each two in each week in which both work. Where what the others do for the one and what
 * they do for the other can be done together, the two lose no more than each by themselves, and
 * that is proven without a search. Otherwise the week is mended without both, of ABSENCE_PAIRS_MOST
 * such weeks, those that seem to lose most first. Appends a struct advice_pair for each two that
 * lose more together, worst first, and counts the others. Weeks in which one of them alone leaves
 * no lawful rota, or none that was found, are left out. */
void absence_pairs_add(const struct absence_ground *ground, const struct absence_singles *singles,
                       struct advice *advice, struct parallel_watch watch);

enum { ABSENCE_PAIRS_MOST = 12000 };

#endif
