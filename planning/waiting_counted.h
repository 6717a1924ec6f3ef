/* Rows of waiting.csv added up: part of planning/waiting_record.h. */
#ifndef ROTA_PLANNING_WAITING_COUNTED_H
#define ROTA_PLANNING_WAITING_COUNTED_H

#include "planning/waiting_record.h"

struct waiting_count; /* inputs/waiting_counts.h */

/* Does a band begin with that many weeks, so that all who waited longer can be counted? */
bool waiting_is_edge(int weeks);
/* In the bands that are wholly of that many weeks or more. */
int waiting_count_over(const int list[WAITING_BANDS], int weeks);

/* Adds the row to its class, of which the standard is so many weeks, and to all together. */
void waiting_count_row(const struct waiting_count *row, int standard,
                       struct waiting_counted counted[WAITING_GROUPS]);

#endif
