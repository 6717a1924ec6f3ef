/* Paths through the diagram, followed side by side, layer by layer (Irnich and Desaulniers 2005).
 */
#ifndef ROTA_SOLVER_MONTHS_MONTH_PATHS_H
#define ROTA_SOLVER_MONTHS_MONTH_PATHS_H

#include "solver/months/month_search.h"

/* Follows those that may cost less than search->best, to the best of them; raises the bound. */
void month_paths_follow(struct month_search *search);

#endif
