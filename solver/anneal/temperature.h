/* Temperatures of annealing, in whole numbers, so that it is the same on every machine. */
#ifndef ROTA_SOLVER_ANNEAL_TEMPERATURE_H
#define ROTA_SOLVER_ANNEAL_TEMPERATURE_H

#include "model/dice.h"

#include <stdbool.h>

enum {
  TEMPERATURE_ONE = 1024
}; /* temperatures count in parts of one: this many are a unit of cost */

/* Is a change accepted that costs so much more? Metropolis's rule (1953). */
bool temperature_accepts(int64_t temperature, int64_t more, struct dice *dice);

/* The temperature from which one falls, by so many halvings, to a cost divided by `share`. */
int64_t temperature_first(int64_t cost, int64_t share, int halvings);

/* A temperature that falls from `first` to first / 2 ^ halvings as the way goes from 0 to 1,
 * in straight lines between halvings. */
int64_t temperature_falling(int64_t first, int halvings, double way);

/* A geometric path: from * (to / from) ^ way, for a way from 0 to 1; both above 0. */
int64_t temperature_path(int64_t from, int64_t to, double way);

/* The last of so many equal steps of a way from 0 to 1 that has been reached; 1 beyond it. */
double temperature_step(double way, int steps);

#endif
