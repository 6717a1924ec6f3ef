/* Whole numbers as the solver's parts need them: bounds that may be endless, and
 * arithmetic that says when it can't be done. */
#ifndef ROTA_SOLVER_WHOLE_H
#define ROTA_SOLVER_WHOLE_H

#include "model/programme.h"

static inline bool whole_is_endless(int64_t bound)
{
  return bound <= -PROGRAMME_INFINITY || bound >= PROGRAMME_INFINITY;
}

/* a / b rounded down, for any b but 0. */
static inline int64_t whole_divide_down(int64_t a, int64_t b)
{
  int64_t q = a / b;
  return q - ((a % b != 0) && ((a < 0) != (b < 0)));
}

/* The greatest common divisor, above 0 unless both are 0. */
static inline int64_t whole_divisor(int64_t a, int64_t b)
{
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/* *sum += a * b, if that can be. */
static inline bool whole_add_product(int64_t *sum, int64_t a, int64_t b)
{
  int64_t product;
  return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(*sum, product, sum);
}

#endif
