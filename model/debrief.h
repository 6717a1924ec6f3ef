/* When the debriefs of the rule `debrief` are, and what they take of a session. */
#ifndef ROTA_MODEL_DEBRIEF_H
#define ROTA_MODEL_DEBRIEF_H

#include "model/problem.h"

/* The slot at whose end the site's debrief of that day is, by a use of `debrief`: its last
 * ordinary one in scope in which the site is open. NONE: it has none, as a remote one. */
int debrief_slot(const struct problem *problem, const struct rule_use *use, const struct day *day,
                 int site);

/* How many of its minutes the assignment gives to a debrief, at its site or, of who can lead one,
 * joined from a remote one; 0: to none. Of several the longest, and never more than it has. */
int debrief_minutes(const struct problem *problem, const struct assignment *assignment);

#endif
