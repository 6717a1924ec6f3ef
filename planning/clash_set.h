/* Sets of a programme's rows: can they all be kept at once? Work is limited by itself; past
 * `deadline_us` (g_get_monotonic_time; 0: none) nothing is known any more. */
#ifndef ROTA_PLANNING_CLASH_SET_H
#define ROTA_PLANNING_CLASH_SET_H

#include "planning/clash_search.h"

#include <glib.h>

/* Simplex iterations in which the rows of a whole programme join: a second or two. */
enum { CLASH_JOINED_WORK = 6000 };

/* Fills the empty `rows` with rows of in[rows] that can't all be kept; otherwise they can, or the
 * work came to its limit, of `work` simplex iterations in which rows join. */
enum clash_answer clash_set_find(const struct programme *programme, const bool *in, GArray *rows,
                                 int64_t work, int64_t deadline_us);

/* Of rows that can't all be kept, leaves some of which no group can be left out: group[k] says of
 * which one rows[k] is. Nor can any single row, unless they are very many. False: a limit came
 * first, and there may be more groups than are needed. */
bool clash_set_thin(const struct programme *programme, GArray *rows, const int *group,
                    int64_t deadline_us);

/* The whole programme, at the least cost; where the work comes to its limit first, at whatever cost
 * a search then finds. */
enum clash_answer clash_set_whole(const struct programme *programme, int64_t deadline_us,
                                  struct clash_found *found);

#endif
