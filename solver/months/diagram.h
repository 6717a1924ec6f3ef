/* The months of one clinician as paths through a decision diagram (Bergman, Cire, van Hoeve and
 * Hooker 2016): a layer for each column of their block, day after day, and at each node what is
 * still open of the rows. Rows that speak of a few days in a row are all kept by every path; those
 * that speak of the month, such as its hours, would make it too wide, and are left as resources,
 * which a path uses up (Irnich and Desaulniers 2005). */
#ifndef ROTA_SOLVER_MONTHS_DIAGRAM_H
#define ROTA_SOLVER_MONTHS_DIAGRAM_H

#include "model/programme.h"

struct diagram_arc {
  int to; /* a node of the next layer */
  int value;
};

struct diagram_node {
  int first, count; /* its arcs */
};

/* What a column uses of a resource. */
struct diagram_use {
  int resource;
  int64_t coefficient;
};

struct diagram_layer {
  int column;
  int first, count;    /* its nodes */
  int first_use, uses; /* of the column */
};

struct diagram_resource {
  int64_t lower, upper; /* of a path's activity */
};

struct diagram {
  struct diagram_layer *layers; /* [n_layers] and a last one, of one node, without a column */
  int n_layers;
  struct diagram_node *nodes;
  int n_nodes;
  struct diagram_arc *arcs;
  int n_arcs;
  struct diagram_use *uses;
  struct diagram_resource *resources;
  int n_resources;
  int *least, *most; /* [nodes x resources] activity of the ways from a node to the end */
};

/* Of a programme, whose costs don't matter. NULL: it has no solution that way, or the diagram would
 * be too wide. Free with diagram_free (NULL is fine). */
struct diagram *diagram_new(const struct programme *programme);
void diagram_free(struct diagram *diagram);

#endif
