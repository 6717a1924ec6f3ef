#include "solver/months/diagram.h"

#include "model/integer.h"
#include "solver/months/column_order.h"

#include <glib.h>
#include <limits.h>
#include <string.h>

enum {
  WIDTH_MOST = 600, /* nodes of a layer */
  RESOURCES_MOST = 12,
  VALUES_MOST = 16,   /* of a column */
  TABLE = 2048,       /* over twice the width, a power of two */
  ROOM_MOST = 200000, /* nodes times resources: 1.5 MiB */
};

/* Rows are kept by the paths if they reach over so large a part of the month, first that which
 * makes no diagram too wide. */
static const double reaches[] = {1, 0.5, 0.35, 0.25, 0.17, 0.12};

/* A term, seen from its column. */
struct use {
  int row;
  int64_t coefficient;
  int64_t least, most; /* what the row's later columns can add */
};

struct building {
  const struct programme *programme;
  int *order, *layer; /* [columns] the column of a layer, and the layer of a column */
  int *first, *last;  /* [rows] the layers of the row's columns; of one without any, last < first */
  struct use *uses;   /* in the order of the layers: of layer k from use_first[k] on */
  int *use_first;     /* [columns + 1] */
  int *resource;      /* [rows] its number; -1: paths keep the row */
  int *place;         /* [rows] where in a state its activity is; of those that paths keep */
  int size;           /* of a state */
  int *states, *next; /* [WIDTH_MOST x size] of the nodes of a layer, and of the next one */
  int n_next;
  int table[TABLE]; /* of the next one's: their numbers; -1: none */
  GArray *nodes, *arcs, *layers;
};

/* --- rows as the layers see them --------------------------------------------- */

static void find_layers(struct building *work)
{
  const struct programme *p = work->programme;
  for (int k = 0; k < p->n_columns; k++)
    work->layer[work->order[k]] = k;
  for (int i = 0; i < p->n_rows; i++) {
    work->first[i] = INT_MAX;
    work->last[i] = -1;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      work->first[i] = MIN(work->first[i], work->layer[p->terms[k].column]);
      work->last[i] = MAX(work->last[i], work->layer[p->terms[k].column]);
    }
  }
}

/* Terms by layer; with what later columns can add, which is summed from the last layer on. */
static void list_uses(struct building *work)
{
  const struct programme *p = work->programme;
  const int *layer = work->layer;
  g_autofree int64_t *least = g_new0(int64_t, (gsize)p->n_rows + 1);
  g_autofree int64_t *most = g_new0(int64_t, (gsize)p->n_rows + 1);
  memset(work->use_first, 0, ((gsize)p->n_columns + 2) * sizeof *work->use_first);
  for (int k = 0; k < p->n_terms; k++)
    work->use_first[layer[p->terms[k].column] + 2]++;
  for (int k = 0; k < p->n_columns; k++)
    work->use_first[k + 2] += work->use_first[k + 1];
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      work->uses[work->use_first[layer[p->terms[k].column] + 1]++] =
          (struct use){i, p->terms[k].coefficient, 0, 0};
  for (int k = p->n_columns - 1; k >= 0; k--) {
    const struct column *column = &p->columns[work->order[k]];
    for (int u = work->use_first[k]; u < work->use_first[k + 1]; u++) {
      struct use *use = &work->uses[u];
      int64_t low = use->coefficient * column->lower, high = use->coefficient * column->upper;
      use->least = least[use->row];
      use->most = most[use->row];
      least[use->row] += MIN(low, high);
      most[use->row] += MAX(low, high);
    }
  }
}

/* Which rows paths keep, if those that reach over more than so many layers are resources. How many
 * these are. */
static int choose_resources(struct building *work, double reach)
{
  int n = 0;
  for (int i = 0; i < work->programme->n_rows; i++)
    work->resource[i] = work->last[i] - work->first[i] > reach ? n++ : -1;
  return n;
}

