/* The weeks that a month shares with another one that is not published: what is asked, or
 * allowed, in a week counts in the month's part alone. Worth a word where something is. */
#ifndef ROTA_PLANNING_PART_WEEKS_H
#define ROTA_PLANNING_PART_WEEKS_H

#include "model/problem.h"

/* A sentence for each, of char, such as "the week of Mon 29 Mar is shared with 2027-04, which
 * is not published: its part counts by itself, pro rata"; g_ptr_array_unref them. */
GPtrArray *part_weeks(const struct problem *problem);

#endif
