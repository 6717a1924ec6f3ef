#include "scenarios/path.h"

#include "model/rule.h"

#include <string.h>

/* What the keys of a section name; NULL: they are words of the format. */
static const char *things_in(const char *section)
{
  static const struct {
    const char *section, *thing;
  } known[] = {{"sites", "site"},           {"pcns", "PCN"},         {"tasks", "task"},
               {"clinicians", "clinician"}, {"sessions", "session"}, {"events", "event"}};
  for (size_t i = 0; section && i < G_N_ELEMENTS(known); i++)
    if (strcmp(known[i].section, section) == 0)
      return known[i].thing;
  return NULL;
}

static void unknown_thing(struct path *path, const struct node *map, const char *rest,
                          const char *what, const char *word)
{
  struct making *making = path->making;
  const struct node *pcns = making_section(making, MAKING_SERVICE, "pcns", NODE_MAP);
  if (strcmp(what, "site") == 0 && node_get(pcns, word)) {
    making_error(making, path_place(path, rest), "'%s' is a PCN; its path begins with 'pcns.%s'",
                 word, word);
    return;
  }
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < map->count; i++)
    g_ptr_array_add(known, (gpointer)map->keys[i]->text);
  path_unknown(path, rest, what, word, known);
  g_ptr_array_free(known, TRUE);
}

static const struct node *put_in_map(struct path *path, const struct node *map, const char *rest,
                                     const char *section)
{
  struct arena *nodes = path->making->nodes;
  const char *things = things_in(section);
  size_t length = strcspn(rest, ".[");
  g_autofree char *word = g_strndup(rest, length);
  const struct node *child = node_get(map, word);
  const char *after = rest + length + (rest[length] == '.');
  bool ends = rest[length] == '\0';
  if (length == 0 || (!ends && *after == '\0')) {
    making_error(path->making, path_place(path, rest), "the path has no word here");
    return NULL;
  }
  if (!child && things && !(ends && path->value->kind == NODE_MAP)) {
    unknown_thing(path, map, rest, things, word);
    return NULL;
  }
  if (ends)
    path->old = child;
  else if (!child || node_is_empty(child))
    child = edit_map(nodes, path_place(path, rest));
  const struct node *made =
      ends ? path->value : path_put(path, child, after, section && !*section ? word : NULL);
  const struct node *key = edit_scalar(nodes, path_place(path, rest), word);
  return made ? edit_put(nodes, map, key, made) : NULL;
}

static const struct node *put_in_items(struct path *path, const struct path_list *list,
                                       const GArray *items, const char *rest)
{
  struct arena *nodes = path->making->nodes;
  const struct node *node = list->node, *value = path->value;
  bool ends = *rest == '\0';
  bool off = ends && value->kind == NODE_SCALAR && strcmp(value->text, "off") == 0;
  for (guint i = items->len; i-- > 0;) {
    int index = g_array_index(items, int, i);
    const struct node *item = node->items[index], *body = path_body(list, item);
    if (list->rules || list->demand) {
      path->item = body;
      path->inside = rest;
    }
    const struct node *made = value;
    if (!ends)
      made = path_put(path, node_is_empty(body) ? edit_map(nodes, item->where) : body, rest, NULL);
    else
      path->old = body;
    if (!made)
      return NULL;
    if (path_is_use(list, item))
      made = edit_put(nodes, item, item->keys[0], made);
    node = edit_replace(nodes, node, index, off ? NULL : made);
  }
  return node;
}

/* A rule that is not written yet is written now. */
static const struct node *add_use(struct path *path, const struct node *list,
                                  const struct rule *rule, const char *rest)
{
  struct arena *nodes = path->making->nodes;
  struct where where = path_place(path, rest);
  const char *after = rest + strlen(rule->name);
  const struct node *nothing = edit_map(nodes, where);
  const struct node *body = *after ? path_put(path, nothing, after + 1, NULL) : path->value;
  const struct node *key = edit_scalar(nodes, where, rule->name);
  return body ? edit_append(nodes, list, edit_put(nodes, nothing, key, body)) : NULL;
}

static const struct node *put_in_list(struct path *path, const struct node *node, const char *rest,
                                      const char *section)
{
  struct path_list list = path_list(node, section);
  const struct rule *rule = path_new_rule(&list, rest);
  if (rule)
    return add_use(path, node, rule, rest);
  GArray *items = path_items(path, &list, &rest);
  if (!items)
    return NULL;
  const struct node *made = put_in_items(path, &list, items, rest);
  g_array_unref(items);
  return made;
}

const struct node *path_put(struct path *path, const struct node *node, const char *rest,
                            const char *section)
{
  if (node->kind == NODE_MAP)
    return put_in_map(path, node, rest, section);
  if (node->kind == NODE_LIST)
    return put_in_list(path, node, rest, section);
  making_error(path->making, path_place(path, rest), "the path goes on, but there is only %s there",
               reader_describe(&path->making->reader, node));
  return NULL;
}
