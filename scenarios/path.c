#include "scenarios/path.h"

#include <string.h>

struct where path_place(const struct path *path, const char *rest)
{
  struct where where = path->written->where;
  const char *text = path->written->text;
  where.column += (int)g_utf8_strlen(text, rest - text) + path->written->quoted;
  return where;
}

void path_unknown(struct path *path, const char *rest, const char *what, const char *word,
                  const GPtrArray *known)
{
  reader_unknown(&path->making->reader, path_place(path, rest), what, word,
                 (const char *const *)known->pdata, (int)known->len);
}

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

const struct node *path_put(struct path *path, const struct node *node, const char *rest,
                            const char *section)
{
  if (node->kind == NODE_MAP)
    return put_in_map(path, node, rest, section);
  if (node->kind == NODE_LIST)
    return path_put_list(path, node, rest, section);
  making_error(path->making, path_place(path, rest), "the path goes on, but there is only %s there",
               reader_describe(&path->making->reader, node));
  return NULL;
}
