/* Rows of a rota that become locks. */
#ifndef ROTA_PLANNING_LOCK_ROWS_H
#define ROTA_PLANNING_LOCK_ROWS_H

#include "planning/existing_rota.h"

/* Which rows: all that is given has to fit. */
struct lock_filter {
  const char *who, *site, *task; /* ids; NULL: any */
  int from, until;               /* dates; DATE_NONE: any */
  bool marked;                   /* only those whose column `locked` says yes */
};

struct rota_row; /* inputs/rota_reader.h */
/* Does the row fit, of somebody who is not locked in that session yet? */
bool lock_rows_takes(const struct existing_rota *rota, const struct lock_filter *filter,
                     const struct rota_row *row);

/* The text of locks.csv with a row more for each row of the rota that fits and is not locked
 * yet; `*count` says how many. `text` is what stands there, NULL for nothing. g_free it. NULL: the
 * header there is none that rows can be added under. */
char *lock_rows_text(const struct existing_rota *rota, const struct lock_filter *filter,
                     const char *text, int *count);

#endif
