#include "solver/lns/portfolio.h"

/* Of the time, for what gains more a second. */
static const double larger_share = 0.75;
/* When each thread has had so many seconds, what they were and gained counts a quarter from then
 * on: what annealing has left over is gained soon, and no longer. */
static const double lately = 10;

void portfolio_learn(struct portfolio *portfolio, bool window, double gained, double seconds)
{
  portfolio->gained[window] += gained;
  portfolio->seconds[window] += seconds;
  if (portfolio->seconds[false] + portfolio->seconds[true] < lately * portfolio->threads)
    return;
  for (int k = 0; k < 2; k++) {
    portfolio->gained[k] /= 4;
    portfolio->seconds[k] /= 4;
  }
}

/* The windows' share of the time: half, as long as both gain alike. */
static double window_share(const struct portfolio *portfolio)
{
  /* gained a second, compared without dividing by what may be 0 */
  double windows = portfolio->gained[true] * portfolio->seconds[false];
  double pieces = portfolio->gained[false] * portfolio->seconds[true];
  if (windows == pieces)
    return 0.5;
  return windows > pieces ? larger_share : 1 - larger_share;
}

bool portfolio_window_next(const struct portfolio *portfolio, int windows)
{
  double share = window_share(portfolio);
  return windows < share * portfolio->threads &&
         portfolio->seconds[true] * (1 - share) <= portfolio->seconds[false] * share;
}
