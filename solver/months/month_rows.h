/* The rows of a clinician's block, followed item by item in the order of the month: what is still
 * open of them is the state that paths have in common which may go on in the same ways. */
#ifndef ROTA_SOLVER_MONTHS_MONTH_ROWS_H
#define ROTA_SOLVER_MONTHS_MONTH_ROWS_H

#include "solver/months/month_order.h"
#include "solver/months/month_slack.h"

/* What an item may be: a column at a value, all others of it at 0. */
struct month_choice {
  int column, value;
};

struct month_rows {
  const struct programme *programme;
  const struct month_order *order;
  struct month_choice *choices;
  int *first_choice;      /* [items + 1] */
  int *first, *last;      /* [rows] their items; of a row without columns, last < first */
  struct month_use *uses; /* of item k from first_use[k] on */
  int *first_use;         /* [items + 1] */
  int64_t *activities;    /* of each choice of a use's item */
  int *resource;          /* [rows] its number; -1: paths keep the row */
  int *place;             /* [rows] where in a state its activity is; of those that paths keep */
  int size;               /* of a state */
  bool *least_is_enough;  /* [items] no other value than the least lawful one is ever needed */
};

/* The order must outlive it. Close with month_rows_close. */
void month_rows_open(struct month_rows *out, const struct programme *programme,
                     const struct month_order *order);
void month_rows_close(struct month_rows *rows);

/* Rows that reach over more than so many items, or have slacks, are resources, and the others are
 * kept by paths. How many resources there are. falls[columns]: as in diagram_new. */
int month_rows_choose(struct month_rows *rows, const bool *falls, const struct month_slacks *slacks,
                      double reach);

/* Makes state[size], of before the item, that of after it. False: a row is broken, and the state of
 * no use. */
bool month_rows_follow(const struct month_rows *rows, int item, int choice, int *state);

#endif
