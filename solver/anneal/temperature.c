#include "solver/anneal/temperature.h"

#include <glib.h>
#include <math.h>

enum { WAY_BITS = 20 }; /* binary digits of the way that are used */

/* An exponential variate, in 1 / TEMPERATURE_ONE, by comparisons of random numbers alone
 * (von Neumann 1951). */
static int64_t exponential(struct dice *dice)
{
  for (int64_t whole = 0;; whole += TEMPERATURE_ONE) {
    uint64_t first = dice_next(dice), last = first;
    for (bool odd = true;; odd = !odd) {
      uint64_t next = dice_next(dice);
      if (next < last) {
        last = next;
        continue;
      }
      if (odd)
        return whole + (int64_t)(first >> 54);
      break;
    }
  }
}

bool temperature_accepts(int64_t temperature, int64_t more, struct dice *dice)
{
  return more <= 0 || more * TEMPERATURE_ONE * TEMPERATURE_ONE <= temperature * exponential(dice);
}

int64_t temperature_first(int64_t cost, int64_t share, int halvings)
{
  return MAX(1, ((cost * TEMPERATURE_ONE) << halvings) / share);
}

int64_t temperature_falling(int64_t first, int halvings, double way)
{
  double at = way * halvings;
  int whole = (int)at;
  return (int64_t)((double)(first >> whole) * (1 - (at - whole) / 2));
}

/* factor ^ way, by square roots: their results are the same on every machine, as those of
 * pow() are not. */
static double power(double factor, double way)
{
  double product = 1, root = factor;
  for (int bit = 0; bit < WAY_BITS; bit++) {
    root = sqrt(root);
    way *= 2;
    if (way >= 1) {
      product *= root;
      way -= 1;
    }
  }
  return product;
}

int64_t temperature_path(int64_t from, int64_t to, double way)
{
  return way >= 1 ? to : (int64_t)((double)from * power((double)to / (double)from, way));
}

double temperature_step(double way, int steps)
{
  return MIN(1, floor(way * steps) / steps);
}
