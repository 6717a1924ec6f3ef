/* What a person wrote in YAML: a tree of nodes that know their place. */
#ifndef ROTA_INPUTS_NODE_H
#define ROTA_INPUTS_NODE_H

#include "model/where.h"

#include <stdbool.h>

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

/* An alias is the very node that its anchor names, so nodes may be shared. */
struct node {
  enum node_kind kind;
  struct where where;
  const char *text;          /* of a scalar; NULL for the others */
  bool quoted;               /* a scalar in quotes is text, even when it reads yes, no or nothing */
  const struct node **keys;  /* of a map: scalars, each once */
  const struct node **items; /* of a list; of a map, the values */
  int count;
};

/* Nothing written: `key:` with no value. */
bool node_is_empty(const struct node *node);
/* The value under that key of a map, or NULL. */
const struct node *node_get(const struct node *map, const char *key);
/* Lets one thing stand for a list of one: the items of a list, or `*node` alone. */
const struct node *const *node_each(const struct node *const *node, int *count);

#endif
