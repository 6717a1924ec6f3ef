/* Which neighbourhood to try next, and how large: by what each gave lately for
 * its work, and by how much of it could be searched to the end. */
#ifndef ROTA_SOLVER_BANDIT_H
#define ROTA_SOLVER_BANDIT_H

#include "solver/branch.h"
#include "solver/neighbourhood.h"

struct bandit {
  double yield[NEIGHBOURHOODS]; /* recent gain for each unit of work */
  double size[NEIGHBOURHOODS];  /* columns to free */
};

void bandit_begin(struct bandit *bandit);
enum neighbourhood bandit_draw(const struct bandit *bandit, struct dice *dice, int *size);
/* `gain` is what the cost fell by; the pieces' searches are allowed `allowed`
 * iterations each. */
void bandit_learn(struct bandit *bandit, enum neighbourhood kind, double gain,
                  const struct branch_result *result, int64_t allowed);

#endif
