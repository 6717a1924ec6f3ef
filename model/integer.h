/* Arithmetic of whole numbers, where C rounds towards zero or overflows in silence. */
#ifndef ROTA_MODEL_INTEGER_H
#define ROTA_MODEL_INTEGER_H

#include <stdbool.h>
#include <stdint.h>

/* a / b rounded down, for any b but 0. */
static inline int64_t integer_divide_down(int64_t a, int64_t b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* a / b rounded up, for any b but 0; quick for 1, as dividing is slow. */
static inline int64_t integer_divide_up(int64_t a, int64_t b)
{
  return b == 1 ? a : a / b + (a % b != 0 && (a < 0) == (b < 0));
}

/* The greatest common divisor, above 0 unless both are 0. */
static inline int64_t integer_gcd(int64_t a, int64_t b)
{
  while (b != 0) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/* *sum += a * b. False, and *sum as it was: the result is too large a number. */
static inline bool integer_add_product(int64_t *sum, int64_t a, int64_t b)
{
  int64_t product, total;
  if (__builtin_mul_overflow(a, b, &product) || __builtin_add_overflow(*sum, product, &total))
    return false;
  *sum = total;
  return true;
}

#endif
