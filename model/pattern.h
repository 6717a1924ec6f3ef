/* A weekly pattern: which blocks of which weekdays, between which dates, and in which
 * weeks of a cycle. */
#ifndef ROTA_MODEL_PATTERN_H
#define ROTA_MODEL_PATTERN_H

#include "model/date.h"

#include <stdbool.h>
#include <stdint.h>

enum { BLOCKS_MAX = 8, CYCLE_WEEKS_MAX = 52 };

struct pattern {
  uint8_t blocks[WEEK_DAYS]; /* bit b: block b of that weekday, 0 Monday */
  int from, until;           /* first and last date; DATE_NONE: unbounded */
  int cycle;                 /* a Monday that begins a cycle; DATE_NONE: every week is alike */
  int cycle_weeks;           /* how many weeks the cycle has */
  uint64_t turns;            /* bit w: in the cycle's week w, 0 the first */
};

/* Which week of a cycle it is, from 0, before the Monday that begins one as after it. */
static inline int pattern_cycle_week(int monday, int weeks, int date)
{
  int days = (date - monday) % (weeks * WEEK_DAYS);
  return (days < 0 ? days + weeks * WEEK_DAYS : days) / WEEK_DAYS;
}

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
  if (pattern->cycle != DATE_NONE &&
      !(pattern->turns >> pattern_cycle_week(pattern->cycle, pattern->cycle_weeks, date) & 1))
    return false;
  return pattern->blocks[date_weekday(date)] >> block & 1;
}

#endif
