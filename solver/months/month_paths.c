#include "solver/months/month_paths.h"

#include <glib.h>
#include <string.h>

/* A path from the first layer to a node. */
struct path {
  int node;
  int64_t cost;  /* of its columns */
  int64_t bound; /* of every path that begins with it, at the prices */
  int parent;    /* in the layer before */
  int step;      /* from there */
  int next;      /* another of the node; -1: there is none */
};

struct frontier {
  struct path *paths;
  int64_t *used; /* [paths x resources] */
  int n;
};

/* One step of a path, as it is remembered. */
struct origin {
  int parent, step;
};

static void frontier_open(struct frontier *out, int room, int resources)
{
  *out = (struct frontier){.paths = g_new(struct path, (gsize)room),
                           .used = g_new0(int64_t, (gsize)room * (gsize)resources + 1)};
}

static void frontier_close(struct frontier *frontier)
{
  g_free(frontier->paths);
  g_free(frontier->used);
}

/* Is there, for each resource, a way from the node on that keeps it? */
static bool may_end_well(const struct diagram *diagram, int node, const int64_t *used)
{
  gsize n = (gsize)diagram->n_resources;
  for (gsize r = 0; r < n; r++)
    if (used[r] + diagram->least[(gsize)node * n + r] > diagram->resources[r].highest ||
        used[r] + diagram->most[(gsize)node * n + r] < diagram->resources[r].lowest)
      return false;
  return true;
}

/* Is whatever keeps the resources after `other` sure to keep them after `one`? */
static bool leaves_as_much(const struct diagram *diagram, int node, const int64_t *one,
                           const int64_t *other)
{
  gsize n = (gsize)diagram->n_resources;
  for (gsize r = 0; r < n; r++) {
    const struct diagram_resource *resource = &diagram->resources[r];
    if (one[r] > other[r] && one[r] + diagram->most[(gsize)node * n + r] > resource->upper)
      return false;
    if (one[r] < other[r] && one[r] + diagram->least[(gsize)node * n + r] < resource->lower)
      return false;
  }
  return true;
}

/* Adds the path frontier->paths[n], unless another of its node is as good; and drops those that it
 * is better than. */
static void add_path(const struct month_search *search, struct frontier *frontier, int *head)
{
  const struct diagram *diagram = search->diagram;
  gsize n = (gsize)diagram->n_resources;
  struct path *added = &frontier->paths[frontier->n];
  const int64_t *used = &frontier->used[(gsize)frontier->n * n];
  for (int *at = head; *at >= 0;) {
    struct path *other = &frontier->paths[*at];
    const int64_t *others = &frontier->used[(gsize)*at * n];
    if (other->cost <= added->cost && leaves_as_much(diagram, added->node, others, used))
      return;
    if (added->cost <= other->cost && leaves_as_much(diagram, added->node, used, others)) {
      other->bound = INT64_MAX;
      *at = other->next;
    } else {
      at = &other->next;
    }
  }
  added->next = *head;
  *head = frontier->n++;
}

/* All paths that are a layer longer and may yet cost less than the best. */
static void extend(const struct month_search *search, const struct diagram_layer *layer,
                   const struct frontier *from, struct frontier *to, int *heads)
{
  const struct diagram *diagram = search->diagram;
  gsize n = (gsize)diagram->n_resources;
  const struct diagram_layer *next = layer + 1; /* of its nodes */
  const int64_t *costs = search->cheapest->costs, *reduced = search->cheapest->reduced;
  const int64_t *togo = search->cheapest->togo;
  to->n = 0;
  for (int k = 0; k < next->count; k++)
    heads[k] = -1;
  for (int k = 0; k < from->n; k++) {
    const struct path *path = &from->paths[k];
    const struct diagram_node *node = &diagram->nodes[path->node];
    for (int a = node->first; a < node->first + node->count; a++) {
      const struct diagram_arc *arc = &diagram->arcs[a];
      if (!month_search_may_take(search, arc))
        continue;
      int64_t bound = path->bound - togo[path->node] + reduced[arc->step] + togo[arc->to];
      if (bound >= search->best)
        continue;
      int64_t *used = &to->used[(gsize)to->n * n];
      for (gsize r = 0; r < n; r++)
        used[r] = from->used[(gsize)k * n + r] + diagram->uses[(gsize)arc->step * n + r];
      if (!may_end_well(diagram, arc->to, used))
        continue;
      to->paths[to->n] =
          (struct path){arc->to, path->cost + costs[arc->step], bound, k, arc->step, -1};
      add_path(search, to, &heads[arc->to - next->first]);
    }
  }
}

