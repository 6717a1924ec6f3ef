/* Pieces by GLPK and windows by the other engine: which has more of the time. The one that has
 * lately gained more a second has three quarters of it, so that the other can still show what it
 * gains by now: pieces soon after annealing, mostly, and windows later. */
#ifndef ROTA_SOLVER_LNS_PORTFOLIO_H
#define ROTA_SOLVER_LNS_PORTFOLIO_H

#include <stdbool.h>

/* Of pieces [false] and of windows [true], lately: what they gained, and the time of single
 * threads. Begins as zeros but for `threads`. */
struct portfolio {
  int threads;
  double gained[2], seconds[2];
};

/* A step has gained so much (0: nothing) in so many seconds. */
void portfolio_learn(struct portfolio *portfolio, bool window, double gained, double seconds);
/* Is it the windows' turn, while so many threads solve some already? */
bool portfolio_window_next(const struct portfolio *portfolio, int windows);

#endif
