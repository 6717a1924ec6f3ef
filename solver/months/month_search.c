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

int64_t month_search_reduced_cost(const struct month_search *search,
                                  const struct diagram_layer *layer, const int64_t *prices)
{
  int64_t cost = search->costs[layer->column];
  for (int u = layer->first_use; u < layer->first_use + layer->uses; u++)
    cost -= prices[search->diagram->uses[u].resource] * search->diagram->uses[u].coefficient;
  return cost;
}

bool month_search_may_take(const struct month_search *search, const struct diagram_layer *layer,
                           const struct diagram_arc *arc)
{
  int fixed = search->fixed[layer->column];
  return (fixed < 0 || fixed == arc->value) && search->cheapest->togo[arc->to] < INT64_MAX;
}

int64_t month_search_value(struct month_search *search, const int64_t *prices)
{
  const struct diagram *diagram = search->diagram;
  int64_t *togo = search->cheapest->togo;
  togo[diagram->n_nodes - 1] = 0;
  for (int l = diagram->n_layers - 1; l >= 0; l--) {
    const struct diagram_layer *layer = &diagram->layers[l];
    int64_t cost = month_search_reduced_cost(search, layer, prices);
    for (int k = layer->first; k < layer->first + layer->count; k++) {
      const struct diagram_node *node = &diagram->nodes[k];
      togo[k] = INT64_MAX;
      for (int a = node->first; a < node->first + node->count; a++) {
        const struct diagram_arc *arc = &diagram->arcs[a];
        if (month_search_may_take(search, layer, arc))
          togo[k] = MIN(togo[k], cost * arc->value + togo[arc->to]);
      }
    }
  }
  return togo[0] < INT64_MAX ? togo[0] + value_of_prices(search, prices) : INT64_MAX;
}