static int compare_bounds(const void *a, const void *b)
{
  const int64_t *one = a, *other = b;
  return (*one > *other) - (*one < *other);
}

/* The bound up to which no more paths than `most` are kept. */
static int64_t threshold(const struct frontier *frontier, int most, int64_t *room)
{
  int n = 0;
  for (int k = 0; k < frontier->n; k++)
    if (frontier->paths[k].bound < INT64_MAX)
      room[n++] = frontier->paths[k].bound;
  if (n <= most)
    return INT64_MAX - 1;
  qsort(room, (size_t)n, sizeof *room, compare_bounds);
  return room[most - 1];
}

/* Drops paths that others are better than, and those of the highest bounds where there are too
 * many; remembers where the rest came from. The lowest bound that was given up. */
static int64_t thin(struct frontier *frontier, int most, gsize resources, int64_t *room,
                    struct origin *origins)
{
  int64_t last = threshold(frontier, most, room), given_up = INT64_MAX;
  int kept = 0;
  for (int k = 0; k < frontier->n; k++) {
    const struct path *path = &frontier->paths[k];
    if (path->bound == INT64_MAX)
      continue;
    if (path->bound > last || kept == most) {
      given_up = MIN(given_up, path->bound);
      continue;
    }
    origins[kept] = (struct origin){path->parent, path->step};
    if (kept < k) {
      frontier->paths[kept] = *path;
      memcpy(&frontier->used[(gsize)kept * resources], &frontier->used[(gsize)k * resources],
             resources * sizeof *frontier->used);
    }
    kept++;
  }
  frontier->n = kept;
  return given_up;
}

/* The cheapest of the paths that came to the end. */
static void take_path(struct month_search *search, const struct frontier *ends,
                      const struct origin *origins)
{
  gsize n = (gsize)search->diagram->n_resources;
  int end = -1;
  for (int k = 0; k < ends->n; k++) {
    int64_t slack = month_search_slack_cost(search, &ends->used[(gsize)k * n]);
    if (slack == INT64_MAX || ends->paths[k].cost + slack >= search->best)
      continue;
    search->best = ends->paths[k].cost + slack;
    end = k;
  }
  if (end < 0)
    return;
  search->found = true;
  memset(search->x, 0, (gsize)search->diagram->n_columns * sizeof *search->x);
  for (int l = search->diagram->n_layers - 1, at = end; l >= 0; l--) {
    const struct origin *origin =
        &origins[(gsize)l * (gsize)search->cheapest->paths_most + (gsize)at];
    diagram_set(search->diagram, origin->step, search->x);
    at = origin->parent;
  }
  month_search_add_slacks(search, &ends->used[(gsize)end * n]);
}

static bool is_late(const struct cheapest_month *cheapest)
{
  return cheapest->until_us > 0 && g_get_monotonic_time() >= cheapest->until_us;
}

void month_paths_follow(struct month_search *search)
{
  const struct diagram *diagram = search->diagram;
  int most = search->cheapest->paths_most, widest = 1, ways = 1;
  gsize n = (gsize)diagram->n_resources;
  int64_t given_up = INT64_MAX;
  struct frontier from, to;
  for (int l = 0; l <= diagram->n_layers; l++)
    widest = MAX(widest, diagram->layers[l].count);
  for (int k = 0; k < diagram->n_nodes; k++)
    ways = MAX(ways, diagram->nodes[k].count);
  frontier_open(&from, most * ways, diagram->n_resources);
  frontier_open(&to, most * ways, diagram->n_resources);
  g_autofree int *heads = g_new(int, (gsize)widest);
  g_autofree int64_t *room = g_new(int64_t, (gsize)most * (gsize)ways);
  g_autofree struct origin *origins =
      g_new0(struct origin, (gsize)diagram->n_layers * (gsize)most + 1);
  int64_t least = month_search_value(search, search->cheapest->prices);
  from.paths[0] = (struct path){.bound = least, .next = -1};
  from.n = 1;
  for (int l = 0; l < diagram->n_layers && from.n > 0; l++) {
    if (is_late(search->cheapest)) {
      given_up = INT64_MIN;
      from.n = 0;
      break;
    }
    extend(search, &diagram->layers[l], &from, &to, heads);
    int64_t dropped = thin(&to, most, n, room, &origins[(gsize)l * (gsize)most]);
    given_up = MIN(given_up, dropped);
    struct frontier other = from;
    from = to;
    to = other;
  }
  take_path(search, &from, origins);
  search->bound = MAX(search->bound, MIN(given_up, search->best));
  frontier_close(&from);
  frontier_close(&to);
}
