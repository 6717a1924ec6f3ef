/* Everybody's absence, tried side by side. */
#ifndef ROTA_PLANNING_ABSENCES_H
#define ROTA_PLANNING_ABSENCES_H

#include "planning/absence.h"
#include "planning/parallel.h"

/* Tries a week's absence of each clinician, `settings.threads` at a time, and
 * appends a struct advice_absence for each, worst first; then, to `roles`, a
 * struct advice_role for whatever the service asks for, fewest holders first. */
void absences_add(const struct absence_ground *ground, GPtrArray *absences, GPtrArray *roles,
                  struct parallel_watch watch);

#endif
