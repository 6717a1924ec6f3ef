/* A programme made tighter for branch and cut: the same columns and solutions,
 * rows trimmed, counts probed, and cuts after them. */
#ifndef ROTA_SOLVER_STRENGTHEN_H
#define ROTA_SOLVER_STRENGTHEN_H

#include "solver/cuts.h"

struct strengthened {
  struct programme *programme; /* rows as in the original, then cuts */
  struct cuts *cuts;
  int64_t work; /* first-order iterations */
};

/* Free with strengthen_clear. `ended` may stop it early: then there are fewer cuts. */
void strengthen_make(const struct programme *programme, bool (*ended)(void *context), void *context,
                     struct strengthened *out);
void strengthen_clear(struct strengthened *strengthened);

#endif
