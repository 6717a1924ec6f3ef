/* The inside of struct evaluator, for those who build one and keep it up to date. */
#ifndef ROTA_SOLVER_ANNEAL_EVALUATOR_INSIDE_H
#define ROTA_SOLVER_ANNEAL_EVALUATOR_INSIDE_H

#include "solver/anneal/evaluator.h"
#include "solver/anneal/row_price.h"

struct saved {
  int index; /* row, or -1 - column */
  int64_t value, price;
};

/* What is read of a row together, in one line of the processor's cache. */
struct line {
  struct row_price row_price;
  int64_t activity;     /* of all but the counts of one row */
  int64_t price;        /* what that costs */
  int shared, n_shared; /* the row's counts of several rows, in evaluator->shared */
};

struct evaluator {
  const struct column_view *view;
  struct row_prices row_prices;
  struct line *lines; /* [rows] */
  int *shared, n_shared;
  int *defined; /* [columns] of shared counts: the entry of the row that leaves no choice, or -1 */
  int64_t *x;   /* [columns]; counts of one row stay as they were */
  bool *raised; /* [columns] above their lower bounds, in little memory */
  int64_t cost, work;
  struct saved *trail;
  guint n_trail, trail_room;
  GArray *queue; /* shared counts to look at */
  bool *queued;  /* [columns] */
};

/* Prices all rows at the present penalty. */
void evaluator_price_rows(struct evaluator *evaluator);
/* Lets all counts of several rows follow, as far as they do. */
void evaluator_follow_everywhere(struct evaluator *evaluator);

#endif
