/* The search for one month (cheapest_month.h): its state, and the ways through the diagram at
 * prices of the resources. */
#ifndef ROTA_SOLVER_MONTHS_MONTH_SEARCH_H
#define ROTA_SOLVER_MONTHS_MONTH_SEARCH_H

#include "solver/months/cheapest_month.h"

struct month_search {
  struct cheapest_month *cheapest;
  const struct diagram *diagram;
  const int64_t *costs;
  const int *fixed;
  int64_t *x;
  int64_t best;  /* the cheapest month's cost, or what one has to cost less than */
  int64_t bound; /* of all months */
  bool found;
};

/* Sets search->cheapest->costs. */
void month_search_price_steps(struct month_search *search);
/* May a way take this arc, and does one go on from there to the end? */
bool month_search_may_take(const struct month_search *search, const struct diagram_arc *arc);
/* Sets search->cheapest->reduced and togo: what the ways to the end cost at least at these prices,
 * INT64_MAX where there is none. What every month costs at least; INT64_MAX: there is none. */
int64_t month_search_value(struct month_search *search, const int64_t *prices);

/* The side of a resource that its price speaks of. */
int64_t month_search_side(const struct diagram_resource *resource, int64_t price);

/* What the slacks cost where resources are used[resources]; INT64_MAX: they would not do. */
int64_t month_search_slack_cost(const struct month_search *search, const int64_t *used);
/* Adds them to search->x. */
void month_search_add_slacks(struct month_search *search, const int64_t *used);

#endif
