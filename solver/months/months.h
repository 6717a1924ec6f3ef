/* Rotas made of whole months: where rules bind a person's days to each other so much that no move
 * of cells comes far, months are generated for each person, and rotas put together from them. */
#ifndef ROTA_SOLVER_MONTHS_MONTHS_H
#define ROTA_SOLVER_MONTHS_MONTHS_H

#include "solver/lns/lns.h"

/* Offers such rotas, and others that are near the best, until the run is over. Not in
 * deterministic mode. */
void months_search(struct run *run, struct lns *lns);

#endif
