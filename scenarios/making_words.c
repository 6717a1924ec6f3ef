#include "scenarios/making_words.h"

#include "model/words.h"

#include <string.h>

enum { WORDS_MOST = 200 }; /* bytes, about */

static const char *const no_keys[] = {NULL};

const char *making_name(const struct making *making, const char *id)
{
  const struct service *service = making->service;
  int site = service_site(service, id), task = service_task(service, id);
  int clinician = service_clinician(service, id);
  return site != NONE        ? service->sites[site].name
         : task != NONE      ? service->tasks[task].name
         : clinician != NONE ? service->clinicians[clinician].name
                             : id;
}

void making_key_words(const char *key, GString *out)
{
  g_autofree char *words = words_key(key);
  g_string_append(out, words);
}

static void append_scalar(const struct making *making, const char *text, GString *out)
{
  enum { DATE_LENGTH = 10 };
  g_autofree char *start = g_strndup(text, DATE_LENGTH);
  char words[DATE_LONG_SIZE];
  int date;
  if (date_parse(start, &date) && (text[DATE_LENGTH] == '\0' || text[DATE_LENGTH] == ' '))
    g_string_append_printf(out, "%s%s", date_format_long(date, words), text + DATE_LENGTH);
  else
    g_string_append(out, making_name(making, text));
}

/* The keys of a map may be sites, as those of `minutes` are; others are words of the format. */
static void append_key(const struct making *making, const char *key, GString *out)
{
  int site = service_site(making->service, key);
  if (site != NONE)
    g_string_append(out, making->service->sites[site].name);
  else
    making_key_words(key, out);
  g_string_append_c(out, ' ');
}

static bool is_among(const char *const *keys, const char *key)
{
  for (; *keys; keys++)
    if (strcmp(*keys, key) == 0)
      return true;
  return false;
}

/* `between` items of a list: in a map, whose entries have commas between them, another word. */
static void append(const struct making *making, const struct node *node, const char *const *but,
                   gsize start, const char *between, GString *out)
{
  if (node->kind == NODE_SCALAR) {
    append_scalar(making, node->text, out);
    return;
  }
  bool any = false;
  for (int i = 0; i < node->count; i++) {
    if (node->kind == NODE_MAP && is_among(but, node->keys[i]->text))
      continue;
    g_string_append(out, !any ? "" : node->kind == NODE_MAP ? ", " : between);
    any = true;
    if (out->len - start > WORDS_MOST) {
      g_string_append(out, "...");
      return;
    }
    if (node->kind == NODE_MAP)
      append_key(making, node->keys[i]->text, out);
    append(making, node->items[i], no_keys, start, " and ", out);
  }
}

void making_words(const struct making *making, const struct node *node, GString *out)
{
  append(making, node, no_keys, out->len, ", ", out);
}

void making_words_but(const struct making *making, const struct node *map, const char *const *keys,
                      const char *before, GString *out)
{
  g_autoptr(GString) words = g_string_new(NULL);
  append(making, map, keys, 0, ", ", words);
  if (words->len > 0)
    g_string_append_printf(out, "%s%s", before, words->str);
}

void making_words_span(int from, int until, GString *out)
{
  char text[DATE_LONG_SIZE];
  if (from != DATE_NONE && from == until) {
    g_string_append_printf(out, " on %s", date_format_long(from, text));
    return;
  }
  if (from != DATE_NONE)
    g_string_append_printf(out, " from %s", date_format_long(from, text));
  if (until != DATE_NONE)
    g_string_append_printf(out, " until %s", date_format_long(until, text));
}
