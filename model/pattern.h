/* A weekly pattern: which blocks of which weekdays, between which dates. */
#ifndef ROTA_MODEL_PATTERN_H
#define ROTA_MODEL_PATTERN_H

#include "model/date.h"

#include <stdbool.h>
#include <stdint.h>

enum { BLOCKS_MAX = 8 };

struct pattern {
  uint8_t blocks[WEEK_DAYS]; /* bit b: block b of that weekday, 0 Monday */
  int from, until;           /* first and last date; DATE_NONE: unbounded */
};

static inline struct pattern pattern_always(void)
{
  return (struct pattern){.blocks = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};
}

static inline bool pattern_has(const struct pattern *pattern, int date, int block)
{
  if (pattern->from != DATE_NONE && date < pattern->from)
    return false;
  if (pattern->until != DATE_NONE && date > pattern->until)
    return false;
  return pattern->blocks[date_weekday(date)] >> block & 1;
}

#endif
