/* The inside of struct tally, for those who build one and keep it up to date. */
#ifndef ROTA_SOLVER_ANNEAL_TALLY_INSIDE_H
#define ROTA_SOLVER_ANNEAL_TALLY_INSIDE_H

#include "solver/anneal/tally.h"
#include "solver/anneal/toll.h"

struct saved {
  int index; /* row, or -1 - column */
  int64_t value, price;
};

/* What is read of a row together, in one line of the processor's cache. */
struct line {
  struct toll toll;
  int64_t activity;     /* of all but the counts of one row */
  int64_t price;        /* what that costs */
  int shared, n_shared; /* the row's counts of several rows, in tally->shared */
};

struct tally {
  const struct view *view;
  struct tolls tolls;
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
void tally_price_rows(struct tally *tally);
/* Lets all counts of several rows follow, as far as they do. */
void tally_follow_everywhere(struct tally *tally);

#endif
