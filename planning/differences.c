#include "planning/differences.h"

#include <stdlib.h>
#include <string.h>

static void compare(const char *place, const json_t *truth, const json_t *stated,
                    GPtrArray *differences);

/* Back to where the character that holds this byte begins. */
static size_t character_at(const char *text, size_t byte)
{
  while (byte > 0 && ((unsigned char)text[byte] & 0xc0) == 0x80)
    byte--;
  return byte;
}

/* A value as the file shows it: 12, "spine", null, { ... }. Of a long one, the part
 * around where it stops being like the other. */
static char *shown(const json_t *value, const json_t *other)
{
  enum { SHOWN_MOST = 60, BEFORE = 20 };
  const size_t flags = JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15);
  char *text = json_dumps(value, flags), *beside = json_dumps(other, flags);
  size_t length = strlen(text), alike = 0;
  while (alike < length && text[alike] == beside[alike])
    alike++;
  size_t from = length > SHOWN_MOST && alike > BEFORE ? character_at(text, alike - BEFORE) : 0;
  size_t end = length - from > SHOWN_MOST ? character_at(text, from + SHOWN_MOST) : length;
  char *out = g_strdup_printf("%s%.*s%s", from > 0 ? "..." : "", (int)(end - from), text + from,
                              end < length ? "..." : "");
  free(text);
  free(beside);
  return out;
}

static char *inside(const char *place, const char *part)
{
  return place[0] ? g_strdup_printf("%s: %s", place, part) : g_strdup(part);
}

/* What an element of a list is about, whatever its figures: enough to find the
 * same one in the other document. */
static char *identity(const json_t *element)
{
  static const char *const keys[] = {"path",    "id",        "name", "where", "date",
                                     "session", "clinician", "task", "site",  "text"};
  GString *out = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    const char *word = json_string_value(json_object_get(element, keys[i]));
    if (word)
      g_string_append_printf(out, "%s%s", out->len ? " " : "", word);
  }
  return g_string_free(out, FALSE);
}

/* The elements of a list by identity, each a queue in the list's order. */
static GHashTable *by_identity(const json_t *list)
{
  GHashTable *out =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);
  for (size_t i = 0; i < json_array_size(list); i++) {
    json_t *element = json_array_get(list, i);
    g_autofree char *key = identity(element);
    GQueue *queue = g_hash_table_lookup(out, key);
    if (!queue) {
      queue = g_queue_new();
      g_hash_table_insert(out, g_strdup(key), queue);
    }
    g_queue_push_tail(queue, element);
  }
  return out;
}

/* Takes the first element of that identity out of the table, or NULL. */
static json_t *take(GHashTable *elements, const char *key)
{
  GQueue *queue = g_hash_table_lookup(elements, key);
  return queue ? g_queue_pop_head(queue) : NULL;
}

static void compare_lists(const char *place, const json_t *truth, const json_t *stated,
                          GPtrArray *differences)
{
  g_autoptr(GHashTable) left = by_identity(stated);
  for (size_t i = 0; i < json_array_size(truth); i++) {
    const json_t *element = json_array_get(truth, i);
    g_autofree char *key = identity(element);
    g_autofree char *inner = inside(place, key);
    const json_t *match = take(left, key);
    if (match)
      compare(inner, element, match, differences);
    else
      g_ptr_array_add(differences, g_strdup_printf("%s is left out", inner));
  }
  for (size_t i = 0; i < json_array_size(stated); i++) {
    g_autofree char *key = identity(json_array_get(stated, i));
    if (take(left, key))
      g_ptr_array_add(differences,
                      g_strdup_printf("%s: '%s' is stated, but it is not so", place, key));
  }
}

static void compare_objects(const char *place, const json_t *truth, const json_t *stated,
                            GPtrArray *differences)
{
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(gpointer)truth, key, value)
  {
    g_autofree char *inner = inside(place, key);
    const json_t *match = json_object_get(stated, key);
    if (match)
      compare(inner, value, match, differences);
    else
      g_ptr_array_add(differences, g_strdup_printf("%s is left out", inner));
  }
  json_object_foreach((json_t *)(gpointer)stated, key, value)
  {
    g_autofree char *inner = inside(place, key);
    if (!json_object_get(truth, key))
      g_ptr_array_add(differences, g_strdup_printf("%s is stated, but no rota has it", inner));
  }
}

static void compare(const char *place, const json_t *truth, const json_t *stated,
                    GPtrArray *differences)
{
  if (json_is_object(truth) && json_is_object(stated)) {
    compare_objects(place, truth, stated, differences);
    return;
  }
  if (json_is_array(truth) && json_is_array(stated)) {
    compare_lists(place, truth, stated, differences);
    return;
  }
  if (json_equal(truth, stated))
    return;
  g_autofree char *is = shown(truth, stated);
  g_autofree char *said = shown(stated, truth);
  g_ptr_array_add(differences, g_strdup_printf("%s: %s is stated, but it is %s", place, said, is));
}

void differences_add(const json_t *truth, const json_t *stated, GPtrArray *differences)
{
  compare("", truth, stated, differences);
}
