/* Programmes for the solver's tests: written by hand, random tiny ones that can be
 * enumerated, and ones shaped like a service's month, of any size, both from a seed. */
#ifndef ROTA_TESTS_SUPPORT_SAMPLE_H
#define ROTA_TESTS_SUPPORT_SAMPLE_H

#include "model/programme.h"

/* By hand. A column without a label, a placement of a clinician in a slot, and a row of
 * the columns there are so far, from the coefficient of each: 0 for one not in it. */
int sample_column(struct programme *programme, int64_t lower, int64_t upper, int64_t cost);
int sample_placement(struct programme *programme, int clinician, int slot, int64_t cost);
int sample_row(struct programme *programme, int64_t lower, const int64_t *coefficients,
               int64_t upper);

/* Two sessions want one of two each, at 7 for each one missing; ann, the first, does one session at
 * most and costs nothing, bob costs 3 for each. */
struct programme *sample_two_sessions(void);

/* Few columns with small bounds, a few random rows; perhaps without a solution.
 * At most a few thousand points in all. */
struct programme *sample_tiny(uint64_t seed);

/* The cheapest of all points, by looking at each; false: none is lawful. */
bool sample_enumerate(const struct programme *programme, int64_t *cost);

/* Is there no point at which all of these rows hold, and one for each of them without it? */
bool sample_is_irreducible(const struct programme *programme, const int *rows, int count);

/* Is every point of two programmes of the same columns, all with ends, lawful in
 * both or in neither? */
bool sample_same_points(const struct programme *a, const struct programme *b);

/* The value of the linear programme's dual at these prices[rows], with bounds of columns
 * at what they are worth: at most its optimum. -INFINITY for a price on an open side. */
double sample_dual_value(const struct programme *programme, const double *prices);

/* Twenty days of am and pm: hubs, practices, rooms, travel, cover with
 * shortfalls, contracts, ratio, fairness. */
struct programme *sample_month(int clinicians, uint64_t seed);

#endif
