#include "solver/months/cheapest_month.h"

#include "solver/months/month_paths.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum {
  STEPS = 100,     /* towards the best prices */
  STALE_STEPS = 4, /* without gain: the next are half as long */
};

/* Where no month is known yet, the cheapest is sought this far above the bound. */
static const double guess = 0.1;
/* Steps shorter than this part of the way are in vain. */
static const double step_least = 0.05;

void cheapest_month_open(struct cheapest_month *out, const struct diagram *diagram, int paths_most)
{
  *out = (struct cheapest_month){.diagram = diagram,
                                 .paths_most = paths_most,
                                 .prices = g_new0(int64_t, (gsize)diagram->n_resources + 1),
                                 .togo = g_new0(int64_t, (gsize)diagram->n_nodes + 1),
                                 .costs = g_new0(int64_t, (gsize)diagram->n_steps + 1),
                                 .reduced = g_new0(int64_t, (gsize)diagram->n_steps + 1)};
}

void cheapest_month_close(struct cheapest_month *cheapest)
{
  g_free(cheapest->prices);
  g_free(cheapest->togo);
  g_free(cheapest->costs);
  g_free(cheapest->reduced);
}

/* Follows the cheapest way, into `values` and `used`. */
static void trace(const struct month_search *search, int64_t *values, int64_t *used)
{
  const struct diagram *diagram = search->diagram;
  const int64_t *togo = search->cheapest->togo;
  gsize n = (gsize)diagram->n_resources;
  int node = 0;
  memset(used, 0, n * sizeof *used);
  memset(values, 0, (gsize)diagram->n_columns * sizeof *values);
  for (int l = 0; l < diagram->n_layers; l++) {
    const struct diagram_arc *arc = &diagram->arcs[diagram->nodes[node].first];
    while (!month_search_may_take(search, arc) ||
           search->cheapest->reduced[arc->step] + togo[arc->to] != togo[node])
      arc++;
    diagram_set(diagram, arc->step, values);
    for (gsize r = 0; r < n; r++)
      used[r] += diagram->uses[(gsize)arc->step * n + r];
    node = arc->to;
  }
}

/* Takes the month if it keeps within the resources and is cheaper. */
static void take(struct month_search *search, const int64_t *values, const int64_t *used)
{
  int64_t cost = month_search_slack_cost(search, used);
  if (cost == INT64_MAX)
    return;
  for (int j = 0; j < search->diagram->n_columns; j++)
    cost += search->costs[j] * values[j];
  if (cost >= search->best)
    return;
  search->best = cost;
  search->found = true;
  memcpy(search->x, values, (gsize)search->diagram->n_columns * sizeof *values);
  month_search_add_slacks(search, used);
}

/* Prices are held to this, so that no sum overflows. */
static const double price_most = (double)(INT64_C(1) << 40);

/* What a side's price may be, at most: where it has no bound none, where what misses it has a price
 * of its own that. */
static int64_t most_of_side(const struct month_search *search, int64_t side,
                            const struct month_slack *slack)
{
  if (programme_is_infinite(side))
    return 0;
  return slack->column < 0 ? (int64_t)price_most : search->costs[slack->column] / slack->unit;
}

static int64_t within_sides(const struct month_search *search,
                            const struct diagram_resource *resource, double price)
{
  int64_t next = llround(CLAMP(price, -price_most, price_most));
  return CLAMP(next, -most_of_side(search, resource->upper, &resource->above),
               most_of_side(search, resource->lower, &resource->below));
}

/* A step may not carry a price over 0, where it begins to speak of the other side. */
static int64_t stepped(const struct month_search *search, const struct diagram_resource *resource,
                       int64_t price, double step)
{
  int64_t next = within_sides(search, resource, (double)price + step);
  return (price > 0 && next < 0) || (price < 0 && next > 0) ? 0 : next;
}

/* How far each resource is from where its price pays; the sum of the squares. */
static double direction(const struct month_search *search, const int64_t *prices,
                        const int64_t *used, double *toward)
{
  double square = 0;
  for (int r = 0; r < search->diagram->n_resources; r++) {
    const struct diagram_resource *resource = &search->diagram->resources[r];
    toward[r] = 0;
    if (prices[r] != 0)
      toward[r] = (double)(month_search_side(resource, prices[r]) - used[r]);
    else if (used[r] < resource->lower)
      toward[r] = (double)(resource->lower - used[r]);
    else if (used[r] > resource->upper)
      toward[r] = (double)(resource->upper - used[r]);
    double next = (double)prices[r] + (toward[r] > 0 ? 1 : -1);
    if (within_sides(search, resource, next) == prices[r])
      toward[r] = 0; /* it is as dear as it may be */
    square += toward[r] * toward[r];
  }
  return square;
}

void cheapest_month_set_prices(struct cheapest_month *cheapest, const double *prices, double scale)
{
  for (int r = 0; r < cheapest->diagram->n_resources; r++) {
    double price = prices[cheapest->diagram->resources[r].row] * scale;
    cheapest->prices[r] = llround(CLAMP(price, -price_most, price_most));
  }
}

/* Raises the bound by steps along the subgradient (Held, Wolfe and Crowder 1974). */
static void price_resources(struct month_search *search)
{
  const struct diagram *diagram = search->diagram;
  gsize n = (gsize)diagram->n_resources;
  g_autofree int64_t *prices = g_memdup2(search->cheapest->prices, (n + 1) * sizeof *prices);
  g_autofree int64_t *used = g_new0(int64_t, n + 1);
  g_autofree int64_t *values = g_new0(int64_t, (gsize)diagram->n_columns + 1);
  g_autofree double *toward = g_new0(double, n + 1);
  double length = 1;
  search->bound = INT64_MIN;
  for (gsize r = 0; r < n; r++)
    prices[r] = within_sides(search, &diagram->resources[r], (double)prices[r]);
  for (int step = 0, stale = 0; step < STEPS && length > step_least; step++) {
    int64_t value = month_search_value(search, prices);
    if (value == INT64_MAX) {
      search->bound = search->best;
      return;
    }
    trace(search, values, used);
    take(search, values, used);
    if (value > search->bound) {
      search->bound = value;
      memcpy(search->cheapest->prices, prices, n * sizeof *prices);
      stale = 0;
    } else if (++stale == STALE_STEPS) {
      stale = 0;
      length /= 2;
      memcpy(prices, search->cheapest->prices, n * sizeof *prices);
    }
    double square = direction(search, prices, used, toward);
    if (square <= 0 || search->bound >= search->best)
      break;
    double goal =
        search->best < INT64_MAX ? (double)(search->best - value) : guess * fabs((double)value) + 1;
    for (gsize r = 0; r < n; r++)
      prices[r] =
          stepped(search, &diagram->resources[r], prices[r], length * goal * toward[r] / square);
  }
}

bool cheapest_month_find(struct cheapest_month *cheapest, const int64_t *costs, const int *fixed,
                         int64_t most, int64_t *x, int64_t *cost, int64_t *bound)
{
  struct month_search search = {.cheapest = cheapest,
                                .diagram = cheapest->diagram,
                                .costs = costs,
                                .fixed = fixed,
                                .x = x,
                                .best = most};
  month_search_price_steps(&search);
  price_resources(&search);
  if (search.bound < search.best)
    month_paths_follow(&search);
  *cost = search.best;
  *bound = search.bound;
  return search.found;
}