/* Gives each row that paths keep a place, from its first layer to its last. */
static void assign_places(struct building *work)
{
  int layers = work->programme->n_columns;
  g_autoptr(GArray) free_places = g_array_new(FALSE, FALSE, sizeof(int));
  work->size = 0;
  for (int k = 0; k < layers; k++) {
    for (int u = work->use_first[k]; u < work->use_first[k + 1]; u++) {
      int row = work->uses[u].row;
      if (work->resource[row] >= 0 || work->first[row] != k)
        continue;
      if (free_places->len > 0) {
        work->place[row] = g_array_index(free_places, int, free_places->len - 1);
        g_array_set_size(free_places, free_places->len - 1);
      } else {
        work->place[row] = work->size++;
      }
    }
    for (int u = work->use_first[k]; u < work->use_first[k + 1]; u++) {
      int row = work->uses[u].row;
      if (work->resource[row] < 0 && work->last[row] == k)
        g_array_append_val(free_places, work->place[row]);
    }
  }
}

/* --- layers ------------------------------------------------------------------ */

/* A row's activity, as far as it matters to what follows. */
static int64_t what_matters(const struct row *row, const struct use *use, int64_t activity)
{
  bool endless_up = programme_is_infinite(row->upper),
       endless_down = programme_is_infinite(row->lower);
  int64_t low = row->lower - use->least, high = row->upper - use->most;
  if (endless_up)
    return MIN(activity, low); /* so much is enough */
  if (endless_down)
    return MAX(activity, high); /* so little is sure to fit */
  return activity >= low && activity <= high ? low : activity;
}

/* Writes into `to` the state after the column of a layer has a value. False: a row is broken. */
static bool follow(const struct building *work, int layer, int64_t value, const int *from, int *to)
{
  memcpy(to, from, (gsize)work->size * sizeof *to);
  for (int u = work->use_first[layer]; u < work->use_first[layer + 1]; u++) {
    const struct use *use = &work->uses[u];
    if (work->resource[use->row] >= 0)
      continue;
    const struct row *row = &work->programme->rows[use->row];
    int *at = &to[work->place[use->row]];
    int64_t activity = *at + use->coefficient * value; /* 0 before its first column */
    if ((!programme_is_infinite(row->upper) && activity + use->least > row->upper) ||
        (!programme_is_infinite(row->lower) && activity + use->most < row->lower))
      return false;
    *at = work->last[use->row] == layer ? 0 : (int)what_matters(row, use, activity);
  }
  return true;
}

static unsigned hash(const int *state, int size)
{
  unsigned h = 2166136261U;
  for (int k = 0; k < size; k++)
    h = (h ^ (unsigned)state[k]) * 16777619U;
  return h ^ h >> 15;
}

/* The number of the state next[n_next], which is a new one or known; -1: there are too many. */
static int number_of(struct building *work)
{
  const int *state = &work->next[(gsize)work->n_next * (gsize)work->size];
  unsigned at = hash(state, work->size) % TABLE;
  while (work->table[at] >= 0) {
    if (memcmp(&work->next[(gsize)work->table[at] * (gsize)work->size], state,
               (gsize)work->size * sizeof *state) == 0)
      return work->table[at];
    at = (at + 1) % TABLE;
  }
  if (work->n_next == WIDTH_MOST)
    return -1;
  work->table[at] = work->n_next;
  return work->n_next++;
}

/* The arcs from a layer's nodes, to those of the next. False: these would be too many. */
static bool build_layer(struct building *work, int layer, int count)
{
  const struct column *column = &work->programme->columns[work->order[layer]];
  int first_next = (int)work->nodes->len + count;
  struct diagram_layer made = {
      .column = work->order[layer], .first = (int)work->nodes->len, .count = count};
  work->n_next = 0;
  memset(work->table, -1, sizeof work->table);
  for (int k = 0; k < count; k++) {
    struct diagram_node node = {.first = (int)work->arcs->len};
    for (int64_t value = column->lower; value <= column->upper; value++) {
      if (!follow(work, layer, value, &work->states[(gsize)k * (gsize)work->size],
                  &work->next[(gsize)work->n_next * (gsize)work->size]))
        continue;
      int to = number_of(work);
      if (to < 0)
        return false;
      struct diagram_arc arc = {first_next + to, (int)value};
      g_array_append_val(work->arcs, arc);
    }
    node.count = (int)work->arcs->len - node.first;
    g_array_append_val(work->nodes, node);
  }
  g_array_append_val(work->layers, made);
  return true;
}

