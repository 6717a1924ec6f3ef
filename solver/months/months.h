/* Rotas made of whole months: where rules bind a person's days to each other, or make them dear, so
 * that no move of cells comes far, months are generated for each person, and rotas put together
 * from them. */
#ifndef ROTA_SOLVER_MONTHS_MONTHS_H
#define ROTA_SOLVER_MONTHS_MONTHS_H

#include "solver/lns/lns.h"

struct generation; /* solver/months/generation.h */

/* NULL: that doesn't suit the programme. Where some clinicians' months are no diagrams, it does
 * only if annealing is in vain. Free with months_free (NULL is fine), on the thread that searched.
 */
struct generation *months_new(struct run *run);
void months_free(struct generation *months);

/* Offers such rotas, and others that are near the best, and raises the bound, until the run is
 * over, there is no way on, or so many of them (0: any number) in a row brought nothing. */
void months_search(struct generation *months, struct lns *lns, int patience);

#endif
