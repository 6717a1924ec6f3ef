#include "solver/anneal/temperature.h"

/* An exponential variate in 1 / TEMPERATURE_ONE by comparing dice alone (von Neumann 1951). */
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

int64_t temperature_along(int64_t first, int64_t factor, double way, bool falling)
{
  int doublings = 0;
  while ((INT64_C(1) << doublings) < factor)
    doublings++;
  double at = way * doublings;
  int whole = (int)at;
  double part = at - whole;
  return falling ? (int64_t)((double)(first >> whole) * (1 - part / 2))
                 : (int64_t)((double)(first << whole) * (1 + part));
}