/* How many ends there are: one, or none if no month is lawful; -1: it would be too wide. */
static int build_layers(struct building *work)
{
  int count = 1;
  gsize room = (gsize)(WIDTH_MOST + 1) * (gsize)(work->size + 1);
  g_array_set_size(work->nodes, 0);
  g_array_set_size(work->arcs, 0);
  g_array_set_size(work->layers, 0);
  work->states = g_renew(int, work->states, room);
  work->next = g_renew(int, work->next, room);
  memset(work->states, 0, room * sizeof *work->states);
  for (int layer = 0; layer < work->programme->n_columns && count > 0; layer++) {
    if (!build_layer(work, layer, count))
      return -1;
    int *known = work->states;
    work->states = work->next;
    work->next = known;
    count = work->n_next;
  }
  struct diagram_layer end = {.column = -1, .first = (int)work->nodes->len, .count = 1};
  struct diagram_node none = {0};
  g_array_append_val(work->layers, end);
  g_array_append_val(work->nodes, none);
  return count; /* as all rows are closed, one at most */
}

/* --- the diagram ------------------------------------------------------------- */

/* Takes out arcs that come to no end. */
static void prune(struct diagram *out)
{
  const struct diagram_node *end = &out->nodes[out->n_nodes - 1];
  for (struct diagram_node *node = out->nodes + out->n_nodes - 1; node-- > out->nodes;) {
    int kept = 0;
    for (int k = 0; k < node->count; k++) {
      struct diagram_arc arc = out->arcs[node->first + k];
      if (&out->nodes[arc.to] == end || out->nodes[arc.to].count > 0)
        out->arcs[node->first + kept++] = arc;
    }
    node->count = kept;
  }
}

static void copy_resources(const struct building *work, struct diagram *out)
{
  const struct programme *p = work->programme;
  int n = 0;
  out->resources = g_new0(struct diagram_resource, (gsize)out->n_resources + 1);
  for (int i = 0; i < p->n_rows; i++)
    if (work->resource[i] >= 0)
      out->resources[work->resource[i]] =
          (struct diagram_resource){p->rows[i].lower, p->rows[i].upper};
  out->uses = g_new(struct diagram_use, (gsize)p->n_terms + 1);
  for (int k = 0; k < out->n_layers; k++) {
    out->layers[k].first_use = n;
    for (int u = work->use_first[k]; u < work->use_first[k + 1]; u++)
      if (work->resource[work->uses[u].row] >= 0)
        out->uses[n++] =
            (struct diagram_use){work->resource[work->uses[u].row], work->uses[u].coefficient};
    out->layers[k].uses = n - out->layers[k].first_use;
  }
}

/* The least and the most that ways from each node to the end use of each resource. */
static void measure(struct diagram *out)
{
  gsize n = (gsize)out->n_resources;
  out->least = g_new0(int, (gsize)out->n_nodes *n + 1);
  out->most = g_new0(int, (gsize)out->n_nodes *n + 1);
  for (int l = out->n_layers - 1; l >= 0; l--) {
    const struct diagram_layer *layer = &out->layers[l];
    int64_t coefficient[RESOURCES_MOST] = {0};
    for (int u = layer->first_use; u < layer->first_use + layer->uses; u++)
      coefficient[out->uses[u].resource] = out->uses[u].coefficient;
    for (int k = layer->first; k < layer->first + layer->count; k++)
      for (gsize r = 0; r < n; r++) {
        const struct diagram_node *node = &out->nodes[k];
        int64_t least = INT64_MAX, most = INT64_MIN;
        for (int a = node->first; a < node->first + node->count; a++) {
          const struct diagram_arc *arc = &out->arcs[a];
          int64_t own = coefficient[r] * arc->value;
          least = MIN(least, own + out->least[(gsize)arc->to * n + r]);
          most = MAX(most, own + out->most[(gsize)arc->to * n + r]);
        }
        if (node->count > 0) {
          out->least[(gsize)k * n + r] = (int)least;
          out->most[(gsize)k * n + r] = (int)most;
        }
      }
  }
}

