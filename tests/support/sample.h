/* Programmes for the solver's tests: random tiny ones that can be enumerated,
 * and ones shaped like a service's month, of any size. Both from a seed. */
#ifndef ROTA_TESTS_SUPPORT_SAMPLE_H
#define ROTA_TESTS_SUPPORT_SAMPLE_H

#include "model/programme.h"

/* Few columns with small bounds, a few random rows; perhaps without a solution.
 * At most a few thousand points in all. */
struct programme *sample_tiny(uint64_t seed);

/* The cheapest of all points, by looking at each; false: none is lawful. */
bool sample_enumerate(const struct programme *programme, int64_t *cost);

/* Is every point of two programmes of the same columns, all with ends, lawful in
 * both or in neither? */
bool sample_same_points(const struct programme *a, const struct programme *b);

/* Twenty days of am and pm: hubs, practices, rooms, travel, cover with
 * shortfalls, contracts, ratio, fairness. */
struct programme *sample_month(int clinicians, uint64_t seed);

#endif
