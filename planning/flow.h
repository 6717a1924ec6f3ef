/* The most that can flow from a source to a sink: Dinic, "Algorithm for solution of a
 * problem of maximum flow in networks with power estimation" (1970). Whole numbers. */
#ifndef ROTA_PLANNING_FLOW_H
#define ROTA_PLANNING_FLOW_H

#include <stdbool.h>

struct flow;

/* Nodes are numbered as they are added; 0 is the source and 1 the sink. */
enum { FLOW_SOURCE = 0, FLOW_SINK = 1 };
#define FLOW_UNBOUNDED (1 << 29)

struct flow *flow_new(void);
void flow_free(struct flow *flow); /* NULL is fine */

int flow_add_node(struct flow *flow);
int flow_nodes(const struct flow *flow);
/* Returns the arc's number, for flow_left. */
int flow_add_arc(struct flow *flow, int from, int to, int room);

/* The most from the source to the sink; the arcs keep what of them is used. */
int flow_run(struct flow *flow);
/* Once it has run: how much room an arc has left. */
int flow_left(const struct flow *flow, int arc);
/* Once it has run: sets reached[nodes] to where more could still flow to from `node`,
 * other than by the source. */
void flow_reach(struct flow *flow, int node, bool *reached);

#endif
