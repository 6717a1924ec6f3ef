/* The limits of a month that bind, priced, in words. */
#ifndef ROTA_PLANNING_LIMITS_H
#define ROTA_PLANNING_LIMITS_H

#include "model/problem.h"
#include "model/programme.h"
#include "planning/advice.h"

/* Appends a struct advice_limit for each kind of limit that has a price and that the
 * rota reaches: rows of one use of a rule about the same task, site, person and hour of
 * the week are added up. Also one for each band and base: the hour of the week at which
 * one more session of such a person would save most. Sorted, most first. `prices`: [rows]
 * of the problem's programme, as in solver.h. */
void limits_add(const struct problem *problem, const struct programme *programme,
                const double *prices, const struct rota *rota, GPtrArray *limits);

/* Most first: what is proven to save something, by how much; then the others, by price. */
void limits_sort(GPtrArray *limits);

#endif
