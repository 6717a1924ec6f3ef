/* Can a programme's rows be kept? As a month is built: a rota is soon there, and proven the
 * cheapest only now and then. For what an exact search brings to no end. */
#ifndef ROTA_PLANNING_CLASH_SEARCH_H
#define ROTA_PLANNING_CLASH_SEARCH_H

#include "model/programme.h"

#include <glib.h>
#include <stdbool.h>

enum clash_answer { CLASH_KEPT, CLASH_BROKEN, CLASH_UNKNOWN };

/* What keeps the rows for which in[rows] (NULL: all), and what it costs. */
struct clash_found {
  int64_t *x; /* [columns], for g_free; NULL: nothing */
  int64_t cost;
  bool proven; /* there is none for less */
};

/* For about two seconds, counted in work, and not at all past `deadline_us` (g_get_monotonic_time;
 * 0: none). `found` is set whatever the answer; of what is broken rows (int) that can't all be kept
 * are added to `conflict`, which may be NULL. */
enum clash_answer clash_search(const struct programme *programme, const bool *in,
                               int64_t deadline_us, struct clash_found *found, GArray *conflict);

#endif
