#include "inputs/tree.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

enum {
  DEPTH_MAX = 16,
  NODES_MAX = 200000, /* aliases counted as what they stand for */
  ALIASES_MAX = 1000,
  TEXT_BYTES_MAX = 1000,
};

/* What an alias to a node stands for: how many nodes, how deep. */
struct size {
  int nodes, depth;
};

struct builder {
  yaml_parser_t parser;
  const char *text; /* after its byte order mark, which would shift the first line's columns */
  const char *path; /* as long-lived as the nodes */
  struct arena *arena;
  struct diagnostics *diagnostics;
  GHashTable *anchors; /* name to struct anchor */
  int nodes, aliases;
  bool failed; /* reported: stop */
};

struct anchor {
  const struct node *node; /* NULL while it is being read */
  struct size size;
};

static struct where at_mark(const struct builder *builder, yaml_mark_t mark)
{
  return (struct where){builder->path, (int)mark.line + 1, (int)mark.column + 1};
}

static void fail(struct builder *builder, struct where where, const char *text)
{
  builder->failed = true;
  diagnostics_error(builder->diagnostics, where, "%s", text);
}

/* Does the line have a tab before its first word, or where YAML stumbled? */
static bool tab_on_line(const struct builder *builder, struct where where)
{
  const char *line = builder->text;
  for (int i = 1; i < where.line && line; i++) {
    line = strchr(line, '\n');
    line = line ? line + 1 : NULL;
  }
  return line && line[strspn(line, " -")] == '\t';
}

static void fail_as_parser_says(struct builder *builder)
{
  const yaml_parser_t *parser = &builder->parser;
  /* libyaml's own mark is no help when it can't decode a character. */
  struct where where = parser->error == YAML_READER_ERROR
                           ? source_place(builder->path, builder->text, parser->problem_offset)
                           : at_mark(builder, parser->problem_mark);
  const char *problem = parser->problem ? parser->problem : "unknown trouble";
  builder->failed = true;
  if (parser->error != YAML_READER_ERROR && tab_on_line(builder, where))
    diagnostics_error(builder->diagnostics, where, "a tab can't be used here; use spaces");
  else if (parser->context)
    diagnostics_error(builder->diagnostics, where, "not proper YAML: %s %s (from line %d)", problem,
                      parser->context, (int)parser->context_mark.line + 1);
  else
    diagnostics_error(builder->diagnostics, where, "not proper YAML: %s", problem);
}

static bool next_event(struct builder *builder, yaml_event_t *event)
{
  if (yaml_parser_parse(&builder->parser, event))
    return true;
  fail_as_parser_says(builder);
  return false;
}

/* Counts a node, or the many that an alias stands for. */
static bool count_nodes(struct builder *builder, struct where where, int nodes)
{
  builder->nodes += nodes;
  if (builder->nodes <= NODES_MAX)
    return true;
  fail(builder, where, "too much in one file; at most 200000 values, aliases counted in full");
  return false;
}

static struct node *new_node(struct builder *builder, enum node_kind kind, yaml_mark_t mark)
{
  struct node *node = ARENA_NEW(builder->arena, struct node, 1);
  node->kind = kind;
  node->where = at_mark(builder, mark);
  return node;
}

static struct anchor *new_anchor(struct builder *builder, const yaml_char_t *name)
{
  if (!name)
    return NULL;
  struct anchor *anchor = ARENA_NEW(builder->arena, struct anchor, 1);
  g_hash_table_replace(builder->anchors, arena_strdup(builder->arena, (const char *)name), anchor);
  return anchor;
}

