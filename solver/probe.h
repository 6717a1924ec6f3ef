/* Tries single values out: a 0-1 column that at one of its values makes some row
 * impossible, all that follows by bounds being followed, has the other value in
 * every solution. */
#ifndef ROTA_SOLVER_PROBE_H
#define ROTA_SOLVER_PROBE_H

#include "model/programme.h"

/* Fixes such columns of the programme, trying those that are no placements: there
 * are few of them, and they stand for several placements at once. How many, or -1
 * when the programme turns out to have no solution. */
int probe_counts(struct programme *programme);

#endif
