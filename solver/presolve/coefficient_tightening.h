/* Coefficient tightening (Savelsbergh 1994): a coefficient of a 0-1 column that is larger
 * than its row has use for only weakens the relaxation: x + y <= 9 z becomes
 * x + y <= 2 z where x and y are at most 1. The solutions stay the same. */
#ifndef ROTA_SOLVER_PRESOLVE_COEFFICIENT_TIGHTENING_H
#define ROTA_SOLVER_PRESOLVE_COEFFICIENT_TIGHTENING_H

#include "model/programme.h"

void coefficient_tightening_apply(struct programme *programme);

#endif
