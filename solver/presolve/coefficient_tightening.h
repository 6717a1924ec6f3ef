/* Coefficients of 0-1 columns that are larger than their row has use for only
 * weaken the relaxation: x + y <= 9 z becomes x + y <= 2 z where x and y are at
 * most 1. The lawful solutions stay the same. */
#ifndef ROTA_SOLVER_PRESOLVE_COEFFICIENT_TIGHTENING_H
#define ROTA_SOLVER_PRESOLVE_COEFFICIENT_TIGHTENING_H

#include "model/programme.h"

void coefficient_tightening_apply(struct programme *programme);

#endif
