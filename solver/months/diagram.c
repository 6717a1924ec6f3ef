#include "solver/months/diagram.h"

#include "model/integer.h"
#include "solver/months/month_rows.h"

#include <glib.h>
#include <limits.h>
#include <string.h>

enum {
  WIDTH_MOST = 600,   /* nodes of a layer */
  ARCS_MOST = 500000, /* 4 MB */
  RESOURCES_MOST = 12,
  VALUES_MOST = 16,   /* of a column */
  TABLE = 2048,       /* over twice the width, a power of two */
  ROOM_MOST = 200000, /* nodes times resources: 1.5 MiB */
};

/* Rows are kept by the paths if they reach over so large a part of the month, first that which
 * makes no diagram too wide. */
static const double reaches[] = {1, 0.5, 0.35, 0.25, 0.17, 0.12};

struct building {
  struct month_slacks slacks;
  struct month_rows rows;
  int *states, *next; /* [WIDTH_MOST x size] of the nodes of a layer, and of the next one */
  int n_next;
  int table[TABLE];                 /* of the next one's: their numbers; -1: none */
  int *trail;                       /* [items + 1 x size] on the way through a layer */
  struct diagram_setting *settings; /* [items] on that way */
  int n_settings;
  GArray *nodes, *arcs, *layers, *steps, *all_settings;
};

/* --- layers ------------------------------------------------------------------ */

static unsigned hash(const int *state, int size)
{
  unsigned h = 2166136261U;
  for (int k = 0; k < size; k++)
    h = (h ^ (unsigned)state[k]) * 16777619U;
  return h ^ h >> 15;
}

static int *state_at(const struct building *work, int *states, int k)
{
  return states + (gsize)k * (gsize)work->rows.size;
}

/* The number of a state of the next layer, which is a new one or known; -1: there are too many. */
static int number_of(struct building *work, const int *state)
{
  gsize bytes = (gsize)work->rows.size * sizeof *state;
  unsigned at = hash(state, work->rows.size) % TABLE;
  while (work->table[at] >= 0) {
    if (memcmp(state_at(work, work->next, work->table[at]), state, bytes) == 0)
      return work->table[at];
    at = (at + 1) % TABLE;
  }
  if (work->n_next == WIDTH_MOST)
    return -1;
  memcpy(state_at(work, work->next, work->n_next), state, bytes);
  work->table[at] = work->n_next;
  return work->n_next++;
}

/* The step of a layer, whose steps begin with `first`, that has the settings: a new one or known.
 */
static int step_of(struct building *work, int first)
{
  gsize bytes = (gsize)work->n_settings * sizeof *work->settings;
  for (int s = (int)work->steps->len - 1; s >= first; s--) {
    const struct diagram_step *step = &g_array_index(work->steps, struct diagram_step, s);
    const struct diagram_setting *settings =
        &g_array_index(work->all_settings, struct diagram_setting, step->first);
    if (step->count == work->n_settings && memcmp(settings, work->settings, bytes) == 0)
      return s;
  }
  struct diagram_step step = {(int)work->all_settings->len, work->n_settings};
  g_array_append_vals(work->all_settings, work->settings, (guint)work->n_settings);
  g_array_append_val(work->steps, step);
  return (int)work->steps->len - 1;
}

/* A layer on its way: its items, and where its steps and the nodes of the next one begin. */
struct span {
  int first, end;
  int first_step, first_next;
};

/* An arc for each way through the items from `item` on. False: there would be too much. */
static bool add_arcs(struct building *work, const struct span *span, int item)
{
  const struct month_rows *rows = &work->rows;
  const int *state = state_at(work, work->trail, item - span->first);
  int *after = state_at(work, work->trail, item - span->first + 1);
  if (item == span->end) {
    int to = number_of(work, state);
    struct diagram_arc arc = {span->first_next + to, step_of(work, span->first_step)};
    g_array_append_val(work->arcs, arc);
    return to >= 0 && work->arcs->len < ARCS_MOST;
  }
  for (int c = rows->first_choice[item]; c < rows->first_choice[item + 1]; c++) {
    const struct month_choice *choice = &rows->choices[c];
    memcpy(after, state, (gsize)rows->size * sizeof *after);
    if (!month_rows_follow(rows, item, c - rows->first_choice[item], after))
      continue;
    if (choice->value != 0)
      work->settings[work->n_settings++] = (struct diagram_setting){choice->column, choice->value};
    bool fits = add_arcs(work, span, item + 1);
    work->n_settings -= choice->value != 0;
    if (!fits || rows->least_is_enough[item])
      return fits;
  }
  return true;
}

