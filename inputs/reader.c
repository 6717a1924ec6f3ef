#include "inputs/reader.h"

#include "inputs/tree.h"
#include "model/nearest.h"

#include <string.h>

const struct node *reader_tree(struct reader *reader, const char *path, bool *missing)
{
  int mistakes = diagnostics_mistakes(reader->diagnostics);
  const struct node *tree = reader->trees ? g_hash_table_lookup(reader->trees, path) : NULL;
  if (missing)
    *missing = false;
  if (tree)
    return tree;
  const struct source_file *file = source_read(reader->source, path, reader->diagnostics);
  if (missing)
    *missing = !file && diagnostics_mistakes(reader->diagnostics) == mistakes;
  if (!file)
    return NULL;
  return tree_read(file, arena_strdup(reader->arena, path), reader->nodes, reader->diagnostics);
}

const char *reader_describe(struct reader *reader, const struct node *node)
{
  enum { SHOWN_MAX = 40 }; /* characters */
  if (node_is_empty(node))
    return "nothing";
  if (node->kind != NODE_SCALAR)
    return node->kind == NODE_LIST ? "a list" : "a mapping";
  g_autofree char *shown =
      g_utf8_strlen(node->text, -1) <= SHOWN_MAX ? g_strdup_printf("'%s'", node->text) : NULL;
  if (shown)
    return arena_strdup(reader->nodes, shown);
  g_autofree char *start = g_utf8_substring(node->text, 0, SHOWN_MAX);
  g_autofree char *cut = g_strdup_printf("'%s...'", start);
  return arena_strdup(reader->nodes, cut);
}

enum { SUGGESTED_MAX = 500 };

void reader_unknown(struct reader *reader, struct where where, const char *what, const char *word,
                    const char *const *known, int count)
{
  const struct node written = {.kind = NODE_SCALAR, .text = word, .quoted = true};
  /* Somebody who has thousands of unknown words has made no typing error, and to look
   * for the nearest word takes long. */
  const char *nearest =
      reader->suggested++ < SUGGESTED_MAX ? nearest_word(word, known, count) : NULL;
  const char *shown = reader_describe(reader, &written);
  if (nearest)
    diagnostics_error(reader->diagnostics, where, "unknown %s %s; did you mean '%s'?", what, shown,
                      nearest);
  else
    diagnostics_error(reader->diagnostics, where, "unknown %s %s", what, shown);
}

bool reader_is_map(struct reader *reader, const struct node *node, const char *what)
{
  if (node->kind == NODE_MAP)
    return true;
  diagnostics_error(reader->diagnostics, node->where, "expected a mapping for %s, found %s", what,
                    reader_describe(reader, node));
  return false;
}

bool reader_is_list(struct reader *reader, const struct node *node, const char *what)
{
  if (node->kind == NODE_LIST)
    return true;
  diagnostics_error(reader->diagnostics, node->where, "expected a list for %s, found %s", what,
                    reader_describe(reader, node));
  return false;
}

bool reader_bound(struct reader *reader, struct where where, const char *what, int count, int most)
{
  if (count <= most)
    return true;
  diagnostics_error(reader->diagnostics, where, "%d %s; at most %d can be read", count, what, most);
  return false;
}

bool reader_has_key(const struct keys *keys, const char *name)
{
  for (int i = 0; i < keys->count; i++)
    if (strcmp(keys->items[i].name, name) == 0)
      return true;
  return false;
}

static void report_unknown_keys(struct reader *reader, const struct node *map,
                                const struct keys *keys)
{
  g_autofree const char **known = g_new(const char *, (gsize)keys->count + 1);
  for (int i = 0; i < keys->count; i++)
    known[i] = keys->items[i].name;
  g_autofree char *what = g_strdup_printf("key in %s:", keys->what);
  for (int i = 0; i < map->count; i++)
    if (!reader_has_key(keys, map->keys[i]->text))
      reader_unknown(reader, map->keys[i]->where, what, map->keys[i]->text, known, keys->count);
}

bool reader_map(struct reader *reader, const struct node *node, const struct keys *keys,
                void *target)
{
  if (!reader_is_map(reader, node, keys->what))
    return false;
  report_unknown_keys(reader, node, keys);
  for (int i = 0; i < keys->count; i++) {
    const struct key *key = &keys->items[i];
    const struct node *value = node_get(node, key->name);
    if (value)
      key->read(reader, key, value, (char *)target + key->offset);
    else if (key->required)
      diagnostics_error(reader->diagnostics, node->where, "%s needs '%s'", keys->what, key->name);
  }
  return true;
}

void key_node(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  if (!node_is_empty(value))
    *(const struct node **)field = value;
  else if (key->required)
    diagnostics_error(reader->diagnostics, value->where, "nothing is written for '%s'", key->name);
}

void key_map(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  reader_map(reader, value, key->inside, field);
}
