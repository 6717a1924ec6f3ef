#include "scenarios/path_parts.h"

#include "model/rule.h"

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

static const char *text_of(const struct node *map, const char *key)
{
  const struct node *node = node_get(map, key);
  return node && node->kind == NODE_SCALAR ? node->text : NULL;
}

bool path_is_use(const struct path_list *list, const struct node *item)
{
  return list->rules && item->kind == NODE_MAP && item->count == 1;
}

const struct node *path_body(const struct path_list *list, const struct node *item)
{
  return path_is_use(list, item) ? item->items[0] : item;
}

enum { NAMES_OF_ITEM = 2 };

/* What an item may be called: a rule, or a line, by its own name and by that of its use. */
static void names_of(const struct path_list *list, const struct node *item,
                     const char *found[NAMES_OF_ITEM])
{
  found[0] = found[1] = NULL;
  if (path_is_use(list, item)) {
    found[0] = item->keys[0]->text;
    found[1] = text_of(item->items[0], "name");
  } else if (list->demand) {
    found[0] = text_of(item, "task");
    found[1] = text_of(item, "name");
  }
}

/* The length of the name, if the rest of a path begins with it; else 0. */
static size_t begins(const char *rest, const char *name)
{
  size_t length = name ? strlen(name) : 0;
  if (length == 0 || strncmp(rest, name, length) != 0 || !strchr(".[", rest[length]))
    return 0;
  return length;
}

static size_t longest_name(const struct path_list *list, const char *rest)
{
  size_t longest = 0;
  for (int i = 0; i < list->node->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(list, list->node->items[i], found);
    for (int n = 0; n < NAMES_OF_ITEM; n++)
      longest = MAX(longest, begins(rest, found[n]));
  }
  return longest;
}

/* The items of that name; of all names, where it is empty. */
static GArray *items_called(const struct path_list *list, const char *rest, size_t length)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < list->node->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(list, list->node->items[i], found);
    if (length == 0 || begins(rest, found[0]) == length || begins(rest, found[1]) == length)
      g_array_append_val(items, i);
  }
  return items;
}

/* Is the word a value anywhere in the node? "every pcn" counts as pcn. */
static bool mentions(const struct node *node, const char *word)
{
  static const char every[] = "every ";
  if (node->kind == NODE_SCALAR)
    return strcmp(node->text, word) == 0 ||
           (g_str_has_prefix(node->text, every) && strcmp(node->text + strlen(every), word) == 0);
  for (int i = 0; i < node->count; i++)
    if (mentions(node->items[i], word))
      return true;
  return false;
}

/* Keeps the item of that number, or those that mention the word; false: none. */
static bool narrow(const struct path_list *list, GArray *items, const char *word)
{
  char *end;
  guint64 number = g_ascii_strtoull(word, &end, 10);
  if (g_ascii_isdigit(*word) && *end == '\0') {
    int only = number >= 1 && number <= items->len ? g_array_index(items, int, number - 1) : -1;
    g_array_set_size(items, 0);
    if (only >= 0)
      g_array_append_val(items, only);
    return only >= 0;
  }
  for (guint i = items->len; i-- > 0;)
    if (!mentions(list->node->items[g_array_index(items, int, i)], word))
      g_array_remove_index(items, i);
  return items->len > 0;
}

/* Reads "[2]", "[hove]" and "[all]" from `at` on, and returns what follows;
 * NULL: reported. */
static const char *read_brackets(struct path *path, const struct path_list *list, GArray *items,
                                 const char *at, bool *all)
{
  *all = false;
  while (*at == '[') {
    const char *end = strchr(at, ']');
    if (!end) {
      making_error(path->making, path_place(path, at), "the bracket is never closed");
      return NULL;
    }
    g_autofree char *word = g_strndup(at + 1, (gsize)(end - at) - 1);
    guint before = items->len;
    *all = strcmp(word, "all") == 0;
    if (!*all && !narrow(list, items, word)) {
      making_error(path->making, path_place(path, at), "none of %u is [%s]", before, word);
      return NULL;
    }
    at = end + 1;
  }
  if (*at == '\0' || *at == '.')
    return at;
  making_error(path->making, path_place(path, at), "expected '.' or '[' in the path here");
  return NULL;
}

/* "'rules.ratio' may be any of 2: rules.ratio[1] (service.yaml:130), ..." */
static void say_which(struct path *path, const struct path_list *list, const GArray *items,
                      const char *rest)
{
  enum { NAMED_MAX = 6 };
  const char *text = path->written->text;
  g_autofree char *stem = g_strndup(text, (gsize)(rest - text));
  GString *found = g_string_new(NULL);
  for (guint i = 0; i < items->len && i < NAMED_MAX; i++) {
    const struct node *item = list->node->items[g_array_index(items, int, i)];
    g_string_append_printf(found, "%s%s[%u] ", i ? ", " : "", stem, i + 1);
    edit_show(path_body(list, item), found);
    g_string_append_printf(found, " (%s:%d)", item->where.file, item->where.line);
  }
  making_error(path->making, path_place(path, text), "'%s' may be any of %u, or [all]: %s%s", stem,
               items->len, found->str, items->len > NAMED_MAX ? ", ..." : "");
  g_string_free(found, TRUE);
}

static void unknown_name(struct path *path, const struct path_list *list, const char *rest,
                         const char *word)
{
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < list->node->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(list, list->node->items[i], found);
    for (int n = 0; n < NAMES_OF_ITEM; n++)
      if (found[n])
        g_ptr_array_add(known, (gpointer)found[n]);
  }
  for (int i = 0; list->rules && i < rule_registry_count; i++)
    g_ptr_array_add(known, (gpointer)rule_registry[i]->name);
  path_unknown(path, rest, list->rules ? "rule" : "task in the lines of demand", word, known);
  g_ptr_array_free(known, TRUE);
}

struct path_list path_list(const struct node *node, const char *section)
{
  return (struct path_list){.node = node,
                            .rules = g_strcmp0(section, "rules") == 0,
                            .demand = g_strcmp0(section, "demand") == 0};
}

const struct rule *path_new_rule(const struct path_list *list, const char *rest)
{
  g_autofree char *word = g_strndup(rest, strcspn(rest, ".["));
  bool is_new = list->rules && longest_name(list, rest) == 0 && rest[strlen(word)] != '[';
  return is_new ? rule_find(word) : NULL;
}

GArray *path_items(struct path *path, const struct path_list *list, const char **rest)
{
  size_t length = longest_name(list, *rest);
  if (!list->rules && !list->demand && **rest != '[') {
    making_error(path->making, path_place(path, *rest),
                 "this is in a list of %d; say which, as in '[1]', or [all]", list->node->count);
    return NULL;
  }
  if (length == 0 && **rest != '[') {
    g_autofree char *word = g_strndup(*rest, strcspn(*rest, ".["));
    unknown_name(path, list, *rest, word);
    return NULL;
  }
  GArray *items = items_called(list, *rest, length);
  bool all;
  const char *after = read_brackets(path, list, items, *rest + length, &all);
  if (after && items->len != 1 && !all)
    say_which(path, list, items, after);
  else if (after) {
    *rest = after + (*after == '.');
    return items;
  }
  g_array_free(items, TRUE);
  return NULL;
}
