/* Rotas that annealing has come to, to be combined with the best: where two good rotas agree they
 * are mostly right, and where they differ each is right here and there, which branch and cut finds
 * out (crossover in search by neighbourhoods: Danna, Rothberg and Le Pape 2005; Rothberg 2007). */
#ifndef ROTA_SOLVER_POOL_H
#define ROTA_SOLVER_POOL_H

#include "model/dice.h"

enum {
  POOL_ROOM = 6,  /* the cheapest are kept */
  POOL_DRAWS = 4, /* and each is drawn so often: then the best has what it had to give */
};

/* Of one solve; all its threads share it. Free with pool_free (NULL is fine). */
struct pool;
struct pool *pool_new(int n_columns);
void pool_free(struct pool *pool);

/* Adds the values x[columns] of a lawful solution. */
void pool_add(struct pool *pool, const int64_t *x, int64_t cost);
bool pool_is_empty(struct pool *pool);
/* The values x[columns] of one of them, to be given back with pool_drop; NULL: there is none left.
 */
const int64_t *pool_draw(struct pool *pool, struct dice *dice);
void pool_drop(const int64_t *x); /* NULL is fine */

#endif
