/* Random numbers of our own, so that a seed makes the same draw on every
 * machine. */
#ifndef ROTA_MODEL_DICE_H
#define ROTA_MODEL_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
  uint64_t state;
};

/* Each part of what is drawn has dice of its own, so that a change in one
 * leaves the others as they were. */
struct dice dice_new(uint64_t seed, uint64_t part);

int dice_below(struct dice *dice, int count); /* 0 ... count - 1 */
int dice_between(struct dice *dice, int least, int most);
bool dice_chance(struct dice *dice, int percent);
void dice_shuffle(struct dice *dice, int *items, int count);

/* `count` numbers in random order, in which i occurs in proportion to
 * shares[i], to the nearest whole number. Free with g_free. */
int *dice_deck(struct dice *dice, const int *shares, int n_shares, int count);

#endif
