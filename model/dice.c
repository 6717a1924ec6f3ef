#include "model/dice.h"

#include "model/splitmix.h"

#include <glib.h>

static uint64_t next(struct dice *dice)
{
  return splitmix_next(&dice->state);
}

struct dice dice_new(uint64_t seed, uint64_t part)
{
  struct dice dice = {seed};
  dice.state = next(&dice) + part;
  dice.state = next(&dice);
  return dice;
}

int dice_below(struct dice *dice, int count)
{
  g_assert(count > 0);
  return (int)(next(dice) % (uint64_t)count);
}

int dice_between(struct dice *dice, int least, int most)
{
  return least + dice_below(dice, most - least + 1);
}

bool dice_chance(struct dice *dice, int percent)
{
  return dice_below(dice, 100) < percent;
}

void dice_shuffle(struct dice *dice, int *items, int count)
{
  for (int i = count - 1; i > 0; i--) {
    int j = dice_below(dice, i + 1), item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

int *dice_deck(struct dice *dice, const int *shares, int n_shares, int count)
{
  int *deck = g_new(int, (gsize)count + 1);
  int total = 0, card = 0, so_far = 0;
  for (int i = 0; i < n_shares; i++)
    total += shares[i];
  for (int i = 0; i < n_shares; i++) {
    so_far += shares[i];
    int until = (so_far * count + total / 2) / total;
    while (card < until)
      deck[card++] = i;
  }
  dice_shuffle(dice, deck, count);
  return deck;
}
