#include "solver/gap.h"

#include <math.h>

double gap_of(int64_t cost, int64_t bound)
{
  if (cost <= bound)
    return 0;
  return cost == 0 ? INFINITY : ((double)cost - (double)bound) / fabs((double)cost);
}
