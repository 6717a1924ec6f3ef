#include "solver/bandit.h"

enum { SIZE_FIRST = 300, SIZE_LEAST = 40, SIZE_MOST = 3000 };

static const double memory = 0.95;      /* what is kept of the past at each lesson */
static const double least_share = 0.32; /* for all alike, come what may */
static const double work_overhead = 200;

void bandit_begin(struct bandit *bandit)
{
  for (int b = 0; b < BREADTHS; b++)
    for (int k = 0; k < NEIGHBOURHOODS; k++) {
      bandit->yield[b][k] = 0;
      bandit->size[b][k] = SIZE_FIRST;
    }
}

/* Which of so many, in proportion to their yields. */
static int draw(const double *yields, int count, struct dice *dice)
{
  double sum = 0, at = dice_unit(dice);
  for (int k = 0; k < count; k++)
    sum += yields[k];
  for (int k = 0; k < count; k++) {
    double share = sum > 0 ? yields[k] / sum : 1.0 / count;
    at -= least_share / count + (1 - least_share) * share;
    if (at < 0)
      return k;
  }
  return count - 1;
}

struct choice bandit_draw(const struct bandit *bandit, bool guided, struct dice *dice)
{
  int drawn = draw(&bandit->yield[0][0], guided ? BREADTHS * NEIGHBOURHOODS : NEIGHBOURHOODS, dice);
  struct choice choice = {.kind = (enum neighbourhood)(drawn % NEIGHBOURHOODS),
                          .breadth = (enum breadth)(drawn / NEIGHBOURHOODS)};
  /* sizes about the one that works, so that neither end is missed for ever */
  choice.size = (int)(bandit->size[choice.breadth][choice.kind] * (0.6 + 0.8 * dice_unit(dice)));
  return choice;
}

void bandit_learn(struct bandit *bandit, const struct choice *choice, double gain,
                  const struct branch_result *result, int64_t allowed)
{
  if (choice->kind >= NEIGHBOURHOODS)
    return;
  double *yield = &bandit->yield[choice->breadth][choice->kind];
  *yield = memory * *yield + (1 - memory) * gain / (work_overhead + (double)result->iterations);
  bool ended = result->end == BRANCH_OPTIMAL || result->end == BRANCH_NONE;
  double *size = &bandit->size[choice->breadth][choice->kind];
  if (!ended)
    *size *= 0.93;
  else if (result->iterations < 2 * allowed)
    *size *= 1.02;
  *size = CLAMP(*size, SIZE_LEAST, SIZE_MOST);
}
