/* One use of a rule in its tiny world, and the comparison of its rows with its
 * check over every rota that the example's candidates can make. */
#ifndef ROTA_TESTS_SUPPORT_TRIAL_H
#define ROTA_TESTS_SUPPORT_TRIAL_H

#include "model/programme.h"
#include "tests/support/world.h"

enum { TRIAL_CANDIDATES_MAX = 14, TRIAL_WEIGHT = 3 };

struct trial {
  struct world *world;
  struct problem *problem;
  struct programme *programme;
  GArray *switched;                    /* struct assignment: the example's candidates */
  int columns[TRIAL_CANDIDATES_MAX];   /* of those that have one */
  int column_of[TRIAL_CANDIDATES_MAX]; /* index in columns, or NONE: barred */
  int n_columns;
};

/* The use alone in force: hard, or soft with TRIAL_WEIGHT. Call trial_end. */
void trial_begin(struct trial *trial, const struct rule *rule, const struct rule_example *example,
                 bool hard);
void trial_end(struct trial *trial);

struct comparison {
  int rotas, disagreements;
};

/* Compares the check with the rows of `programme`, the trial's own or a damaged
 * one. Rotas with somebody in two places count for a firm rule only. `loud`
 * prints the first disagreement and counts them all, of all rotas or with sanitizers of some
 * (cases_step); otherwise it stops there. */
struct comparison trial_compare(const struct trial *trial, const struct programme *programme,
                                bool loud);

#endif
