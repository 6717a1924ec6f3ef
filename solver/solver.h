/* The door to the solver: a programme in, values and a proven bound out. What is behind
 * it, in docs/solver.md, knows nothing of rotas but the labels on columns and rows, and
 * only there is GLPK known. Thread-safe: a solve shares nothing with another. */
#ifndef ROTA_SOLVER_SOLVER_H
#define ROTA_SOLVER_SOLVER_H

#include "model/programme.h"
#include "model/status.h"

#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

/* What solves programmes of columns and rows: GLPK, which is linked, alone; or with another
 * program beside it, if that is on the path (solver/engine/outside.h). */
enum solver_engine {
  SOLVER_ENGINE_AUTO, /* cbc, or else highs; in deterministic mode GLPK alone */
  SOLVER_ENGINE_GLPK,
  SOLVER_ENGINE_CBC,
  SOLVER_ENGINE_HIGHS,
};

/* How far a solve has come. Bounds are INT64_MIN, objectives INT64_MAX, until known. */
struct solver_progress {
  double seconds;
  int64_t best, bound;
  const char *phase; /* "first rota", "improving" ... */
};

struct solver_settings {
  int time_limit_ms; /* stop by then with the best so far; see deterministic */
  double gap_limit;  /* stop at this gap, (best - bound) / |best|; 0: prove it optimal */
  int threads;       /* 1 or more */
  uint64_t seed;
  enum solver_engine engine;
  bool deterministic;                /* count work, not time: same rota on any machine, whatever the
                                        number of threads; the time limit only sets the default work */
  int64_t work_limit;                /* in deterministic mode: simplex iterations, 0: the default */
  const volatile sig_atomic_t *stop; /* ends the solve when it turns non-zero; may be NULL */
  void (*report)(void *context, const struct solver_progress *progress); /* may be NULL */
  void *report_context;
};

enum solver_verdict {
  SOLVER_OPTIMAL,    /* proven, or within the gap asked for */
  SOLVER_FEASIBLE,   /* a solution, not proven optimal */
  SOLVER_INFEASIBLE, /* proven: conflict[] says which rows */
  SOLVER_NOTHING,    /* stopped by a limit without a solution */
};

struct solver_result {
  enum solver_verdict verdict;
  int64_t *x;        /* [columns]; NULL without a solution */
  int64_t objective; /* of x */
  bool has_bound;
  int64_t bound;      /* proven: no solution costs less */
  bool bound_claimed; /* it is the other engine's word */
  const char *engine; /* that one's name, such as "cbc"; NULL: there is none */
  char *engines;      /* "GLPK 5.0", "GLPK 5.0 and cbc 2.10.8" */
  char *engine_fault; /* "cbc: it crashed": why it was asked no more; NULL: nothing */
  double *prices;     /* [rows] what each row costs; NULL when no bound was reached. In
                         cost per unit of the row's bound, at the margin: positive, and a lower bound
                         less by one lowers the proven bound by so much; negative, and an upper bound
                         more by one lowers it by minus so much. Of the best relaxation: what
                         integrality costs beyond it is in no price. */
  double *point;      /* [columns] values in the programme's relaxation before any cut, nearly:
                         the same for every solve of it; NULL when that was not reached */
  double seconds;
  double first_seconds; /* when the first solution was there */
  double gain_seconds;  /* when it became better last; -1: never */
  int64_t work;         /* units of work done */
  int *conflict;        /* rows that can't all hold, irreducible; n_columns bounds apart */
  int n_conflict;
  bool conflict_irreducible; /* false: a limit stopped the reduction */
};

/* "auto", "glpk", "cbc" or "highs", into `out`; false: it is none of them. */
bool solver_engine_parse(const char *name, enum solver_engine *out);
/* Is that engine here? */
bool solver_has_engine(enum solver_engine engine);

/* Defaults: 60 s, gap 0, all processors, seed 1. */
struct solver_settings solver_default_settings(void);

