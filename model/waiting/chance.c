#include "model/waiting/chance.h"

#include "model/splitmix.h"

static uint64_t next(struct chance *chance)
{
  return splitmix_next(&chance->state);
}

struct chance chance_new(uint64_t seed, uint64_t n)
{
  struct chance chance = {seed};
  chance.state = next(&chance) ^ n;
  chance.state = next(&chance);
  return chance;
}

/* Ones among n random bits. */
static int64_t heads(struct chance *chance, int64_t n)
{
  enum { WORD = 64 };
  int64_t count = 0;
  for (; n >= WORD; n -= WORD)
    count += __builtin_popcountll(next(chance));
  if (n > 0)
    count += __builtin_popcountll(next(chance) >> (WORD - n));
  return count;
}

/* Everybody draws a number from 0 to 1, bit by bit, and comes about where it is
 * below p. Each bit settles about half of those still open, those whose bit
 * differs from that of p, so that only their number needs to be known. */
int64_t chance_binomial(struct chance *chance, int64_t n, double p)
{
  enum { BITS = 53 };
  int64_t count = 0;
  if (p <= 0 || n <= 0)
    return 0;
  if (p >= 1)
    return n;
  uint64_t digits = (uint64_t)(p * 0x1p53) << (64 - BITS);
  for (; digits && n > 0; digits <<= 1) {
    int64_t ones = heads(chance, n);
    if (digits >> 63) {
      count += n - ones;
      n = ones;
    } else {
      n -= ones;
    }
  }
  return count;
}

enum { STEP = 16 };

/* Poisson of mean STEP by inversion: the first k that the summed probabilities
 * reach. The sum stops short of 1 by rounding, hence the bound. */
static int64_t poisson_step(struct chance *chance)
{
  enum { MOST = 120 };
  double u = (double)(next(chance) >> 11) * 0x1p-53;
  double p = 1.1253517471925912e-07; /* exp(-16) */
  double sum = p;
  int k = 0;
  while (u >= sum && k < MOST) {
    k++;
    p = p * STEP / k;
    sum += p;
  }
  return k;
}

/* Whole steps, and of one more step each with the probability of what is left:
 * thinned Poisson numbers are Poisson again. */
int64_t chance_poisson(struct chance *chance, double mean)
{
  int64_t count = 0, steps = (int64_t)(mean / STEP);
  double left = mean - (double)(steps * STEP);
  for (int64_t i = 0; i < steps; i++)
    count += poisson_step(chance);
  if (left > 0)
    count += chance_binomial(chance, poisson_step(chance), left / STEP);
  return count;
}
