#include "planning/flow.h"

#include <glib.h>
#include <string.h>

/* Arc i and its reverse, i ^ 1, lie side by side. */
struct arc {
  int to, left;
  int next; /* of the arcs from one node; -1: the last */
};

struct flow {
  GArray *arcs;  /* struct arc */
  GArray *first; /* [nodes] int: the first arc from each */
  int *level;    /* [nodes] arcs from the source; -1: out of reach */
  int *at;       /* [nodes] the arc to try next */
  int *queue;    /* [nodes] */
};

struct flow *flow_new(void)
{
  struct flow *flow = g_new0(struct flow, 1);
  flow->arcs = g_array_new(FALSE, FALSE, sizeof(struct arc));
  flow->first = g_array_new(FALSE, FALSE, sizeof(int));
  flow_add_node(flow);
  flow_add_node(flow);
  return flow;
}

void flow_free(struct flow *flow)
{
  if (!flow)
    return;
  g_array_unref(flow->arcs);
  g_array_unref(flow->first);
  g_free(flow->level);
  g_free(flow->at);
  g_free(flow->queue);
  g_free(flow);
}

int flow_add_node(struct flow *flow)
{
  int none = -1;
  g_array_append_val(flow->first, none);
  return (int)flow->first->len - 1;
}

int flow_nodes(const struct flow *flow)
{
  return (int)flow->first->len;
}

static struct arc *arc_at(const struct flow *flow, int arc)
{
  return &g_array_index(flow->arcs, struct arc, arc);
}

static void add_half(struct flow *flow, int from, int to, int room)
{
  int *first = &g_array_index(flow->first, int, from);
  struct arc arc = {to, room, *first};
  *first = (int)flow->arcs->len;
  g_array_append_val(flow->arcs, arc);
}

int flow_add_arc(struct flow *flow, int from, int to, int room)
{
  add_half(flow, from, to, room);
  add_half(flow, to, from, 0);
  return (int)flow->arcs->len - 2;
}

int flow_left(const struct flow *flow, int arc)
{
  return arc_at(flow, arc)->left;
}

/* How many arcs with room are between `from` and each node; none leads by the source. */
static void find_levels(struct flow *flow, int from)
{
  int n = (int)flow->first->len, head = 0, tail = 0;
  for (int i = 0; i < n; i++)
    flow->level[i] = -1;
  flow->level[from] = 0;
  flow->queue[tail++] = from;
  while (head < tail) {
    int node = flow->queue[head++];
    for (int a = g_array_index(flow->first, int, node); a >= 0; a = arc_at(flow, a)->next) {
      const struct arc *arc = arc_at(flow, a);
      if (arc->left > 0 && flow->level[arc->to] < 0 && arc->to != FLOW_SOURCE) {
        flow->level[arc->to] = flow->level[node] + 1;
        flow->queue[tail++] = arc->to;
      }
    }
  }
}

/* Pushes up to `most` from the node to the sink, a level further with each arc. */
static int push(struct flow *flow, int node, int most)
{
  if (node == FLOW_SINK)
    return most;
  int pushed = 0;
  for (int *a = &flow->at[node]; *a >= 0; *a = arc_at(flow, *a)->next) {
    int to = arc_at(flow, *a)->to, left = arc_at(flow, *a)->left;
    if (left <= 0 || flow->level[to] != flow->level[node] + 1)
      continue;
    int more = push(flow, to, MIN(most - pushed, left));
    arc_at(flow, *a)->left -= more;
    arc_at(flow, *a ^ 1)->left += more;
    pushed += more;
    if (pushed == most)
      break;
  }
  return pushed;
}

int flow_run(struct flow *flow)
{
  size_t n = flow->first->len;
  int total = 0;
  flow->level = g_renew(int, flow->level, n);
  flow->at = g_renew(int, flow->at, n);
  flow->queue = g_renew(int, flow->queue, n);
  for (find_levels(flow, FLOW_SOURCE); flow->level[FLOW_SINK] >= 0;
       find_levels(flow, FLOW_SOURCE)) {
    memcpy(flow->at, flow->first->data, n * sizeof(int));
    total += push(flow, FLOW_SOURCE, FLOW_UNBOUNDED);
  }
  return total;
}

void flow_reach(struct flow *flow, int node, bool *reached)
{
  find_levels(flow, node);
  for (guint i = 0; i < flow->first->len; i++)
    reached[i] = flow->level[i] >= 0;
}
