/* The inside of struct evaluator, for evaluator.c and evaluator_new.c alone. */
#ifndef ROTA_SOLVER_ANNEAL_EVALUATOR_INSIDE_H
#define ROTA_SOLVER_ANNEAL_EVALUATOR_INSIDE_H

#include "solver/anneal/evaluator.h"
#include "solver/anneal/row_price.h"

struct saved {
  int index; /* row, or -1 - column */
  int64_t value, price;
};

/* A row: all that is read together, in one cache line. */
struct row_state {
  struct row_price row_price;
  int64_t activity;     /* of all but the counts of one row */
  int64_t price;        /* of that activity */
  int shared, n_shared; /* its shared counts, in evaluator->shared */
};

struct evaluator {
  const struct column_view *view;
  struct row_prices row_prices;
  struct row_state *lines; /* [rows] */
  int *shared, n_shared;
  int *defined; /* [columns] the entry of the equation that defines a shared count, or -1 */
  int64_t *x;   /* [columns]; counts of one row are not kept here */
  bool *raised; /* [columns] x above its lower bound, in fewer bytes */
  const struct evaluator_bits *bits; /* [columns]; NULL: nobody watches */
  uint64_t *watched;
  int64_t cost, work;
  struct saved *trail;
  guint n_trail, trail_room;
  GArray *queue; /* shared counts to look at */
  bool *queued;  /* [columns] */
  bool *held;    /* [columns] shared counts that don't follow */
};

/* Prices all rows at the present penalty. */
void evaluator_price_rows(struct evaluator *evaluator);
/* Lets all shared counts follow. */
void evaluator_follow_everywhere(struct evaluator *evaluator);

#endif
