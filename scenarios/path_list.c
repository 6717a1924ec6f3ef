/* Paths through lists: an item is picked by its number, by its name where it
 * has one, or by a word that it mentions. */
#include "model/rule.h"
#include "scenarios/path.h"

#include <string.h>

/* A list, and how its items are called. */
struct names {
  const struct node *list;
  bool rules, demand;
};

static const char *text_of(const struct node *map, const char *key)
{
  const struct node *node = node_get(map, key);
  return node && node->kind == NODE_SCALAR ? node->text : NULL;
}

static bool is_use(const struct names *names, const struct node *item)
{
  return names->rules && item->kind == NODE_MAP && item->count == 1;
}

/* What an item says: of a rule, what follows its name. */
static const struct node *body_of(const struct names *names, const struct node *item)
{
  return is_use(names, item) ? item->items[0] : item;
}

enum { NAMES_OF_ITEM = 2 };

/* What an item may be called: a rule by its own name and by that of its use. */
static void names_of(const struct names *names, const struct node *item,
                     const char *found[NAMES_OF_ITEM])
{
  found[0] = found[1] = NULL;
  if (is_use(names, item)) {
    found[0] = item->keys[0]->text;
    found[1] = text_of(item->items[0], "name");
  } else if (names->demand) {
    found[0] = text_of(item, "task");
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

static size_t longest_name(const struct names *names, const char *rest)
{
  size_t longest = 0;
  for (int i = 0; i < names->list->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(names, names->list->items[i], found);
    for (int n = 0; n < NAMES_OF_ITEM; n++)
      longest = MAX(longest, begins(rest, found[n]));
  }
  return longest;
}

/* The items of that name; of all names, where it is empty. */
static GArray *items_called(const struct names *names, const char *rest, size_t length)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < names->list->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(names, names->list->items[i], found);
    if (length == 0 || begins(rest, found[0]) == length || begins(rest, found[1]) == length)
      g_array_append_val(items, i);
  }
  return items;
}

/* Does the word stand anywhere in the node? "every pcn" has the word pcn. */
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
static bool narrow(const struct names *names, GArray *items, const char *word)
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
    if (!mentions(names->list->items[g_array_index(items, int, i)], word))
      g_array_remove_index(items, i);
  return items->len > 0;
}

/* Reads "[2]", "[hove]" and "[all]" from `at` on, and returns what follows;
 * NULL: reported. */
static const char *read_brackets(struct path *path, const struct names *names, GArray *items,
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
    if (!*all && !narrow(names, items, word)) {
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
static void say_which(struct path *path, const struct names *names, const GArray *items,
                      const char *rest)
{
  enum { NAMED_MAX = 6 };
  const char *text = path->written->text;
  g_autofree char *stem = g_strndup(text, (gsize)(rest - text));
  GString *found = g_string_new(NULL);
  for (guint i = 0; i < items->len && i < NAMED_MAX; i++) {
    const struct node *item = names->list->items[g_array_index(items, int, i)];
    g_string_append_printf(found, "%s%s[%u] ", i ? ", " : "", stem, i + 1);
    edit_show(body_of(names, item), found);
    g_string_append_printf(found, " (%s:%d)", item->where.file, item->where.line);
  }
  making_error(path->making, path_place(path, text), "'%s' may be any of %u, or [all]: %s%s", stem,
               items->len, found->str, items->len > NAMED_MAX ? ", ..." : "");
  g_string_free(found, TRUE);
}

static const struct node *change_items(struct path *path, const struct names *names,
                                       const GArray *items, const char *rest)
{
  struct arena *nodes = path->making->nodes;
  const struct node *list = names->list, *value = path->value;
  bool ends = *rest == '\0';
  bool off = ends && value->kind == NODE_SCALAR && strcmp(value->text, "off") == 0;
  for (guint i = items->len; i-- > 0;) {
    int index = g_array_index(items, int, i);
    const struct node *item = list->items[index], *body = body_of(names, item);
    const struct node *made = value;
    if (!ends)
      made = path_put(path, node_is_empty(body) ? edit_map(nodes, item->where) : body, rest, NULL);
    else
      path->old = body;
    if (!made)
      return NULL;
    if (is_use(names, item))
      made = edit_put(nodes, item, item->keys[0], made);
    list = edit_replace(nodes, list, index, off ? NULL : made);
  }
  return list;
}

/* A rule that is not written yet is written now. */
static const struct node *add_use(struct path *path, const struct node *list, const char *name,
                                  const char *rest)
{
  struct arena *nodes = path->making->nodes;
  struct where where = path_place(path, rest - strlen(name));
  const struct node *nothing = edit_map(nodes, where);
  const struct node *body = *rest ? path_put(path, nothing, rest + 1, NULL) : path->value;
  const struct node *key = edit_scalar(nodes, where, name);
  return body ? edit_append(nodes, list, edit_put(nodes, nothing, key, body)) : NULL;
}

static void unknown_name(struct path *path, const struct names *names, const char *rest,
                         const char *word)
{
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < names->list->count; i++) {
    const char *found[NAMES_OF_ITEM];
    names_of(names, names->list->items[i], found);
    for (int n = 0; n < NAMES_OF_ITEM; n++)
      if (found[n])
        g_ptr_array_add(known, (gpointer)found[n]);
  }
  for (int i = 0; names->rules && i < rule_registry_count; i++)
    g_ptr_array_add(known, (gpointer)rule_registry[i]->name);
  path_unknown(path, rest, names->rules ? "rule" : "task in the lines of demand", word, known);
  g_ptr_array_free(known, TRUE);
}

const struct node *path_put_list(struct path *path, const struct node *list, const char *rest,
                                 const char *section)
{
  struct names names = {.list = list,
                        .rules = g_strcmp0(section, "rules") == 0,
                        .demand = g_strcmp0(section, "demand") == 0};
  size_t length = longest_name(&names, rest);
  g_autofree char *word = g_strndup(rest, strcspn(rest, ".["));
  if (length == 0 && names.rules && rule_find(word) && rest[strlen(word)] != '[')
    return add_use(path, list, word, rest + strlen(word));
  if (!names.rules && !names.demand && *rest != '[') {
    making_error(path->making, path_place(path, rest),
                 "this is in a list of %d; say which, as in '[1]', or [all]", list->count);
    return NULL;
  }
  if (length == 0 && *rest != '[') {
    unknown_name(path, &names, rest, word);
    return NULL;
  }
  GArray *items = items_called(&names, rest, length);
  bool all;
  const struct node *made = NULL;
  const char *after = read_brackets(path, &names, items, rest + length, &all);
  if (after && items->len != 1 && !all)
    say_which(path, &names, items, after);
  else if (after)
    made = change_items(path, &names, items, after + (*after == '.'));
  g_array_free(items, TRUE);
  return made;
}
