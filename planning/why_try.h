/* What becomes of a rota when somebody does a piece of work in place of what they do then, all else
 * as it is. */
#ifndef ROTA_PLANNING_WHY_TRY_H
#define ROTA_PLANNING_WHY_TRY_H

#include "model/audit.h"
#include "model/why.h"

/* By the rules, at the cost of an audit; of the person, who is open, everything is known then. */
void why_try_person(const struct audit *audit, struct why_person *person);

/* By the rows of the programme, in microseconds each. */
struct why_trials;

/* NULL where it is no rota that around_is_possible. The audit must outlive it. Free
 * with why_trials_free (NULL is fine). */
struct why_trials *why_trials_new(const struct audit *audit);
void why_trials_free(struct why_trials *trials);

/* Tries all who are open, and sorts them. The price may be somewhat too high where counts would
 * have to move together, and what is dearer elsewhere isn't looked for: why_try_person knows. */
void why_trials_people(const struct why_trials *trials, GPtrArray *people);

#endif
