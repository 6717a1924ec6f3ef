/* A rota for a month: the programme of a problem is solved, and the rota that comes
 * of it is checked by the rules, which know nothing of the programme. Where the two
 * count another cost, there is no rota but a list of what they disagree on. Shares
 * nothing that changes, so that many can be built at the same time. */
#ifndef ROTA_PLANNING_BUILD_H
#define ROTA_PLANNING_BUILD_H

#include "model/audit.h"
#include "model/programme.h"
#include "model/provenance.h"

#include <signal.h>

struct solver_settings; /* solver/solver.h */

/* How far a build has come. */
struct build_progress {
  double seconds;
  int64_t best;      /* INT64_MAX: no rota yet */
  int64_t bound;     /* INT64_MIN: none yet */
  const char *phase; /* "first rota", "improving" ... */
};

struct build_settings {
  int seconds; /* at most; only a measure of the work when deterministic */
  int threads;
  double gap_percent; /* stop when proven within so many percent of the best; 0: prove it */
  gint64 seed;
  char *engine;                      /* "glpk", "cbc", "highs" or "auto"; NULL: auto */
  gboolean deterministic;            /* count work, not time: the same rota on any machine */
  const volatile sig_atomic_t *stop; /* ends the build when it turns non-zero; may be NULL */
  void (*report)(void *context, const struct build_progress *progress); /* may be NULL */
  void *report_context;
};

/* Is there such an engine? False, and why in `out_reason`, to be g_freed: the name is none of
 * those, or its program is not on the path. */
bool build_has_engine(const char *name, char **out_reason);

/* A minute, all processors, seed 1. */
struct build_settings build_default_settings(void);

/* For one of many parts that go on side by side: one thread, for so many seconds,
 * to the proof, and nothing reported. */
struct build_settings build_part_settings(const struct build_settings *settings, int seconds);

/* Has somebody stopped what is done with these settings? */
bool build_is_stopped(const struct build_settings *settings);

/* The same settings as the solver takes them. */
struct solver_settings build_solver_settings(const struct build_settings *settings);

struct build_request {
  const struct problem *problem;
  const struct programme *programme; /* of the problem, perhaps with columns fixed; NULL: whole */
  const struct rota *start;          /* of the problem, to go on from; NULL: from nothing */
  const struct build_settings *settings;
};

enum build_verdict {
  BUILD_DONE,
  BUILD_INFEASIBLE, /* no lawful rota exists */
  BUILD_NOTHING,    /* no rota was found in the time */
  BUILD_FAILED,     /* the solver failed: our mistake */
  BUILD_REFUSED,    /* the rules count another cost than the solver: our mistake */
};

/* One use of a rule, as far as its cost is in columns of its own: what it costs on
 * placements themselves can't be told apart. */
struct build_disagreement {
  int use;
  int64_t solver, rules; /* cost */
};

struct build_result {
  enum build_verdict verdict;
  char *reason; /* why there is no rota, perhaps in several lines; NULL when done */
  struct rota *rota;
  struct audit *audit; /* of the rota; may know of broken limits */
  bool proven;         /* no better one exists, or only within the gap */
  bool has_bound;
  int64_t bound;        /* no lawful rota costs less */
  const char *bound_by; /* "cbc": the bound is that engine's word; NULL: proven here */
  struct provenance_relaxation relaxation;
  char *engines;      /* "GLPK 5.0 and cbc 2.10.8" */
  char *engine_fault; /* "cbc: it crashed": why it was asked no more; NULL: nothing */
  double *prices;     /* [rows] of the programme, as in solver.h; NULL: not known */
  double seconds, first_seconds;
  double gain_seconds;   /* when the rota became better last; -1: never */
  bool stopped;          /* by the flag */
  GArray *disagreements; /* struct build_disagreement, in order of use; when refused */
};

/* The result is the caller's, for build_result_clear, whatever the verdict; the rota
 * and its audit borrow the problem. */
void build_rota(const struct build_request *request, struct build_result *out);
void build_result_clear(struct build_result *result);

/* What is known of a built rota, but for the program and its inputs. */
struct provenance build_provenance(const struct build_result *result,
                                   const struct build_settings *settings);

/* What may more time bring, and how is it given? "more time: ..."; NULL where the rota is proven,
 * somebody stopped it, work is counted and not time, or the last third of the time brought
 * nothing. g_free it. */
char *build_more_time(const struct build_result *result, const struct build_settings *settings);

/* "the solver's objective is 4, but the rules count 5"; g_free it. */
char *build_disagreement_words(int64_t objective, int64_t cost);

/* Values for all columns of the problem's programme, 1 for each assignment of the
 * rota; what rules count for themselves is 0. g_free them. */
int64_t *build_start_values(const struct problem *problem, const struct programme *programme,
                            const struct rota *rota);

#endif
