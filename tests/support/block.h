/* Small blocks of one clinician, drawn at random: days bound to their neighbours, a count for each
 * third day, and sums over all days, one of them with as many values as there are months. */
#ifndef ROTA_TESTS_SUPPORT_BLOCK_H
#define ROTA_TESTS_SUPPORT_BLOCK_H

#include "model/programme.h"

enum { BLOCK_DAYS = 12, BLOCK_COUNTS = BLOCK_DAYS / 3, BLOCK_COLUMNS = BLOCK_DAYS + BLOCK_COUNTS };

struct programme *block_drawn(uint64_t seed);
/* The same, of which two sums may be missed: the one of many values below, the last above. The two
 * counts of that, of up to BLOCK_MISSED, the first of BLOCK_MISSED_LEAST, are further columns. */
struct programme *block_with_slacks(uint64_t seed);
enum { BLOCK_MISSED = 3000, BLOCK_MISSED_LEAST = 40, BLOCK_ALL = BLOCK_COLUMNS + 2 };

/* x[BLOCK_COLUMNS] of number 0, 1 ... below 1 << BLOCK_COLUMNS, or x[BLOCK_ALL] with the least by
 * which sums have to be missed; whether it satisfies all. */
bool block_point(const struct programme *block, int number, int64_t *x);

#endif
