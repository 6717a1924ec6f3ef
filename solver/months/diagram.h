/* The months of one clinician as paths through a decision diagram (Bergman, Cire, van Hoeve and
 * Hooker 2016): a layer for each few columns of their block that are settled together, such as a
 * day's, and at each node what is still open of the rows. Rows that speak of a few days in a row
 * are all kept by every path; those that speak of the month, such as its hours, would make it too
 * wide, and are left as resources, which a path uses up (Irnich and Desaulniers 2005). */
#ifndef ROTA_SOLVER_MONTHS_DIAGRAM_H
#define ROTA_SOLVER_MONTHS_DIAGRAM_H

#include "solver/months/month_slack.h"

/* A column that isn't 0. */
struct diagram_setting {
  int column, value;
};

/* What the columns of a layer are, those without a setting 0. */
struct diagram_step {
  int first, count; /* its settings */
};

struct diagram_arc {
  int to; /* a node of the next layer */
  int step;
};

struct diagram_node {
  int first, count; /* its arcs */
};

struct diagram_layer {
  int first, count; /* its nodes */
  int first_step, steps;
  int first_column, columns; /* in diagram.columns */
};

struct diagram_resource {
  int row;                         /* of the programme */
  int64_t lower, upper;            /* of a path's activity in it */
  struct month_slack below, above; /* by which it may miss these, at a price, */
  int64_t lowest, highest;         /* and come to no more than this */
};

struct diagram {
  struct diagram_layer *layers; /* [n_layers] and a last one, of one node, without columns */
  int n_layers;
  int *columns; /* [n_columns] in the order of the layers */
  int n_columns;
  struct diagram_node *nodes;
  int n_nodes;
  struct diagram_arc *arcs;
  struct diagram_step *steps;
  int n_steps;
  struct diagram_setting *settings;
  struct diagram_resource *resources;
  int n_resources;
  int *uses;         /* [steps x resources] what a step adds to each activity */
  int *least, *most; /* [nodes x resources] activity of the ways from a node to the end */
};

/* Of a programme, whose costs don't matter but for falls[columns]: a lower value of such a count is
 * never dearer, nor the worse for anything but the programme's own rows, so that it has the least
 * that these allow; of slacks (month_slack.h) paths have the lower bound. NULL: it has no solution
 * that way, or the diagram would be too wide. Free with diagram_free (NULL is fine). */
struct diagram *diagram_new(const struct programme *programme, const bool *falls);
void diagram_free(struct diagram *diagram);

/* Does it bind any layer to another? */
bool diagram_binds(const struct diagram *diagram);

/* Sets the columns of x[columns] that the step has settings for. */
void diagram_set(const struct diagram *diagram, int step, int64_t *x);

#endif
