/* Everybody's absence, tried side by side; then that of all who can do something, and of pairs. */
#ifndef ROTA_PLANNING_ABSENCES_H
#define ROTA_PLANNING_ABSENCES_H

#include "planning/absence_week.h"
#include "planning/parallel.h"

/* Tries a week's absence of each clinician, `settings.threads` at a time, and adds a struct
 * advice_absence for each to the advice, worst first; then a struct advice_role for whatever the
 * service asks for, fewest holders first, with all of them away (absence_roles.h); and, if so
 * asked, pairs (absence_pairs.h). */
void absences_add(const struct absence_ground *ground, bool pairs, struct advice *advice,
                  struct parallel_watch watch);

#endif
