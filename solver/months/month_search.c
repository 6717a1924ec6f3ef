#include "solver/months/month_search.h"

#include <glib.h>

int64_t month_search_side(const struct diagram_resource *resource, int64_t price)
{
  return price > 0 ? resource->lower : resource->upper;
}

/* What the prices of all that may be used come to. */
static int64_t value_of_prices(const struct month_search *search, const int64_t *prices)
{
  int64_t sum = 0;
  for (int r = 0; r < search->diagram->n_resources; r++)
    if (prices[r] != 0)
      sum += prices[r] * month_search_side(&search->diagram->resources[r], prices[r]);
  return sum;
}

/* What the columns of a step cost; INT64_MAX: it is not of the `fixed` columns of its layer that
 * are not 0, or sets one otherwise. */
static int64_t cost_of(const struct month_search *search, const struct diagram_step *step,
                       int fixed)
{
  int64_t cost = 0;
  for (int k = step->first; k < step->first + step->count; k++) {
    const struct diagram_setting *setting = &search->diagram->settings[k];
    int value = search->fixed[setting->column];
    if (value >= 0 && value != setting->value)
      return INT64_MAX;
    fixed -= value > 0;
    cost += search->costs[setting->column] * setting->value;
  }
  return fixed > 0 ? INT64_MAX : cost;
}

void month_search_price_steps(struct month_search *search)
{
  const struct diagram *diagram = search->diagram;
  for (int l = 0; l < diagram->n_layers; l++) {
    const struct diagram_layer *layer = &diagram->layers[l];
    int fixed = 0; /* columns that are not 0 */
    for (int k = layer->first_column; k < layer->first_column + layer->columns; k++)
      fixed += search->fixed[diagram->columns[k]] > 0;
    for (int s = layer->first_step; s < layer->first_step + layer->steps; s++)
      search->cheapest->costs[s] = cost_of(search, &diagram->steps[s], fixed);
  }
}

bool month_search_may_take(const struct month_search *search, const struct diagram_arc *arc)
{
  return search->cheapest->costs[arc->step] < INT64_MAX &&
         search->cheapest->togo[arc->to] < INT64_MAX;
}

static void reduce_costs(struct month_search *search, const int64_t *prices)
{
  const struct diagram *diagram = search->diagram;
  gsize n = (gsize)diagram->n_resources;
  for (int s = 0; s < diagram->n_steps; s++) {
    int64_t cost = search->cheapest->costs[s];
    for (gsize r = 0; r < n && cost < INT64_MAX; r++)
      cost -= prices[r] * diagram->uses[(gsize)s * n + r];
    search->cheapest->reduced[s] = cost;
  }
}

int64_t month_search_value(struct month_search *search, const int64_t *prices)
{
  const struct diagram *diagram = search->diagram;
  int64_t *togo = search->cheapest->togo;
  reduce_costs(search, prices);
  togo[diagram->n_nodes - 1] = 0;
  for (int k = diagram->n_nodes - 2; k >= 0; k--) {
    const struct diagram_node *node = &diagram->nodes[k];
    togo[k] = INT64_MAX;
    for (int a = node->first; a < node->first + node->count; a++) {
      const struct diagram_arc *arc = &diagram->arcs[a];
      if (month_search_may_take(search, arc))
        togo[k] = MIN(togo[k], search->cheapest->reduced[arc->step] + togo[arc->to]);
    }
  }
  return togo[0] < INT64_MAX ? togo[0] + value_of_prices(search, prices) : INT64_MAX;
}

/* How many of its slacks a resource needs. */
static int64_t needed_below(const struct diagram_resource *resource, int64_t used)
{
  return month_slack_needed(&resource->below, resource->lower - used);
}

static int64_t needed_above(const struct diagram_resource *resource, int64_t used)
{
  return month_slack_needed(&resource->above, used - resource->upper);
}

int64_t month_search_slack_cost(const struct month_search *search, const int64_t *used)
{
  int64_t cost = 0;
  for (int r = 0; r < search->diagram->n_resources; r++) {
    const struct diagram_resource *resource = &search->diagram->resources[r];
    if (used[r] < resource->lowest || used[r] > resource->highest)
      return INT64_MAX;
    if (used[r] < resource->lower)
      cost += search->costs[resource->below.column] * needed_below(resource, used[r]);
    if (used[r] > resource->upper)
      cost += search->costs[resource->above.column] * needed_above(resource, used[r]);
  }
  return cost;
}

void month_search_add_slacks(struct month_search *search, const int64_t *used)
{
  for (int r = 0; r < search->diagram->n_resources; r++) {
    const struct diagram_resource *resource = &search->diagram->resources[r];
    if (used[r] < resource->lower)
      search->x[resource->below.column] += needed_below(resource, used[r]);
    if (used[r] > resource->upper)
      search->x[resource->above.column] += needed_above(resource, used[r]);
  }
}
