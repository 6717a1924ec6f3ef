#include "model/dice.h"

#include <glib.h>

struct dice dice_new(uint64_t seed, uint64_t part)
{
  struct dice dice = {seed};
  dice.state = dice_next(&dice) + part;
  dice.state = dice_next(&dice);
  return dice;
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
