/* Random numbers that are the same everywhere; cheap to seed, as each piece of
 * work has dice of its own. */
#ifndef ROTA_SOLVER_DICE_H
#define ROTA_SOLVER_DICE_H

#include "model/splitmix.h"

struct dice {
  uint64_t state;
};

static inline uint64_t dice_next(struct dice *dice)
{
  return splitmix_next(&dice->state);
}

/* Dice for the n-th use of a seed. */
static inline struct dice dice_new(uint64_t seed, uint64_t n)
{
  struct dice dice = {seed};
  dice.state = dice_next(&dice) ^ n;
  dice_next(&dice);
  return dice;
}

/* 0 ... n - 1, for n of 1 or more. */
static inline int dice_below(struct dice *dice, int n)
{
  return (int)(dice_next(dice) % (uint64_t)n);
}

/* 0 ... 1, without 1. */
static inline double dice_unit(struct dice *dice)
{
  return (double)(dice_next(dice) >> 11) * 0x1p-53;
}

#endif
