#include "solver/lns/choices.h"

enum {
  PEOPLE_ONCE_IN = 3, /* subproblems, where annealing is in vain */
  BLOCK_ONCE_IN = 4,  /* of the rest; the others are of slots */
  PART = 3,           /* no size begins with more than one in so many placements */
};

/* Columns to free, and how a size changes: when a search did not end, when it did, and when it
 * ended at once. */
struct sizes {
  double first, least, most;
  double not_ended, ended, soon;
};

static const struct sizes sizes_of[] = {
    [false] = {300, 40, 3000, 0.93, 1, 1.02}, [true] = {2000, 150, 20000, 0.8, 1, 1.15}};

void choices_begin(struct choices *choices, bool windows, int placements)
{
  const struct sizes *sizes = &sizes_of[windows];
  double first = CLAMP(placements / PART, sizes->least, sizes->first);
  choices->windows = windows;
  for (int b = 0; b < BREADTHS; b++)
    for (int k = 0; k < NEIGHBOURHOOD_KINDS; k++)
      choices->size[b][k] = first;
}

static enum neighbourhood draw_kind(const struct choices *choices, bool in_vain, struct dice *dice)
{
  if (choices->windows)
    return (enum neighbourhood)dice_below(dice, NEIGHBOURHOODS);
  if (in_vain && dice_below(dice, PEOPLE_ONCE_IN) == 0)
    return NEIGHBOURHOOD_PEOPLE;
  return dice_below(dice, BLOCK_ONCE_IN) == 0 ? NEIGHBOURHOOD_BLOCK : NEIGHBOURHOOD_SLOTS;
}

/* Sizes around the one that works, smaller and larger. */
static int draw_size(const struct choices *choices, const struct choice *choice, struct dice *dice)
{
  return (int)(choices->size[choice->breadth][choice->kind] * (0.6 + 0.8 * dice_unit(dice)));
}

struct choice choices_between(const struct choices *choices, struct dice *dice)
{
  struct choice choice = {.kind = NEIGHBOURHOOD_BETWEEN, .breadth = BREADTH_LIKELY};
  choice.size = draw_size(choices, &choice, dice);
  return choice;
}

struct choice choices_draw(const struct choices *choices, bool guided, bool in_vain,
                           struct dice *dice)
{
  struct choice choice = {.kind = draw_kind(choices, in_vain, dice)};
  if (guided)
    choice.breadth = (enum breadth)dice_below(dice, BREADTHS);
  choice.size = draw_size(choices, &choice, dice);
  return choice;
}

void choices_learn(struct choices *choices, const struct choice *choice,
                   const struct mip_result *result, int64_t allowed)
{
  if (choice->kind == NEIGHBOURHOOD_BROKEN)
    return;
  bool ended = result->end == MIP_OPTIMAL || result->end == MIP_NONE;
  const struct sizes *sizes = &sizes_of[choices->windows];
  double *size = &choices->size[choice->breadth][choice->kind];
  if (!ended)
    *size *= sizes->not_ended;
  else
    *size *= result->iterations < 2 * allowed ? sizes->soon : sizes->ended;
  *size = CLAMP(*size, sizes->least, sizes->most);
}
