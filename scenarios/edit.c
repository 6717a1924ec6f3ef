#include "scenarios/edit.h"

#include <string.h>

static struct node *new_node(struct arena *arena, enum node_kind kind, struct where where)
{
  struct node *node = ARENA_NEW(arena, struct node, 1);
  node->kind = kind;
  node->where = where;
  return node;
}

const struct node *edit_scalar(struct arena *arena, struct where where, const char *text)
{
  struct node *node = new_node(arena, NODE_SCALAR, where);
  node->text = arena_strdup(arena, text);
  return node;
}

const struct node *edit_map(struct arena *arena, struct where where)
{
  return new_node(arena, NODE_MAP, where);
}

const struct node *edit_list(struct arena *arena, struct where where)
{
  return new_node(arena, NODE_LIST, where);
}

static const struct node **copy_nodes(struct arena *arena, const struct node *const *nodes,
                                      int count)
{
  const struct node **made = ARENA_NEW(arena, const struct node *, count + 1);
  for (int i = 0; i < count; i++)
    made[i] = nodes[i];
  return made;
}

/* A copy with room for one more item. */
static struct node *copy(struct arena *arena, const struct node *node)
{
  struct node *made = ARENA_NEW(arena, struct node, 1);
  *made = *node;
  made->items = copy_nodes(arena, node->items, node->count);
  if (node->kind == NODE_MAP)
    made->keys = copy_nodes(arena, node->keys, node->count);
  return made;
}

static int find_key(const struct node *map, const char *key)
{
  for (int i = 0; i < map->count; i++)
    if (strcmp(map->keys[i]->text, key) == 0)
      return i;
  return -1;
}

static void take_out(struct node *node, int index)
{
  node->count--;
  for (int i = index; i < node->count; i++) {
    node->items[i] = node->items[i + 1];
    if (node->keys)
      node->keys[i] = node->keys[i + 1];
  }
}

const struct node *edit_put(struct arena *arena, const struct node *map, const struct node *key,
                            const struct node *value)
{
  struct node *made = copy(arena, map);
  int index = find_key(map, key->text);
  if (index < 0) {
    index = made->count++;
    made->keys[index] = key;
  }
  made->items[index] = value;
  return made;
}

const struct node *edit_put_text(struct arena *arena, const struct node *map, struct where where,
                                 const char *key, const char *text)
{
  return edit_put(arena, map, edit_scalar(arena, where, key), edit_scalar(arena, where, text));
}

const struct node *edit_drop(struct arena *arena, const struct node *map, const char *key)
{
  int index = find_key(map, key);
  if (index < 0)
    return map;
  struct node *made = copy(arena, map);
  take_out(made, index);
  return made;
}

const struct node *edit_append(struct arena *arena, const struct node *list,
                               const struct node *item)
{
  struct node *made = copy(arena, list);
  made->items[made->count++] = item;
  return made;
}

const struct node *edit_replace(struct arena *arena, const struct node *list, int index,
                                const struct node *item)
{
  struct node *made = copy(arena, list);
  if (item)
    made->items[index] = item;
  else
    take_out(made, index);
  return made;
}

enum { SHOWN_MAX = 60 }; /* bytes, about */

static void show(const struct node *node, GString *out, gsize start)
{
  if (out->len - start > SHOWN_MAX)
    return;
  if (node->kind == NODE_SCALAR) {
    g_string_append(out, node->text);
    return;
  }
  bool is_map = node->kind == NODE_MAP;
  g_string_append_c(out, is_map ? '{' : '[');
  for (int i = 0; i < node->count; i++) {
    if (i > 0)
      g_string_append(out, ", ");
    if (out->len - start > SHOWN_MAX) {
      g_string_append(out, "...");
      break;
    }
    if (is_map)
      g_string_append_printf(out, "%s: ", node->keys[i]->text);
    show(node->items[i], out, start);
  }
  g_string_append_c(out, is_map ? '}' : ']');
}

void edit_show(const struct node *node, GString *out)
{
  show(node, out, out->len);
}
