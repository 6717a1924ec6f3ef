/* What the threads of one solve share: the best solution, the bound, the clock. Each part
 * of the solver reads the best from here and offers better solutions and bounds. */
#ifndef ROTA_SOLVER_RUN_H
#define ROTA_SOLVER_RUN_H

#include "solver/guide.h"
#include "solver/solution.h"
#include "solver/solver.h"

#include <glib.h>

enum { RUN_SETBACKS_MOST = 10 };

struct outside; /* solver/engine/outside.h */
struct pool;    /* solver/pool.h */

struct run {
  const struct programme *programme;
  const struct solver_settings *settings;
  const struct column_view *view;
  gint64 started_us, deadline_us; /* deadline 0: none */
  struct run *within;             /* over when this one is; NULL: none */
  bool has_start;                 /* a solution was given to start from */
  struct outside *outside;        /* the engine beside GLPK; NULL: none */
  struct pool *pool;              /* rotas to combine the best with */

  GMutex lock;           /* over all that follows */
  struct solution *best; /* breaks rows until a lawful one is known */
  gint version;          /* of best; read with g_atomic_int_get */
  bool has_bound, has_claim;
  int64_t bound;        /* proven here */
  int64_t claim;        /* the other engine's */
  double *prices;       /* [rows] of the best dual bound; NULL: none yet */
  double priced;        /* that bound */
  double *point;        /* [columns] of the relaxation before any cut; NULL: none yet */
  struct guide *guide;  /* of the latest relaxation; NULL: none yet */
  double first_seconds; /* -1: not yet */
  double gain_seconds;  /* when the best became better last; -1: never */
  int64_t work;
  const char *phase;
  GArray *conflict; /* rows that can't all hold; NULL until proven */
  bool conflict_irreducible;
  enum status status;
  int setbacks;         /* how often GLPK gave up */
  int64_t dearest_move; /* the median cost of a move, where a round of annealing found most */
  gint chains;          /* of annealing that began anew; g_atomic_int_add */
  gint round_moves;     /* of the last whole round of annealing; g_atomic_int_set */
  gint days_bind;       /* read with run_days_bind */
  gint anneals_in_vain; /* read with run_anneals_in_vain */
  gint ended;           /* read with g_atomic_int_get; set when there is no more to do */
};

void run_begin(struct run *run, const struct column_view *view,
               const struct solver_settings *settings, const int64_t *start);
void run_clear(struct run *run);

/* Is it time to stop: by a limit, the stop flag, a proof or a failure? Cheap; any thread. */
bool run_over(struct run *run);
void run_end(struct run *run);
/* GLPK gave up, by an assertion of its own. The caller goes on as if it had run into a
 * limit; after more than RUN_SETBACKS_MOST of these the run fails. */
void run_setback(struct run *run, enum status status);

double run_seconds(const struct run *run);
void run_set_phase(struct run *run, const char *phase);
/* Adds to the work done, which in deterministic mode ends the run at its limit. */
void run_add_work(struct run *run, int64_t work);
int64_t run_work_limit(const struct run *run); /* 0: none */
/* What is left of it, 1 at least; 0: there is no limit. */
int64_t run_work_left(struct run *run);

/* Brings `copy` up to the best; *version is the version it holds (-1: none). */
void run_read_best(struct run *run, struct solution *copy, gint *version);
/* Does the best solution break a row? */
bool run_is_broken(struct run *run);
/* Do rules bind days to each other, so that changing cells one by one finds no lawful rota? Any
 * thread. */
bool run_days_bind(const struct run *run);
void run_set_days_bind(struct run *run, bool bind);
/* Do they bind so much that annealing stays far from any lawful rota, so that only what is solved
 * exactly brings something? Any thread. */
bool run_anneals_in_vain(const struct run *run);
void run_set_anneals_in_vain(struct run *run);
/* The largest of all that were given so far, and of this. */
int64_t run_dearest_move(struct run *run, int64_t cost);
/* Is a lawful solution known? Its cost is then *cost. */
bool run_best_cost(struct run *run, int64_t *cost);
/* Applies changes, perhaps made to an earlier best, to the best. True: it is better by
 * them, and they are kept; otherwise they are taken back. */
bool run_offer(struct run *run, struct change *changes, int count);
/* Offers the values of all columns. */
bool run_offer_values(struct run *run, const int64_t *x);
/* Claims that no solution costs less. A lawful one that does, now or later, ends the run
 * with STATUS_INTERNAL. */
void run_raise_bound(struct run *run, int64_t bound);
/* The other engine claims that no solution costs less. A lawful one that does, now or later, is
 * its fault alone: it is asked no more, and none of its claims counts. */
void run_claim_bound(struct run *run, int64_t bound);
/* The best that is proven or claimed; false: nothing is. */
bool run_bound(struct run *run, int64_t *bound);
/* Row prices (see solver_result) of a bound of about `value`; the best are kept. */
void run_offer_prices(struct run *run, double value, const double *prices);
/* The point[columns] of the relaxation before any cut; a later one is more exact. */
void run_offer_point(struct run *run, const double *point);
bool run_has_point(struct run *run);
/* Replaces the guide; takes the reference. */
void run_offer_guide(struct run *run, struct guide *guide);
/* A reference to the latest guide, for guide_drop; NULL: none yet. */
struct guide *run_guide(struct run *run);
/* It is proven that these rows can't all hold; ends the run. */
void run_set_conflict(struct run *run, const int *rows, int count, bool irreducible);

/* The result of the solve, once its threads have ended. STATUS_INTERNAL, and `out` left as
 * it was: GLPK gave up too often, or a claim was false. */
enum status run_result(const struct run *run, struct solver_result *out);

#endif
