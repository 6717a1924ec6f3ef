/* Temperatures in whole numbers, and dice by them: annealing that is the same
 * everywhere. */
#ifndef ROTA_SOLVER_ANNEAL_TEMPERATURE_H
#define ROTA_SOLVER_ANNEAL_TEMPERATURE_H

#include "model/dice.h"

#include <stdbool.h>

enum {
  TEMPERATURE_ONE = 1024
}; /* temperatures count in parts of one: this many are a unit of cost */

/* Is a change kept that costs so much more? Metropolis's rule. */
bool temperature_accepts(int64_t temperature, int64_t more, struct dice *dice);

/* first * factor ^ way, or first / factor ^ way when it falls, for a way from 0 to
 * 1; in straight lines between powers of two. */
int64_t temperature_along(int64_t first, int64_t factor, double way, bool falling);

#endif
