/* One part of exact.h: a group of columns that rows tie together, searched by
 * halving bounds and propagating rows. */
#ifndef ROTA_TESTS_SUPPORT_EXACT_GROUP_H
#define ROTA_TESTS_SUPPORT_EXACT_GROUP_H

#include "model/programme.h"

#include <glib.h>

struct exact_group {
  GArray *columns, *rows; /* int; no placement among the columns */
  GHashTable *known;      /* activities of the rows -> struct exact_answer */
};

struct exact_answer {
  bool feasible;
  int64_t cost;
};

/* The least cost of the group's columns, where the placements give each row
 * activity[row]. */
struct exact_answer exact_group_search(const struct programme *programme,
                                       const struct exact_group *group, const int64_t *activity);

#endif
