/* Who can do what a service asks for. */
#ifndef ROTA_PLANNING_HOLDERS_H
#define ROTA_PLANNING_HOLDERS_H

#include "model/problem.h"
#include "model/programme.h"
#include "planning/advice.h"

/* Appends a struct advice_role for each task and site (or rule, where it is about
 * no one task) that some row of the problem's programme asks people for: its
 * holders are those with a placement in these rows. Fewest holders first. */
void holders_add(const struct problem *problem, const struct programme *programme,
                 const GPtrArray *absences, GPtrArray *roles);

#endif