/* Solves from `start` (values of all columns, NULL for none). Of these only the placements
 * count: the other columns are set to their cheapest values beside them, and rows that are
 * then still broken are mended first, by freeing columns around them. The result is the caller's,
 * to be cleared, whatever status is returned. STATUS_INTERNAL, and `out` is empty: GLPK refused, or
 * a bound was claimed that a lawful solution beats. */
enum status solver_solve(const struct programme *programme, const struct solver_settings *settings,
                         const int64_t *start, struct solver_result *out);
void solver_result_clear(struct solver_result *result);

/* Straight to the exact search, for a programme of which most columns are fixed: about so many
 * simplex iterations at most, and none after `deadline_us` (g_get_monotonic_time; 0: none), without
 * a start. Of the result only verdict, x, objective and work are set; there is no conflict. It is
 * the caller's, as above. */
enum status solver_solve_exactly(const struct programme *programme, int64_t work_limit,
                                 int64_t deadline_us, struct solver_result *out);

/* Rows (int) that not even shares of placements can keep together, few of them and proven exactly,
 * into `rows`, within the same limits. False: the relaxation has a solution, or a limit came
 * first. */
bool solver_relaxed_conflict(const struct programme *programme, int64_t work_limit,
                             int64_t deadline_us, GArray *rows);

/* (objective - bound) / |objective|; 0 when equal; infinity without a bound. */
double solver_gap(const struct solver_result *result);

/* --- several objectives ------------------------------------------------------- */

/* One of several objectives over one programme, each of more weight than all that follow: the
 * least cost of the first, then of the second among the solutions that have it, and so on. Meant
 * for programmes with an optimum near `start`, where the dual simplex has little to do and what no
 * solution of that value can use is fixed from stage to stage; elsewhere the limit comes first. */
struct solver_stage {
  const int64_t *costs; /* [columns] what this stage minimises; borrowed */
  int64_t slack;        /* the stages that follow may cost so much more in this one */
  /* what comes of it */
  int64_t value; /* of the solution */
  bool proven;   /* no solution that is as good in the stages before costs less */
};

/* Solves them in turn, from `start` (values of all columns). SOLVER_OPTIMAL: every stage is
 * proven; SOLVER_FEASIBLE: x[columns] is a solution, and each stage says whether it is proven;
 * SOLVER_INFEASIBLE: there is none; SOLVER_NOTHING: none was found in the time. The programme's
 * own costs count for nothing. STATUS_INTERNAL: GLPK gave up. */
enum status solver_solve_stages(const struct programme *programme,
                                const struct solver_settings *settings, const int64_t *start,
                                struct solver_stage *stages, int n_stages, int64_t *x,
                                enum solver_verdict *verdict);

/* --- changes, tried ------------------------------------------------------------ */

/* A lawful solution on which changes are tried, in microseconds each: the placements that are
 * named change, everything else that was placed stays, and the counts follow. The cost is exact,
 * or somewhat too high where counts would have to move together. */
struct solver_trial;

/* At x[columns], of which the placements count. The programme must outlive it. Free with
 * solver_trial_free (NULL is fine). */
struct solver_trial *solver_trial_new(const struct programme *programme, const int64_t *x);
void solver_trial_free(struct solver_trial *trial);

struct solver_value {
  int column; /* a placement */
  int64_t value;
};

/* What the solution costs with these; nothing is kept. Where rows are broken it is no less than
 * any lawful cost, and less the fewer they are; these are added to `broken` (int, perhaps more than
 * once; may be NULL). */
int64_t solver_trial_cost(struct solver_trial *trial, const struct solver_value *values, int count,
                          GArray *broken);
/* Goes on from the solution with these. */
void solver_trial_keep(struct solver_trial *trial, const struct solver_value *values, int count);
/* Is that the cost of a solution that breaks nothing? */
bool solver_trial_is_lawful(int64_t cost);

/* --- to a file ---------------------------------------------------------------- */

/* Writes the programme for another solver. `names[j]` and `row_names[i]`, at
 * most 200 letters, digits and dots each, may be NULL. */
enum solver_format { SOLVER_MPS, SOLVER_LP };
enum status solver_write(const struct programme *programme, enum solver_format format,
                         const char *path, const char *const *names, const char *const *row_names);

#endif
