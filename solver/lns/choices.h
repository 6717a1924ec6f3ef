/* How to draw the next subproblem: mostly everybody in a few slots, otherwise clinicians
 * who share rows in some weeks; all their placements or the likely ones; and as large as
 * could lately be searched to its end. Fixed shares did as well as shares that follow the
 * gain, and better from far off: docs/measurements/what-earns-its-place.md.
 *
 * Where annealing is in vain, every third frees clinicians' whole months.
 *
 * Windows are the same for another engine (engine/outside.h), which ends what is ten times as
 * large: clinicians' whole months too, each kind as often. */
#ifndef ROTA_SOLVER_LNS_CHOICES_H
#define ROTA_SOLVER_LNS_CHOICES_H

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

struct choices {
  bool windows;
  double size[BREADTHS][NEIGHBOURHOOD_KINDS]; /* columns to free, of each kind */
};

/* `placements`: of the whole programme. */
void choices_begin(struct choices *choices, bool windows, int placements);
/* `guided`: there is a guide, which says what placements are likely. `in_vain`: as
 * run_anneals_in_vain. */
struct choice choices_draw(const struct choices *choices, bool guided, bool in_vain,
                           struct dice *dice);
/* Of cells where two rotas differ. */
struct choice choices_between(const struct choices *choices, struct dice *dice);
/* Adapts the size to how the search of a subproblem drawn so ended, which was allowed
 * `allowed` iterations. */
void choices_learn(struct choices *choices, const struct choice *choice,
                   const struct mip_result *result, int64_t allowed);

#endif
