/* Random numbers of our own, so that a seed makes the same draw on every
 * machine. */
#ifndef ROTA_MODEL_DICE_H
#define ROTA_MODEL_DICE_H

#include "model/splitmix.h"

#include <stdbool.h>

struct dice {
  uint64_t state;
};

/* Each part of what is drawn has dice of its own, so that a change in one
 * leaves the others as they were. */
struct dice dice_new(uint64_t seed, uint64_t part);
/* The same for the n-th of very many uses: cheap. It is a stream of its own, as
 * whatever a seed makes is to stay as it is. */
static inline struct dice dice_numbered(uint64_t seed, uint64_t n)
{
  struct dice dice = {seed};
  dice.state = splitmix_next(&dice.state) ^ n;
  splitmix_next(&dice.state);
  return dice;
}

static inline uint64_t dice_next(struct dice *dice)
{
  return splitmix_next(&dice->state);
}

/* 0 ... count - 1, for a count of 1 or more. */
static inline int dice_below(struct dice *dice, int count)
{
  return (int)(dice_next(dice) % (uint64_t)count);
}

/* 0 ... 1, without 1. */
static inline double dice_unit(struct dice *dice)
{
  return (double)(dice_next(dice) >> 11) * 0x1p-53;
}

int dice_between(struct dice *dice, int least, int most);
bool dice_chance(struct dice *dice, int percent);
void dice_shuffle(struct dice *dice, int *items, int count);

/* `count` numbers in random order, in which i occurs in proportion to
 * shares[i], to the nearest whole number. Free with g_free. */
int *dice_deck(struct dice *dice, const int *shares, int n_shares, int count);

#endif
