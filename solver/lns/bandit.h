/* Adaptive large neighbourhood search (Ropke and Pisinger 2006): which neighbourhood to try
 * next, by what each gained lately for its work, and how large, by whether searches came to
 * their ends. */
#ifndef ROTA_SOLVER_LNS_BANDIT_H
#define ROTA_SOLVER_LNS_BANDIT_H

#include "solver/lns/neighbourhood.h"
#include "solver/mip.h"

/* Which placements of a neighbourhood are freed. */
enum breadth { BREADTH_ALL, BREADTH_LIKELY, BREADTHS };

/* How to draw a subproblem. */
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
/* `guided`: there is a guide, which says what placements are likely. */
struct choice bandit_draw(const struct bandit *bandit, bool guided, struct dice *dice);
/* The subproblem drawn so gained `gain` in cost; its search was allowed `allowed`
 * iterations. */
void bandit_learn(struct bandit *bandit, const struct choice *choice, double gain,
                  const struct mip_result *result, int64_t allowed);

#endif
