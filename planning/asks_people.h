/* Lines about people who are not there in the month, or whom nobody can tell apart. */
#ifndef ROTA_PLANNING_ASKS_PEOPLE_H
#define ROTA_PLANNING_ASKS_PEOPLE_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of wishes and leave of those who have left or are not here yet, of people of one name, and
 * of contracts that a pattern can't hold. */
void asks_people(const struct problem *problem, struct diagnostics *out);

/* Does the pattern of the post, evenings and weekends too, hold a day a week more than the
 * contract, so that it is what can be asked for rather than what is worked? */
bool asks_offers_more(const struct service *service, const struct post *post);

#endif
