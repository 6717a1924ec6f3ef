/* One solve at work: what its threads share. Strategies read the best solution
 * from here and offer better ones and bounds. */
#ifndef ROTA_SOLVER_RUN_H
#define ROTA_SOLVER_RUN_H

#include "solver/guide.h"
#include "solver/solution.h"
#include "solver/solver.h"

#include <glib.h>

enum { RUN_SETBACKS_MOST = 10 };

struct run {
  const struct programme *programme;
  const struct solver_settings *settings;
  const struct column_view *view;
  gint64 started_us, deadline_us; /* deadline 0: none */
  bool has_start;                 /* a solution was given to start from */

  GMutex lock;           /* over all that follows */
  struct solution *best; /* may break rows as long as nothing lawful is known */
  gint version;          /* of best; read with g_atomic_int_get */
  bool has_bound;
  int64_t bound;
  double *prices;       /* [rows] those of the best relaxation priced; NULL: none yet */
  double priced;        /* its value */
  struct guide *guide;  /* of the latest relaxation; NULL: none yet */
  double first_seconds; /* -1: not yet */
  int64_t work;
  const char *phase;
  GArray *conflict; /* rows that can't all hold; NULL until proven */
  bool conflict_irreducible;
  enum status status;
  int setbacks; /* parts that GLPK gave up on */
  gint ended;   /* read with g_atomic_int_get; set when there is no more to do */
};

void run_begin(struct run *run, const struct column_view *view,
               const struct solver_settings *settings, const int64_t *start);
void run_clear(struct run *run);

/* Is it time to stop: limit, stop flag, proof or failure? Any thread, often. */
bool run_over(struct run *run);
void run_end(struct run *run);
/* GLPK gave up on a part, by an assertion of its own: the part is left as it was,
 * as if it had run into a limit. After more than RUN_SETBACKS_MOST the run fails. */
void run_setback(struct run *run, enum status status);

double run_seconds(const struct run *run);
void run_set_phase(struct run *run, const char *phase);
/* Adds to the work done; in deterministic mode the run may end by it. */
void run_add_work(struct run *run, int64_t work);
int64_t run_work_limit(const struct run *run); /* 0: none */
/* What is left of it, 1 at least; 0: there is no limit. */
int64_t run_work_left(struct run *run);

/* Brings `copy` up to the best; *version is the version it holds (-1: none). */
void run_read_best(struct run *run, struct solution *copy, gint *version);
/* Does the best solution break a row? */
bool run_is_broken(struct run *run);
/* Is a lawful solution known? Its cost is then *cost. */
bool run_best_cost(struct run *run, int64_t *cost);
/* Applies changes made to some earlier best; true, and they are kept, when the
 * best becomes better by it. */
bool run_offer(struct run *run, struct change *changes, int count);
/* Offers the values of all columns. */
bool run_offer_values(struct run *run, const int64_t *x);
/* No solution costs less. A lawful one that does, now or later, ends the run: its status
 * is STATUS_INTERNAL. */
void run_raise_bound(struct run *run, int64_t bound);
/* Row prices (see solver_result) whose bound is about `value`; kept when better. */
void run_offer_prices(struct run *run, double value, const double *prices);
/* Takes over a relaxation's advice, in place of what there was. */
void run_offer_guide(struct run *run, struct guide *guide);
/* The latest, to be dropped with guide_drop; NULL: none yet. */
struct guide *run_guide(struct run *run);
/* Proven: those rows can't all hold. */
void run_set_conflict(struct run *run, const int *rows, int count, bool irreducible);

/* What the solve comes to, once its threads have ended. STATUS_INTERNAL, and `out` left
 * as it was: GLPK gave up, or what was claimed can't be so. */
enum status run_result(const struct run *run, struct solver_result *out);

#endif
