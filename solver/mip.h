/* A mixed-integer programme solved by GLPK: reduction, root relaxation, reduced-cost
 * fixing, branch and cut. Exact when it runs to its end. */
#ifndef ROTA_SOLVER_MIP_H
#define ROTA_SOLVER_MIP_H

#include "model/programme.h"
#include "model/status.h"

/* Called during a long search; any may be NULL. */
struct mip_callbacks {
  void *context;
  void (*found)(void *context, const int64_t *x); /* a new incumbent; may break rows slightly */
  void (*bound)(void *context, int64_t bound);    /* no solution costs less */
  /* prices[rows] of the relaxation, whose cost is `value` (see postsolve.h) */
  void (*priced)(void *context, double value, const double *prices);
  /* reduced costs[columns] of the relaxation, whose cost is `value`: a solution in which a
   * column is not at its cheaper bound costs so much more for each step away from it */
  void (*reduced)(void *context, double value, const double *costs);
  bool (*ended)(void *context); /* stop now? */
  /* The present cut-off, which may have fallen since the search began. */
  int64_t (*cutoff)(void *context);
};

struct mip_limits {
  int64_t cutoff;      /* only solutions that cost at most this; INT64_MAX: any */
  int64_t young;       /* a lower cut-off within so many iterations ends it */
  int64_t iterations;  /* of the simplex method, after the root; 0: no limit */
  int64_t at_root;     /* the same, of the root's relaxation */
  int64_t deadline_us; /* g_get_monotonic_time; 0: none */
  bool any;            /* the first solution will do: no cuts, and no search for a better one */
  bool from_bounds;    /* the root begins with each column at its cheaper bound, and each row as
                          its columns make it: near the end where few have to leave theirs */
  bool thorough;       /* for a proof: best bound first, no cuts that strengthen.h adds */
  const struct mip_callbacks *callbacks; /* may be NULL */
};

enum mip_end {
  MIP_OPTIMAL, /* x is a cheapest solution */
  MIP_NONE,    /* no solution costs at most the cut-off */
  MIP_FOUND,   /* x is a solution; a limit came before the proof */
  MIP_LIMIT,   /* a limit came before any solution or proof */
};

struct mip_result {
  enum mip_end end;
  int64_t cost; /* of x */
  bool has_bound;
  int64_t bound;      /* no solution costs less */
  int64_t iterations; /* what it took */
};

/* x[n_columns] is written when a solution was found, and satisfies the
 * programme exactly. STATUS_INTERNAL: GLPK gave up. */
enum status mip_solve(const struct programme *programme, const struct mip_limits *limits,
                      int64_t *x, struct mip_result *out);

#endif
