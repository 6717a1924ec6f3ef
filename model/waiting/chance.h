/* Chance that is the same on every machine: integers and plain arithmetic only,
 * no library function whose last digit may differ. */
#ifndef ROTA_MODEL_WAITING_CHANCE_H
#define ROTA_MODEL_WAITING_CHANCE_H

#include <stdint.h>

struct chance {
  uint64_t state;
};

/* Chance of its own for the n-th use of a seed: numbers drawn for one use leave
 * the others as they are. */
struct chance chance_new(uint64_t seed, uint64_t n);

/* How many of `n` come about, each with probability `p` (0 ... 1). */
int64_t chance_binomial(struct chance *chance, int64_t n, double p);

/* A Poisson number; the work grows with the mean. */
int64_t chance_poisson(struct chance *chance, double mean);

#endif
