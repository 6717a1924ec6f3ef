#include "solver/lns/bandit.h"

enum { SIZE_FIRST = 300, SIZE_LEAST = 40, SIZE_MOST = 3000 };

static const double memory = 0.95; /* weight of the past in a yield */
/* The share of draws that is uniform, of the neighbourhood and of its breadth. */
static const double least_kind = 0.32, least_breadth = 0.5;
static const double work_overhead = 200;

void bandit_begin(struct bandit *bandit)
{
  for (int b = 0; b < BREADTHS; b++)
    for (int k = 0; k < NEIGHBOURHOODS; k++) {
      bandit->yield[b][k] = 0;
      bandit->size[b][k] = SIZE_FIRST;
    }
}

/* Draws one of `count` in proportion to their yields, but for a share `alike` of draws,
 * which is uniform. */
static int draw(const double *yields, int count, double alike, struct dice *dice)
{
  double sum = 0, at = dice_unit(dice);
  for (int k = 0; k < count; k++)
    sum += yields[k];
  for (int k = 0; k < count; k++) {
    double share = sum > 0 ? yields[k] / sum : 1.0 / count;
    at -= alike / count + (1 - alike) * share;
    if (at < 0)
      return k;
  }
  return count - 1;
}

struct choice bandit_draw(const struct bandit *bandit, bool guided, struct dice *dice)
{
  double yields[NEIGHBOURHOODS], halves[BREADTHS];
  for (int k = 0; k < NEIGHBOURHOODS; k++) {
    yields[k] = 0;
    for (int b = 0; b < BREADTHS; b++)
      yields[k] += bandit->yield[b][k];
  }
  int kind = draw(yields, NEIGHBOURHOODS, least_kind, dice);
  for (int b = 0; b < BREADTHS; b++)
    halves[b] = bandit->yield[b][kind];
  struct choice choice = {.kind = (enum neighbourhood)kind};
  if (guided)
    choice.breadth = (enum breadth)draw(halves, BREADTHS, least_breadth, dice);
  /* sizes around the one that works, smaller and larger */
  choice.size = (int)(bandit->size[choice.breadth][choice.kind] * (0.6 + 0.8 * dice_unit(dice)));
  return choice;
}

void bandit_learn(struct bandit *bandit, const struct choice *choice, double gain,
                  const struct mip_result *result, int64_t allowed)
{
  if (choice->kind >= NEIGHBOURHOODS)
    return;
  double *yield = &bandit->yield[choice->breadth][choice->kind];
  *yield = memory * *yield + (1 - memory) * gain / (work_overhead + (double)result->iterations);
  bool ended = result->end == MIP_OPTIMAL || result->end == MIP_NONE;
  double *size = &bandit->size[choice->breadth][choice->kind];
  if (!ended)
    *size *= 0.93;
  else if (result->iterations < 2 * allowed)
    *size *= 1.02;
  *size = CLAMP(*size, SIZE_LEAST, SIZE_MOST);
}