/* The arcs from a layer's nodes, to those of the next. False: there would be too much. */
static bool build_layer(struct building *work, int first, int end, int count)
{
  const struct month_order *order = work->rows.order;
  const struct month_item *last = &order->items[end - 1];
  struct diagram_layer made = {.first = (int)work->nodes->len,
                               .count = count,
                               .first_step = (int)work->steps->len,
                               .first_column = order->items[first].first};
  made.columns = last->first + last->count - made.first_column;
  const struct span span = {first, end, made.first_step, made.first + count};
  work->n_next = 0;
  memset(work->table, -1, sizeof work->table);
  for (int k = 0; k < count; k++) {
    struct diagram_node node = {.first = (int)work->arcs->len};
    memcpy(work->trail, state_at(work, work->states, k),
           (gsize)work->rows.size * sizeof *work->trail);
    if (!add_arcs(work, &span, first))
      return false;
    node.count = (int)work->arcs->len - node.first;
    g_array_append_val(work->nodes, node);
  }
  made.steps = (int)work->steps->len - made.first_step;
  g_array_append_val(work->layers, made);
  return true;
}

/* Where the layer ends that begins with an item: with what doesn't follow from what it has. */
static int end_of_layer(const struct month_rows *rows, int first)
{
  int end = first + 1;
  while (end < rows->order->n_items && rows->least_is_enough[end])
    end++;
  return end;
}

static void clear_layers(struct building *work)
{
  gsize room = (gsize)(WIDTH_MOST + 1) * (gsize)(work->rows.size + 1);
  gsize items = (gsize)work->rows.order->n_items + 1;
  g_array_set_size(work->nodes, 0);
  g_array_set_size(work->arcs, 0);
  g_array_set_size(work->layers, 0);
  g_array_set_size(work->steps, 0);
  g_array_set_size(work->all_settings, 0);
  work->n_settings = 0;
  work->states = g_renew(int, work->states, room);
  work->next = g_renew(int, work->next, room);
  work->trail = g_renew(int, work->trail, items *((gsize)work->rows.size + 1));
  memset(work->states, 0, room * sizeof *work->states);
}

