#include "scenarios/making_posts.h"

#include <string.h>

static int date_of(const struct node *change)
{
  const struct node *from = change->kind == NODE_MAP ? node_get(change, "from") : NULL;
  int date = DATE_NONE;
  if (from && from->kind == NODE_SCALAR)
    date_parse(from->text, &date);
  return date;
}

/* NULL: none. */
static const struct node *changes_of(const struct node *body)
{
  const struct node *changes = node_get(body, "changes");
  return changes && changes->kind == NODE_LIST ? changes : NULL;
}

static const struct node *put_changes(struct making *making, const struct node *body,
                                      const struct node *changes)
{
  if (changes->count == 0)
    return edit_drop(making->nodes, body, "changes");
  return edit_put(making->nodes, body, edit_scalar(making->nodes, changes->where, "changes"),
                  changes);
}

/* A change names the skills that it adds, alters or takes away; anything else is written
 * whole. */
static const struct node *lay_in(struct making *making, const struct node *body,
                                 const struct node *change)
{
  struct arena *nodes = making->nodes;
  for (int i = 0; i < change->count; i++) {
    const struct node *key = change->keys[i], *value = change->items[i];
    const struct node *before = node_get(body, key->text);
    if (strcmp(key->text, "from") == 0)
      continue;
    if (strcmp(key->text, "skills") == 0 && before && before->kind == NODE_MAP) {
      for (int s = 0; s < value->count; s++)
        before = edit_put(nodes, before, value->keys[s], value->items[s]);
      value = before;
    }
    body = edit_put(nodes, body, key, value);
  }
  return body;
}

const struct node *making_posts_begin(struct making *making, const struct node *body)
{
  const struct node *changes = changes_of(body);
  if (!changes)
    return body;
  const struct node *later = edit_list(making->nodes, changes->where);
  for (int i = 0; i < changes->count; i++)
    if (date_of(changes->items[i]) <= making_first(making))
      body = lay_in(making, body, changes->items[i]);
    else
      later = edit_append(making->nodes, later, changes->items[i]);
  return put_changes(making, body, later);
}

const struct node *making_posts_until(struct making *making, const struct node *body, int last)
{
  const struct node *changes = changes_of(body);
  if (!changes)
    return body;
  const struct node *kept = edit_list(making->nodes, changes->where);
  for (int i = 0; i < changes->count; i++)
    if (date_of(changes->items[i]) <= last)
      kept = edit_append(making->nodes, kept, changes->items[i]);
  return put_changes(making, body, kept);
}

static const struct node *edit_in(struct making *making, const struct node *map, const char *name,
                                  posts_edit *edit, int date, void *data)
{
  const struct node *value = map->kind == NODE_MAP ? node_get(map, name) : NULL;
  if (!value || node_is_empty(value))
    return map;
  const struct node *edited = edit(making, value, date, data);
  if (edited == value)
    return map;
  return edit_put(making->nodes, map, edit_scalar(making->nodes, value->where, name), edited);
}

const struct node *making_posts_edit(struct making *making, const struct node *body,
                                     const char *key, posts_edit *edit, void *data)
{
  const struct node *changes = changes_of(body);
  body = edit_in(making, body, key, edit, making_first(making), data);
  if (!changes)
    return body;
  for (int i = 0; i < changes->count; i++)
    changes = edit_replace(
        making->nodes, changes, i,
        edit_in(making, changes->items[i], key, edit, date_of(changes->items[i]), data));
  return put_changes(making, body, changes);
}
