/* The line of a file that a row of the programme comes from, besides that of its
 * rule: a lock, a leave, a line of demand. */
#ifndef ROTA_PLANNING_CONFLICT_SOURCES_H
#define ROTA_PLANNING_CONFLICT_SOURCES_H

#include "model/demand_cell.h"
#include "model/problem.h"
#include "model/programme.h"

/* Where the lock or line of demand that the row of the problem's programme is about was written;
 * file NULL if it is about none. Of several lines about one task, at one site and from one session
 * on, it is the one whose people and numbers the row has. */
struct where conflict_row_where(const struct problem *problem, const struct programme *programme,
                                int row);

/* How many of its two bounds, 0 to 2, the row has from the cell: its need and its most. */
int conflict_bounds(const struct row *row, const struct demand_cell *cell);

/* "Cat Cole is on study leave (2027-01/leave.csv:3)", "... does not work then";
 * NULL if the clinician is there in that slot. g_free it. */
char *conflict_absence(const struct problem *problem, int clinician, int slot);

#endif
