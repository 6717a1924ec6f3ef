#include "tests/support/block.h"

#include "model/dice.h"
#include "tests/support/sample.h"

#include <glib.h>

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

/* What is missed counts by UNIT. */
enum { UNIT = 3 };

struct programme *block_with_slacks(uint64_t seed)
{
  struct dice dice = dice_numbered(seed, 2);
  struct programme *plain = block_drawn(seed), *p = programme_new();
  for (int j = 0; j < BLOCK_COLUMNS; j++)
    programme_add_column(p, plain->columns[j]);
  int below = sample_column(p, BLOCK_MISSED_LEAST, BLOCK_MISSED, 1 + dice_below(&dice, 4));
  int above = sample_column(p, 0, BLOCK_MISSED, 1 + dice_below(&dice, COST));
  for (int i = 0; i < plain->n_rows; i++) {
    const struct row *row = &plain->rows[i];
    for (int k = row->first; k < row->first + row->count; k++)
      programme_add_term(p, plain->terms[k].column, plain->terms[k].coefficient);
    if (i == plain->n_rows - 2)
      programme_add_term(p, below, UNIT);
    if (i == plain->n_rows - 1)
      programme_add_term(p, above, -1);
    programme_add_row(p, row->lower, row->upper, row->label);
  }
  programme_free(plain);
  return p;
}

bool block_point(const struct programme *block, int number, int64_t *x)
{
  for (int j = 0; j < block->n_columns; j++)
    x[j] = j < BLOCK_COLUMNS ? number >> j & 1 : 0;
  if (block->n_columns == BLOCK_ALL) {
    int64_t below =
        block->rows[block->n_rows - 2].lower - programme_activity(block, block->n_rows - 2, x);
    int64_t above =
        programme_activity(block, block->n_rows - 1, x) - block->rows[block->n_rows - 1].upper;
    x[BLOCK_COLUMNS] = MAX(BLOCK_MISSED_LEAST, (below + UNIT - 1) / UNIT);
    x[BLOCK_COLUMNS + 1] = MAX(0, above);
  }
  return programme_first_broken(block, x) < 0;
}
