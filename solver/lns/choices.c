#include "solver/lns/choices.h"

enum {
  SIZE_FIRST = 300,
  SIZE_LEAST = 40,
  SIZE_MOST = 3000,
  BLOCK_ONCE_IN = 4, /* subproblems; the others are of slots */
};

void choices_begin(struct choices *choices)
{
  for (int b = 0; b < BREADTHS; b++)
    for (int k = 0; k < NEIGHBOURHOODS; k++)
      choices->size[b][k] = SIZE_FIRST;
}

struct choice choices_draw(const struct choices *choices, bool guided, struct dice *dice)
{
  bool block = dice_below(dice, BLOCK_ONCE_IN) == 0;
  struct choice choice = {.kind = block ? NEIGHBOURHOOD_BLOCK : NEIGHBOURHOOD_SLOTS};
  if (guided)
    choice.breadth = (enum breadth)dice_below(dice, BREADTHS);
  /* sizes around the one that works, smaller and larger */
  choice.size = (int)(choices->size[choice.breadth][choice.kind] * (0.6 + 0.8 * dice_unit(dice)));
  return choice;
}

void choices_learn(struct choices *choices, const struct choice *choice,
                   const struct mip_result *result, int64_t allowed)
{
  if (choice->kind >= NEIGHBOURHOODS)
    return;
  bool ended = result->end == MIP_OPTIMAL || result->end == MIP_NONE;
  double *size = &choices->size[choice->breadth][choice->kind];
  if (!ended)
    *size *= 0.93;
  else if (result->iterations < 2 * allowed)
    *size *= 1.02;
  *size = CLAMP(*size, SIZE_LEAST, SIZE_MOST);
}
