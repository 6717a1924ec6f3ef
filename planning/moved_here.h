/* Work that closures move from elsewhere. */
#ifndef ROTA_PLANNING_MOVED_HERE_H
#define ROTA_PLANNING_MOVED_HERE_H

#include "model/problem.h"

/* The closure by which the task, asked for at another site in that slot, is asked for at this
 * one; NULL: by none. */
const struct closure *moved_here(const struct problem *problem, int slot, int task, int site);

#endif
