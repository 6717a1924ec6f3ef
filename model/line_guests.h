/* What closures move of lines of demand to other sites, as the check of rule `cover` reads it.
 * For check only. */
#ifndef ROTA_MODEL_LINE_GUESTS_H
#define ROTA_MODEL_LINE_GUESTS_H

#include "model/line.h"

#include <glib.h>

/* What moves of a line, from all of its sites, to another in a period: the guest of a line that
 * asks there, or NULL. */
struct line_guest {
  const struct demand *demand, *host;
  int to, period, first_slot;
  int need, target;
  bool *slots; /* [month] in which it does */
};

/* An array for them; g_array_unref it. */
GArray *line_guests_new(void);

/* Adds what moves of the line, whose need in a whole period is `need`. */
void line_guests_send(const struct problem *problem, struct line *line, int need, GArray *guests);

/* Finds the host of each, when all have been sent. */
void line_guests_place(const struct problem *problem, GArray *guests);

/* Adds what the line hosts in its period to its numbers; `most` INT_MAX: no limit. `guests` may be
 * NULL. */
void line_guests_take(const GArray *guests, const struct line *line, int *need, int *target,
                      int *most);

#endif
