/* The limit that there are only so many people: what one more session of somebody
 * would save. */
#ifndef ROTA_PLANNING_LIMITS_PEOPLE_H
#define ROTA_PLANNING_LIMITS_PEOPLE_H

#include "model/problem.h"
#include "model/programme.h"
#include "planning/advice.h"

/* Appends a struct advice_limit for each band and base: the hour of the week at
 * which one more session of such a person would save most, if anything. */
void limits_add_people(const struct problem *problem, const struct programme *programme,
                       const double *prices, GPtrArray *limits);

#endif
