#include "model/provenance.h"

#include <math.h>

/* (objective - bound) / size in hundredths of a percent, rounded up. */
static int64_t hundredths_of(const struct provenance *run, int64_t objective, double size)
{
  if (run->bound >= objective)
    return 0;
  double hundredths = ceil(10000 * ((double)objective - (double)run->bound) / size);
  return hundredths < 1e15 ? (int64_t)hundredths : (int64_t)1e15;
}

int64_t provenance_gap_hundredths(const struct provenance *run, int64_t objective)
{
  if (!run->has_bound)
    return -1;
  return hundredths_of(run, objective, objective == 0 ? 1 : fabs((double)objective));
}

int64_t provenance_gap_of_wishes(const struct provenance *run, int64_t objective)
{
  if (!run->has_bound || !run->relaxation.known || run->relaxation.wishes <= 0)
    return -1;
  return hundredths_of(run, objective, (double)run->relaxation.wishes);
}
