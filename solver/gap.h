/* The gap between a solution and a bound. */
#ifndef ROTA_SOLVER_GAP_H
#define ROTA_SOLVER_GAP_H

#include <stdint.h>

/* (cost - bound) / |cost|; 0 when equal, infinity for a cost of 0 above its bound. */
double gap_of(int64_t cost, int64_t bound);

#endif
