/* One programme, solved in one piece by GLPK: reduced, relaxed, fixed by
 * reduced costs, then branch and cut. Exact when it is let run to its end. */
#ifndef ROTA_SOLVER_BRANCH_H
#define ROTA_SOLVER_BRANCH_H

#include "model/programme.h"
#include "model/status.h"

/* What a long run tells and asks while it is at work; any may be NULL. */
struct branch_talk {
  void *context;
  void (*found)(void *context, const int64_t *x); /* a better solution */
  void (*bound)(void *context, int64_t bound);    /* none costs less */
  /* prices[rows] of the relaxation, whose cost is `value` (see duals.h) */
  void (*priced)(void *context, double value, const double *prices);
  bool (*ended)(void *context); /* stop now? */
  /* Only costs up to this are looked for by now; may fall as the search goes on. */
  int64_t (*cutoff)(void *context);
};

struct branch_limits {
  int64_t cutoff;                 /* look only for costs up to this; INT64_MAX: any */
  int64_t young;                  /* ended by a lower cut-off in so many iterations */
  int64_t iterations;             /* of the simplex method; 0: no limit */
  int64_t deadline_us;            /* g_get_monotonic_time; 0: none */
  bool thorough;                  /* for programmes that take long, strengthened before */
  const struct branch_talk *talk; /* may be NULL */
};

enum branch_end {
  BRANCH_OPTIMAL, /* x is a cheapest solution */
  BRANCH_NONE,    /* no solution costs as little as the cutoff */
  BRANCH_FOUND,   /* x is a solution; a limit came before the proof */
  BRANCH_LIMIT,   /* a limit came before anything */
};

struct branch_result {
  enum branch_end end;
  int64_t cost; /* of x */
  bool has_bound;
  int64_t bound;      /* no solution costs less (or none up to the cutoff exists) */
  int64_t iterations; /* what it took */
};

/* x[n_columns] is written when a solution was found, and satisfies the
 * programme exactly. STATUS_INTERNAL: GLPK gave up. */
enum status branch_solve(const struct programme *programme, const struct branch_limits *limits,
                         int64_t *x, struct branch_result *out);

/* A bound told by floating point, made safe for a programme of integers. */
int64_t branch_safe_bound(double value);

#endif
