/* Engines beside GLPK. GLPK is linked and always there; another one is a program on the path,
 * run as a process: a programme goes out as MPS with numbers for names, an answer and a bound
 * come back. It may hang, crash, lie or fill the disk:
 * - it runs in a process group and a folder of its own, within limits (process.h), and nothing
 *   of it is left when a call returns;
 * - an answer counts only if it satisfies the programme in whole numbers and costs what the
 *   engine says;
 * - a bound is rounded to the safe side, and remains the engine's claim (run.h);
 * - who was caught in a lie, or failed OUTSIDE_FAILURES_MOST times, is asked no more, and why is
 *   told. */
#ifndef ROTA_SOLVER_ENGINE_OUTSIDE_H
#define ROTA_SOLVER_ENGINE_OUTSIDE_H

#include "solver/mip.h"
#include "solver/solver.h"

enum { OUTSIDE_FAILURES_MOST = 2 };

/* One engine for one solve; all its threads share it. NULL: GLPK alone is asked for, or there
 * is no such program on the path. Free with outside_free (NULL is fine). */
struct outside;
struct outside *outside_new(enum solver_engine engine);
void outside_free(struct outside *outside);

/* May it be asked? False for NULL. */
bool outside_serves(struct outside *outside);
const char *outside_name(const struct outside *outside);
/* "cbc 2.10.8"; NULL: it was never asked, or did not say. g_free it. */
char *outside_version(struct outside *outside);

/* It said what is not so, in these words: it is asked no more. */
void outside_blame(struct outside *outside, const char *words);
/* Was it? Then nothing that it claimed counts. False for NULL. */
bool outside_lied(struct outside *outside);
/* Why it is asked no more; NULL: nothing. g_free it. */
char *outside_fault(struct outside *outside);

struct outside_task {
  const struct programme *programme;
  const int64_t *start; /* a solution to begin from; NULL: none */
  const int64_t *cutoff; /* only solutions that cost at most this; NULL: any. HiGHS can't be told,
                            and may answer with dearer ones */
  const char *basis;    /* a basis to begin from, as an MPS file has it; NULL: none */
  bool for_proof;       /* its bound counts, and not its solution alone: with what is safe only */
  double seconds;       /* at most; 0: until the deadline */
  int64_t nodes;        /* at most; 0: no limit */
  int64_t deadline_us;  /* g_get_monotonic_time; 0: none */
  uint64_t seed;
  bool (*ended)(void *context); /* stop now? May be NULL */
  /* While it works: it claims that no solution costs less. May be NULL */
  void (*bound)(void *context, int64_t bound);
  void *context;
};

/* As mip_solve: x[n_columns] is written when there is a solution. An engine that does not serve,
 * or fails, comes to MIP_LIMIT. */
void outside_solve(struct outside *outside, const struct outside_task *task, int64_t *x,
                   struct mip_result *out);

#endif
