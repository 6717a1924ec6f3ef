/* Which neighbourhood to try next, and how large: by what each gave lately for
 * its work, and by how much of it could be searched to the end. */
#ifndef ROTA_SOLVER_LNS_BANDIT_H
#define ROTA_SOLVER_LNS_BANDIT_H

#include "solver/lns/neighbourhood.h"
#include "solver/mip.h"

/* Which placements of a neighbourhood are freed. */
enum breadth { BREADTH_ALL, BREADTH_LIKELY, BREADTHS };

/* A way to draw a subproblem. */
struct choice {
  enum neighbourhood kind;
  enum breadth breadth;
  int size; /* columns to free */
};

struct bandit {
  double yield[BREADTHS][NEIGHBOURHOODS]; /* recent gain for each unit of work */
  double size[BREADTHS][NEIGHBOURHOODS];  /* columns to free */
};

void bandit_begin(struct bandit *bandit);
/* `guided`: it is known which placements are likely. */
struct choice bandit_draw(const struct bandit *bandit, bool guided, struct dice *dice);
/* `gain` is what the cost fell by; the subproblems' searches are allowed `allowed`
 * iterations each. */
void bandit_learn(struct bandit *bandit, const struct choice *choice, double gain,
                  const struct mip_result *result, int64_t allowed);

#endif