/* How many ends there are: one, or none if no month is lawful; -1: it would be too wide. */
static int build_layers(struct building *work)
{
  int count = 1, n = work->rows.order->n_items;
  clear_layers(work);
  for (int first = 0, end; first < n && count > 0; first = end) {
    end = end_of_layer(&work->rows, first);
    if (!build_layer(work, first, end, count))
      return -1;
    int *known = work->states;
    work->states = work->next;
    work->next = known;
    count = work->n_next;
  }
  struct diagram_layer end = {.first = (int)work->nodes->len,
                              .count = 1,
                              .first_step = (int)work->steps->len,
                              .first_column = work->rows.programme->n_columns};
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

static struct diagram_resource resource_of(const struct building *work, int row)
{
  const struct row *of = &work->rows.programme->rows[row];
  struct diagram_resource out = {.row = row,
                                 .lower = of->lower,
                                 .upper = of->upper,
                                 .below = work->slacks.below[row],
                                 .above = work->slacks.above[row]};
  out.lowest = out.lower - (out.below.column >= 0 ? out.below.unit * out.below.most : 0);
  out.highest = out.upper + (out.above.column >= 0 ? out.above.unit * out.above.most : 0);
  return out;
}

static void set_uses(const struct building *work, struct diagram *out)
{
  const struct month_rows *rows = &work->rows;
  const struct programme *p = rows->programme;
  gsize n = (gsize)out->n_resources;
  g_autofree int *coefficients = g_new0(int, (gsize)p->n_columns *n + 1);
  out->resources = g_new0(struct diagram_resource, n + 1);
  out->uses = g_new0(int, (gsize)out->n_steps *n + 1);
  for (int i = 0; i < p->n_rows; i++) {
    int r = rows->resource[i];
    if (r < 0)
      continue;
    out->resources[r] = resource_of(work, i);
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      coefficients[(gsize)p->terms[k].column * n + (gsize)r] = (int)p->terms[k].coefficient;
  }
  for (int s = 0; s < out->n_steps; s++)
    for (int k = out->steps[s].first; k < out->steps[s].first + out->steps[s].count; k++)
      for (gsize r = 0; r < n; r++)
        out->uses[(gsize)s * n + r] +=
            coefficients[(gsize)out->settings[k].column * n + r] * out->settings[k].value;
}

/* The least and the most that ways from a node to the end use of each resource. */
static void measure_node(struct diagram *out, int node)
{
  gsize n = (gsize)out->n_resources;
  const struct diagram_node *from = &out->nodes[node];
  for (gsize r = 0; r < n && from->count > 0; r++) {
    int least = INT_MAX, most = INT_MIN;
    for (int a = from->first; a < from->first + from->count; a++) {
      const struct diagram_arc *arc = &out->arcs[a];
      int own = out->uses[(gsize)arc->step * n + r];
      least = MIN(least, own + out->least[(gsize)arc->to * n + r]);
      most = MAX(most, own + out->most[(gsize)arc->to * n + r]);
    }
    out->least[(gsize)node * n + r] = least;
    out->most[(gsize)node * n + r] = most;
  }
}

static void measure(struct diagram *out)
{
  gsize room = (gsize)out->n_nodes * (gsize)out->n_resources + 1;
  out->least = g_new0(int, room);
  out->most = g_new0(int, room);
  for (int k = out->n_nodes - 1; k >= 0; k--)
    measure_node(out, k);
}

static void *copy_of(const GArray *array)
{
  return g_memdup2(array->data, (gsize)array->len * g_array_get_element_size((GArray *)array));
}

static struct diagram *finish(const struct building *work, int n_resources)
{
  const struct month_order *order = work->rows.order;
  int n_columns = work->rows.programme->n_columns;
  struct diagram *out = g_new0(struct diagram, 1);
  *out = (struct diagram){.layers = copy_of(work->layers),
                          .n_layers = (int)work->layers->len - 1,
                          .columns =
                              g_memdup2(order->columns, (gsize)n_columns * sizeof *out->columns),
                          .n_columns = n_columns,
                          .nodes = copy_of(work->nodes),
                          .n_nodes = (int)work->nodes->len,
                          .arcs = copy_of(work->arcs),
                          .steps = copy_of(work->steps),
                          .n_steps = (int)work->steps->len,
                          .settings = copy_of(work->all_settings),
                          .n_resources = n_resources};
  set_uses(work, out);
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

static struct diagram *build(struct building *work, const bool *falls)
{
  for (gsize k = 0; k < G_N_ELEMENTS(reaches); k++) {
    int resources = month_rows_choose(&work->rows, falls, &work->slacks,
                                      reaches[k] * work->rows.order->n_items);
    if (resources > RESOURCES_MOST)
      return NULL;
    int ends = build_layers(work);
    if (ends >= 0 && (int64_t)work->nodes->len * resources <= ROOM_MOST)
      return ends > 0 ? finish(work, resources) : NULL;
  }
  return NULL;
}

static void building_close(struct building *work)
{
  month_slacks_close(&work->slacks);
  g_free(work->states);
  g_free(work->next);
  g_free(work->trail);
  g_free(work->settings);
  g_array_free(work->nodes, TRUE);
  g_array_free(work->arcs, TRUE);
  g_array_free(work->layers, TRUE);
  g_array_free(work->steps, TRUE);
  g_array_free(work->all_settings, TRUE);
}

static void hold(struct programme *programme, const struct month_slack *slack)
{
  if (slack->column >= 0)
    programme->columns[slack->column].upper = programme->columns[slack->column].lower;
}

/* A copy, of which slacks are at their lower bounds. programme_free it. */
static struct programme *without_slacks(const struct programme *programme,
                                        const struct month_slacks *slacks)
{
  struct programme *out = programme_copy(programme);
  for (int i = 0; i < programme->n_rows; i++) {
    hold(out, &slacks->below[i]);
    hold(out, &slacks->above[i]);
  }
  return out;
}

/* Of a programme without slacks. */
static struct diagram *build_small(struct building *work, const struct programme *programme,
                                   const bool *falls)
{
  struct month_order order;
  month_order_open(&order, programme, falls);
  work->settings = g_new(struct diagram_setting, (gsize)order.n_items + 1);
  month_rows_open(&work->rows, programme, &order);
  struct diagram *out = build(work, falls);
  month_rows_close(&work->rows);
  month_order_close(&order);
  return out;
}

struct diagram *diagram_new(const struct programme *programme, const bool *falls)
{
  struct building work = {.nodes = g_array_new(FALSE, FALSE, sizeof(struct diagram_node)),
                          .arcs = g_array_new(FALSE, FALSE, sizeof(struct diagram_arc)),
                          .layers = g_array_new(FALSE, FALSE, sizeof(struct diagram_layer)),
                          .steps = g_array_new(FALSE, FALSE, sizeof(struct diagram_step)),
                          .all_settings =
                              g_array_new(FALSE, FALSE, sizeof(struct diagram_setting))};
  month_slacks_open(&work.slacks, programme, falls, VALUES_MOST);
  struct programme *small = without_slacks(programme, &work.slacks);
  struct diagram *out = is_small(small) ? build_small(&work, small, falls) : NULL;
  programme_free(small);
  building_close(&work);
  return out;
}

void diagram_free(struct diagram *diagram)
{
  if (!diagram)
    return;
  g_free(diagram->layers);
  g_free(diagram->columns);
  g_free(diagram->nodes);
  g_free(diagram->arcs);
  g_free(diagram->steps);
  g_free(diagram->settings);
  g_free(diagram->uses);
  g_free(diagram->resources);
  g_free(diagram->least);
  g_free(diagram->most);
  g_free(diagram);
}

bool diagram_binds(const struct diagram *diagram)
{
  return diagram->n_resources > 0 || diagram->n_nodes > diagram->n_layers + 1;
}

void diagram_set(const struct diagram *diagram, int step, int64_t *x)
{
  const struct diagram_step *of = &diagram->steps[step];
  for (int k = of->first; k < of->first + of->count; k++)
    x[diagram->settings[k].column] = diagram->settings[k].value;
}
