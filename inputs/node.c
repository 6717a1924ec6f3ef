#include "inputs/node.h"

#include <string.h>

bool node_is_empty(const struct node *node)
{
  return node->kind == NODE_SCALAR && !node->quoted &&
         (*node->text == '\0' || strcmp(node->text, "~") == 0);
}

const struct node *node_get(const struct node *map, const char *key)
{
  if (map->kind == NODE_MAP)
    for (int i = 0; i < map->count; i++)
      if (strcmp(map->keys[i]->text, key) == 0)
        return map->items[i];
  return NULL;
}

const struct node *const *node_each(const struct node *const *node, int *count)
{
  *count = (*node)->kind == NODE_LIST ? (*node)->count : 1;
  return (*node)->kind == NODE_LIST ? (*node)->items : node;
}
