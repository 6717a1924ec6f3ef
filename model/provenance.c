#include "model/provenance.h"

#include <math.h>

int64_t provenance_gap_hundredths(const struct provenance *run, int64_t objective)
{
  if (!run->has_bound)
    return -1;
  if (run->bound >= objective)
    return 0;
  double distance = (double)objective - (double)run->bound;
  double size = objective == 0 ? 1 : fabs((double)objective);
  double hundredths = ceil(10000 * distance / size);
  return hundredths < 1e15 ? (int64_t)hundredths : (int64_t)1e15;
}