static struct diagram *finish(const struct building *work, int n_resources)
{
  struct diagram *out = g_new0(struct diagram, 1);
  out->n_layers = work->programme->n_columns;
  out->n_nodes = (int)work->nodes->len;
  out->n_arcs = (int)work->arcs->len;
  out->n_resources = n_resources;
  out->layers = g_memdup2(work->layers->data, work->layers->len * sizeof *out->layers);
  out->nodes = g_memdup2(work->nodes->data, work->nodes->len * sizeof *out->nodes);
  out->arcs = g_memdup2(work->arcs->data, work->arcs->len * sizeof *out->arcs);
  copy_resources(work, out);
  prune(out);
  measure(out);
  if (out->nodes[0].count > 0)
    return out;
  diagram_free(out);
  return NULL;
}

/* Few values a column, and sums that fit into an int. */
static bool is_small(const struct programme *p)
{
  for (int i = 0; i < p->n_rows; i++) {
    int64_t sum = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      if (!integer_add_product(&sum, ABS(p->terms[k].coefficient),
                               VALUES_MOST + ABS(p->columns[p->terms[k].column].lower)))
        return false;
    if (sum > INT_MAX)
      return false;
  }
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].upper - p->columns[j].lower >= VALUES_MOST)
      return false;
  return p->n_columns > 0;
}

static struct diagram *build(struct building *work)
{
  for (gsize k = 0; k < G_N_ELEMENTS(reaches); k++) {
    int resources = choose_resources(work, reaches[k] * work->programme->n_columns);
    if (resources > RESOURCES_MOST)
      return NULL;
    assign_places(work);
    int ends = build_layers(work);
    if (ends >= 0 && (int64_t)work->nodes->len * resources <= ROOM_MOST)
      return ends > 0 ? finish(work, resources) : NULL;
  }
  return NULL;
}

struct diagram *diagram_new(const struct programme *p)
{
  if (!is_small(p))
    return NULL;
  struct building work = {.programme = p,
                          .order = g_new(int, (gsize)p->n_columns + 1),
                          .layer = g_new(int, (gsize)p->n_columns + 1),
                          .first = g_new(int, (gsize)p->n_rows + 1),
                          .last = g_new(int, (gsize)p->n_rows + 1),
                          .uses = g_new(struct use, (gsize)p->n_terms + 1),
                          .use_first = g_new(int, (gsize)p->n_columns + 2),
                          .resource = g_new(int, (gsize)p->n_rows + 1),
                          .place = g_new0(int, (gsize)p->n_rows + 1),
                          .nodes = g_array_new(FALSE, FALSE, sizeof(struct diagram_node)),
                          .arcs = g_array_new(FALSE, FALSE, sizeof(struct diagram_arc)),
                          .layers = g_array_new(FALSE, FALSE, sizeof(struct diagram_layer))};
  column_order(p, work.order);
  find_layers(&work);
  list_uses(&work);
  struct diagram *out = build(&work);
  g_free(work.order);
  g_free(work.layer);
  g_free(work.first);
  g_free(work.last);
  g_free(work.uses);
  g_free(work.use_first);
  g_free(work.resource);
  g_free(work.place);
  g_free(work.states);
  g_free(work.next);
  g_array_free(work.nodes, TRUE);
  g_array_free(work.arcs, TRUE);
  g_array_free(work.layers, TRUE);
  return out;
}

void diagram_free(struct diagram *diagram)
{
  if (!diagram)
    return;
  g_free(diagram->layers);
  g_free(diagram->nodes);
  g_free(diagram->arcs);
  g_free(diagram->uses);
  g_free(diagram->resources);
  g_free(diagram->least);
  g_free(diagram->most);
  g_free(diagram);
}
