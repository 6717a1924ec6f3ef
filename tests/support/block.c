#include "tests/support/block.h"

#include "model/dice.h"
#include "tests/support/sample.h"

enum { NEIGHBOURS = 4, COST = 40 };

/* At most so many of the days from `from` on. */
static void limit_days(struct programme *p, int from, int count, int64_t most)
{
  for (int d = from; d < from + count; d++)
    programme_add_term(p, d, 1);
  programme_add_row(p, -PROGRAMME_INFINITY, most, LABEL_NONE);
}

/* A count is 1 where any of three days is worked. */
static void count_thirds(struct programme *p)
{
  for (int k = 0; k < BLOCK_COUNTS; k++)
    for (int d = 3 * k; d < 3 * k + 3; d++) {
      programme_add_term(p, BLOCK_DAYS + k, 1);
      programme_add_term(p, d, -1);
      programme_add_row(p, 0, PROGRAMME_INFINITY, LABEL_NONE);
    }
  for (int k = 0; k < BLOCK_COUNTS; k++)
    programme_add_term(p, BLOCK_DAYS + k, 1);
  programme_add_row(p, 0, BLOCK_COUNTS - 1, LABEL_NONE);
}

struct programme *block_drawn(uint64_t seed)
{
  struct dice dice = dice_numbered(seed, 0);
  struct programme *p = programme_new();
  for (int d = 0; d < BLOCK_DAYS; d++)
    sample_placement(p, 0, d, dice_below(&dice, COST) - COST / 2);
  for (int k = 0; k < BLOCK_COUNTS; k++)
    sample_column(p, 0, 1, dice_below(&dice, COST / 2));
  for (int d = 0; d + NEIGHBOURS <= BLOCK_DAYS; d++)
    limit_days(p, d, NEIGHBOURS, 2 + dice_below(&dice, NEIGHBOURS));
  count_thirds(p);
  for (int d = 0; d < BLOCK_DAYS; d++) /* so many values that paths can't keep it */
    programme_add_term(p, d, (1 << d) + dice_below(&dice, 2));
  programme_add_row(p, dice_below(&dice, 1 << (BLOCK_DAYS - 2)),
                    (1 << (BLOCK_DAYS - 1)) + dice_below(&dice, 1 << (BLOCK_DAYS - 1)), LABEL_NONE);
  for (int d = 0; d < BLOCK_DAYS; d++)
    programme_add_term(p, d, 1);
  programme_add_row(p, 2, BLOCK_DAYS / 2, LABEL_NONE);
  return p;
}

bool block_point(const struct programme *block, int number, int64_t *x)
{
  for (int j = 0; j < BLOCK_COLUMNS; j++)
    x[j] = number >> j & 1;
  return programme_first_broken(block, x) < 0;
}
