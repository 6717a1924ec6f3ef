#include "scenarios/making.h"

#include "inputs/tree.h"
#include "inputs/value.h"

#include <stdarg.h>
#include <string.h>

const struct node *making_tree(struct making *making, const char *path)
{
  const struct node *root = g_hash_table_lookup(making->trees, path);
  if (root)
    return root;
  const char *lasting = g_intern_string(
      path); /* interned, because places of the service that is made of the tree cite it */
  struct diagnostics *diagnostics = making->reader.diagnostics;
  const struct source_file *file = source_read(making->reader.source, path, diagnostics);
  root = file ? tree_read(file, lasting, making->nodes, diagnostics) : NULL;
  if (!root || node_is_empty(root))
    root = edit_map(making->nodes, (struct where){lasting, 0, 0});
  making_put_tree(making, path, root);
  return root;
}

void making_put_tree(struct making *making, const char *path, const struct node *root)
{
  g_hash_table_replace(making->trees, (gpointer)g_intern_string(path), (gpointer)root);
}

const char *making_month_path(struct making *making)
{
  g_autofree char *path = g_build_filename(making->month->id, "month.yaml", NULL);
  return g_intern_string(path);
}

bool making_has_section(struct making *making, const char *path, const char *section)
{
  const struct node *node = node_get(making_tree(making, path), section);
  return node && !node_is_empty(node);
}

const struct node *making_section(struct making *making, const char *path, const char *section,
                                  enum node_kind kind)
{
  const struct node *root = making_tree(making, path), *node = node_get(root, section);
  bool list = kind == NODE_LIST;
  if (node && !node_is_empty(node) &&
      (list ? reader_is_list(&making->reader, node, section)
            : reader_is_map(&making->reader, node, section)))
    return node;
  return list ? edit_list(making->nodes, root->where) : edit_map(making->nodes, root->where);
}

void making_put_section(struct making *making, const char *path, struct where where,
                        const char *section, const struct node *value)
{
  const struct node *root = making_tree(making, path);
  const struct node *key = edit_scalar(making->nodes, where, section);
  making_put_tree(making, path, edit_put(making->nodes, root, key, value));
}

/* The file that has the clinician; NULL: none has. */
static const char *file_of(struct making *making, const char *id)
{
  for (guint i = 0; i < making->files->len; i++)
    if (node_get(making_tree(making, making->files->pdata[i]), id))
      return making->files->pdata[i];
  return NULL;
}

const struct node *making_clinician(struct making *making, const char *id)
{
  const char *path = file_of(making, id);
  return path ? node_get(making_tree(making, path), id) : NULL;
}

void making_put_clinician(struct making *making, const struct node *id, const struct node *body)
{
  const char *path = file_of(making, id->text);
  if (!path)
    path = making->files->pdata[making->files->len - 1];
  making_put_tree(making, path, edit_put(making->nodes, making_tree(making, path), id, body));
}

void making_say(struct making *making, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_autofree char *plain = value_without_turning(text);
  g_ptr_array_add(making->words, arena_strdup(making->scenario->arena, plain));
}

void making_error(struct making *making, struct where where, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diagnostics_error(making->reader.diagnostics, where, "%s", text);
}

void making_finish(struct making *making,
                   void (*run)(struct making *making, struct service *service, struct month *month,
                               void *data),
                   void *data)
{
  struct finish finish = {run, data};
  g_array_append_val(making->finishes, finish);
}

void making_add_later(struct making *making, const struct making_later *later)
{
  g_array_append_val(making->later, *later);
}

static void read_later(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)reader;
  (void)key;
  (void)value;
  (void)field;
}

struct keys making_keys(struct making *making, const struct keys *own, const struct keys *edited)
{
  struct key *table = ARENA_NEW(making->nodes, struct key, own->count + edited->count);
  struct keys keys = {own->what, table, 0};
  for (int i = 0; i < own->count; i++)
    table[keys.count++] = own->items[i];
  for (int i = 0; i < edited->count; i++)
    table[keys.count++] = (struct key){.name = edited->items[i].name, .read = read_later};
  return keys;
}

int making_errors(const struct making *making)
{
  return diagnostics_errors(making->reader.diagnostics);
}

int making_first(const struct making *making)
{
  return making->month->from;
}

int making_last(const struct making *making)
{
  return making->month->until;
}