static const struct node *read_alias(struct builder *builder, const yaml_event_t *event, int depth,
                                     struct size *size)
{
  struct where where = at_mark(builder, event->start_mark);
  const char *name = (const char *)event->data.alias.anchor;
  const struct anchor *anchor = g_hash_table_lookup(builder->anchors, name);
  if (!anchor || !anchor->node) {
    builder->failed = true;
    diagnostics_error(builder->diagnostics, where,
                      anchor ? "the alias '*%s' is inside what it stands for"
                             : "the alias '*%s' stands for nothing",
                      name);
    return NULL;
  }
  if (++builder->aliases > ALIASES_MAX)
    fail(builder, where, "too many aliases; at most 1000 in one file");
  else if (depth + anchor->size.depth > DEPTH_MAX)
    fail(builder, where, "nested too deeply; at most 16 levels");
  else if (count_nodes(builder, where, anchor->size.nodes)) {
    *size = anchor->size;
    return anchor->node;
  }
  return NULL;
}

static const struct node *read_scalar(struct builder *builder, const yaml_event_t *event)
{
  struct node *node = new_node(builder, NODE_SCALAR, event->start_mark);
  const char *value = (const char *)event->data.scalar.value;
  size_t length = event->data.scalar.length;
  if (length > TEXT_BYTES_MAX)
    fail(builder, node->where, "too long a text; at most 1000 bytes");
  else if (strlen(value) != length)
    fail(builder, node->where, "a text with a NUL in it");
  else if (!g_utf8_validate(value, (gssize)length, NULL))
    fail(builder, node->where, "a text that is not UTF-8"); /* by escapes such as "\uD800" */
  if (builder->failed)
    return NULL;
  node->text = arena_copy(builder->arena, value, length + 1, 1);
  node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  return node;
}

static const struct node *read_node(struct builder *builder, const yaml_event_t *event, int depth,
                                    struct size *size);

/* The next node, or NULL at `end` or on failure. */
static const struct node *read_next(struct builder *builder, yaml_event_type_t end, int depth,
                                    struct size *size)
{
  yaml_event_t event;
  const struct node *node = NULL;
  if (!next_event(builder, &event))
    return NULL;
  if (event.type != end) {
    struct size inner = {1, 1};
    node = read_node(builder, &event, depth, &inner);
    size->nodes += inner.nodes;
    size->depth = MAX(size->depth, inner.depth + 1);
  }
  yaml_event_delete(&event);
  return node;
}

static void fill(struct builder *builder, struct node *node, const GPtrArray *items)
{
  node->items = arena_copy(builder->arena, items->pdata, items->len, sizeof(gpointer));
  node->count = (int)items->len;
}

static void read_list(struct builder *builder, struct node *list, int depth, struct size *size)
{
  GPtrArray *items = g_ptr_array_new();
  const struct node *item;
  while ((item = read_next(builder, YAML_SEQUENCE_END_EVENT, depth + 1, size)))
    g_ptr_array_add(items, (gpointer)item);
  fill(builder, list, items);
  g_ptr_array_free(items, TRUE);
}

/* A key written twice is a mistake, but no reason to stop: the first stands. */
static bool is_new_key(struct builder *builder, GHashTable *seen, const struct node *key)
{
  if (key->kind != NODE_SCALAR) {
    diagnostics_error(builder->diagnostics, key->where, "a key must be a word");
    return false;
  }
  const struct node *first = g_hash_table_lookup(seen, key->text);
  if (first) {
    diagnostics_error(builder->diagnostics, key->where, "'%s' is here twice; first on line %d",
                      key->text, first->where.line);
    return false;
  }
  g_hash_table_insert(seen, (gpointer)key->text, (gpointer)key);
  return true;
}

static void read_map(struct builder *builder, struct node *map, int depth, struct size *size)
{
  GPtrArray *keys = g_ptr_array_new(), *items = g_ptr_array_new();
  GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
  const struct node *key, *item;
  while ((key = read_next(builder, YAML_MAPPING_END_EVENT, depth + 1, size)) &&
         (item = read_next(builder, YAML_NO_EVENT, depth + 1, size)))
    if (is_new_key(builder, seen, key)) {
      g_ptr_array_add(keys, (gpointer)key);
      g_ptr_array_add(items, (gpointer)item);
    }
  fill(builder, map, items);
  map->keys = arena_copy(builder->arena, keys->pdata, items->len, sizeof(gpointer));
  g_hash_table_unref(seen);
  g_ptr_array_free(keys, TRUE);
  g_ptr_array_free(items, TRUE);
}

