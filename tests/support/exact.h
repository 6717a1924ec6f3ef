/* An exact answer, without a solver, to one question: with these placements
 * and no others, what is the least cost that a programme allows? The rules' own
 * columns are few and loosely tied, so each tied group is searched by halving
 * bounds and propagating rows. For tests. */
#ifndef ROTA_TESTS_SUPPORT_EXACT_H
#define ROTA_TESTS_SUPPORT_EXACT_H

#include "model/programme.h"

struct exact;

/* Ready to answer for subsets of the `count` placements `columns` (at most 32);
 * all other placements are 0. The programme is borrowed. Free with exact_free. */
struct exact *exact_new(const struct programme *programme, const int *columns, int count);
void exact_free(struct exact *exact); /* NULL is fine */

/* The least cost with the placements whose bit is set in `on`; false where no
 * values of the other columns satisfy every row. */
bool exact_least_cost(struct exact *exact, uint32_t on, int64_t *cost);

#endif
