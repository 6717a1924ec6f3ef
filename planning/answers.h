/* The outcomes of scenarios beside the service as it is, one answer after the other:
 * each figure, by how much it differs, and whether that is for the better. An answer is
 * a line of a table, on the terminal, on a page or in a file.
 *
 * A difference is clear if it is larger than the searches of the two services lie apart in that
 * figure, added up: each the range over its own searches, or the mean range of all services that
 * are compared, where that is larger. Costs are compared by what is proven of them, lists also by
 * chance of referrals. One and the same programme has one answer: what differs then is clear. */
#ifndef ROTA_PLANNING_ANSWERS_H
#define ROTA_PLANNING_ANSWERS_H

#include "model/waiting/outcome.h"

/* The answer of one service: as it is, or as a scenario changes it. */
struct answer_cell {
  int64_t value;      /* OUTCOME_UNKNOWN where there is none */
  int64_t difference; /* from the service as it is; OUTCOME_UNKNOWN likewise */
  int judged;         /* the difference is for the better: 1, for the worse: -1, neither: 0 */
  bool unclear;       /* there is a difference, but within what chance or the search may bring */
  bool same;          /* as in the service as it is, with or without a value */
  /* Of an answer about a standard for waits; NULL: this service has another one. */
  const struct outcome_standard *standard;
  int met_on; /* date that ends the week in which it is met; DATE_NONE: now, or never */
};

struct answer {
  struct measure measure;    /* its words are the line's label */
  char *label;               /* owns measure.words where that is made up; otherwise NULL */
  char *about;               /* PCN, rule and kind, group: of which this is; "" for all */
  bool is_standard;          /* says when a standard for waits is met */
  bool differs;              /* in some scenario */
  struct answer_cell *cells; /* the service as it is, then the scenarios */
};

/* struct answer, in order of group; what no service knows is left out.
 * g_ptr_array_unref it; the outcomes must outlive it. */
GPtrArray *answers_new(const struct outcome *baseline, const struct outcome *const *scenarios,
                       int n_scenarios);

/* Is a difference of that measure for the better (1) or for the worse (-1)? 0: neither. */
int answer_judge(const struct measure *measure, int64_t difference);

#endif