static bool has_tag(const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return event->data.scalar.tag != NULL;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.tag != NULL;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.tag != NULL;
  default:
    return false;
  }
}

static const struct node *read_collection(struct builder *builder, const yaml_event_t *event,
                                          int depth, struct size *size)
{
  bool is_map = event->type == YAML_MAPPING_START_EVENT;
  struct node *node = new_node(builder, is_map ? NODE_MAP : NODE_LIST, event->start_mark);
  if (depth >= DEPTH_MAX) {
    fail(builder, node->where, "nested too deeply; at most 16 levels");
    return NULL;
  }
  struct anchor *anchor = new_anchor(builder, is_map ? event->data.mapping_start.anchor
                                                     : event->data.sequence_start.anchor);
  if (is_map)
    read_map(builder, node, depth, size);
  else
    read_list(builder, node, depth, size);
  if (anchor)
    *anchor = (struct anchor){node, *size};
  return builder->failed ? NULL : node;
}

static const struct node *read_node(struct builder *builder, const yaml_event_t *event, int depth,
                                    struct size *size)
{
  struct where where = at_mark(builder, event->start_mark);
  if (event->type == YAML_ALIAS_EVENT)
    return read_alias(builder, event, depth, size);
  if (has_tag(event)) {
    fail(builder, where, "tags such as '!!str' are not understood; leave it out");
    return NULL;
  }
  if (!count_nodes(builder, where, 1))
    return NULL;
  if (event->type != YAML_SCALAR_EVENT)
    return read_collection(builder, event, depth, size);
  const struct node *node = read_scalar(builder, event);
  struct anchor *anchor = new_anchor(builder, event->data.scalar.anchor);
  if (anchor)
    *anchor = (struct anchor){node, *size};
  return node;
}

/* From the stream's start to the first node; an empty stream is an empty scalar. */
static const struct node *read_document(struct builder *builder)
{
  yaml_event_t event = {.type = YAML_NO_EVENT};
  const struct node *root = NULL;
  struct size size = {1, 1};
  do {
    yaml_event_delete(&event);
    if (!next_event(builder, &event))
      return NULL;
  } while (event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT);
  if (event.type == YAML_STREAM_END_EVENT) {
    struct node *empty = new_node(builder, NODE_SCALAR, (yaml_mark_t){0, 0, 0});
    empty->text = "";
    root = empty;
  } else {
    root = read_node(builder, &event, 0, &size);
  }
  bool ended = event.type == YAML_STREAM_END_EVENT;
  yaml_event_delete(&event);
  while (!ended && !builder->failed && next_event(builder, &event)) {
    if (event.type == YAML_DOCUMENT_START_EVENT)
      fail(builder, at_mark(builder, event.start_mark), "a second document; only one is read");
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  return builder->failed ? NULL : root;
}

const struct node *tree_read(const struct source_file *file, const char *path, struct arena *arena,
                             struct diagnostics *diagnostics)
{
  size_t mark = g_str_has_prefix(file->text, "\xef\xbb\xbf") ? 3 : 0;
  struct builder builder = {
      .text = file->text + mark, .path = path, .arena = arena, .diagnostics = diagnostics};
  builder.anchors = g_hash_table_new(g_str_hash, g_str_equal);
  if (!yaml_parser_initialize(&builder.parser))
    g_error("out of memory"); /* the only way for this call to fail */
  yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&builder.parser, (const unsigned char *)builder.text,
                               file->length - mark);
  const struct node *root = read_document(&builder);
  yaml_parser_delete(&builder.parser);
  g_hash_table_unref(builder.anchors);
  return root;
}
