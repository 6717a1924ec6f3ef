#include "solver/bandit.h"

enum { SIZE_FIRST = 300, SIZE_LEAST = 40, SIZE_MOST = 3000 };

static const double memory = 0.95;      /* what is kept of the past at each lesson */
static const double least_share = 0.04; /* each is tried this often, come what may */
static const double work_overhead = 200;

void bandit_begin(struct bandit *bandit)
{
  for (int k = 0; k < NEIGHBOURHOODS; k++) {
    bandit->yield[k] = 0;
    bandit->size[k] = SIZE_FIRST;
  }
}

enum neighbourhood bandit_draw(const struct bandit *bandit, struct dice *dice, int *size)
{
  double sum = 0;
  for (int k = 0; k < NEIGHBOURHOODS; k++)
    sum += bandit->yield[k];
  double shared = 1 - least_share * NEIGHBOURHOODS, at = dice_unit(dice);
  int drawn = NEIGHBOURHOODS - 1;
  for (int k = 0; k < NEIGHBOURHOODS; k++) {
    double share = sum > 0 ? bandit->yield[k] / sum : 1.0 / NEIGHBOURHOODS;
    at -= least_share + shared * share;
    if (at < 0) {
      drawn = k;
      break;
    }
  }
  /* sizes about the one that works, so that neither end is missed for ever */
  *size = (int)(bandit->size[drawn] * (0.6 + 0.8 * dice_unit(dice)));
  return (enum neighbourhood)drawn;
}

void bandit_learn(struct bandit *bandit, enum neighbourhood kind, double gain,
                  const struct branch_result *result, int64_t allowed)
{
  if (kind >= NEIGHBOURHOODS)
    return;
  double yield = gain / (work_overhead + (double)result->iterations);
  bandit->yield[kind] = memory * bandit->yield[kind] + (1 - memory) * yield;
  bool ended = result->end == BRANCH_OPTIMAL || result->end == BRANCH_NONE;
  double *size = &bandit->size[kind];
  if (!ended)
    *size *= 0.93;
  else if (result->iterations < 2 * allowed)
    *size *= 1.02;
  *size = CLAMP(*size, SIZE_LEAST, SIZE_MOST);
}
