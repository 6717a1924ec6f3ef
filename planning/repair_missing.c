#include "planning/repair_missing.h"

#include "inputs/plain_file.h"
#include "inputs/published.h"
#include "inputs/rota_reader.h"
#include "planning/versions.h"

#include <string.h>

static const char *text_of(const json_t *shortfall, const char *key)
{
  const char *text = json_string_value(json_object_get(shortfall, key));
  return text ? text : "";
}

static void count(GHashTable *missing, char *key, json_int_t number)
{
  gint64 *so_far = g_hash_table_lookup(missing, key);
  gint64 sum = number + (so_far ? *so_far : 0);
  g_hash_table_replace(missing, key, g_memdup2(&sum, sizeof sum));
}

static char *key_of(const char *rule, const char *date, const char *session, const char *task,
                    const char *site)
{
  return g_strdup_printf("%s|%s|%s|%s|%s", rule, date, session, task, site);
}

GHashTable *repair_missing_of_document(const json_t *document)
{
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const json_t *shortfalls = json_object_get(document, "shortfalls"), *one;
  size_t i;
  json_array_foreach(shortfalls, i, one)
  {
    const char *kind = text_of(one, "kind"), *rule = text_of(one, "rule");
    const char *date = text_of(one, "date"), *task = text_of(one, "task");
    const char *site = text_of(one, "site");
    json_int_t number = json_integer_value(json_object_get(one, "missing"));
    if (g_strcmp0(kind, "need") != 0 && g_strcmp0(kind, "cover") != 0)
      continue;
    count(out, key_of(rule, date, text_of(one, "session"), task, site), number);
    if (*date || *task)
      count(out, key_of(rule, "", "", "", site), number);
  }
  return out;
}

static bool is_of_hash(const char *path, const char *sha256)
{
  g_autofree char *found = plain_file_sha256(path);
  return found && g_strcmp0(found, sha256) == 0;
}

/* The path of the rota.json that was published, for g_free; NULL: there is none. */
static char *find_published(const char *directory, const struct published *published)
{
  g_autofree char *version =
      versions_path(directory, published->month_id, published->version, ".json");
  g_autofree char *working = g_build_filename(directory, published->month_id, "rota.json", NULL);
  if (g_file_test(version, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&version);
  return is_of_hash(working, published->rota_sha256) ? g_steal_pointer(&working) : NULL;
}

GHashTable *repair_missing_of_published(const char *directory, const struct published *published)
{
  g_autofree char *path = find_published(directory, published);
  json_t *document = path ? rota_document_load(path) : NULL;
  GHashTable *out = document ? repair_missing_of_document(document) : NULL;
  json_decref(document);
  return out;
}

int64_t repair_missing_at(GHashTable *missing, const struct problem *problem,
                          const struct label *at)
{
  const struct service *service = problem->service;
  const struct slot *slot = at->slot == NONE ? NULL : &problem->month->slots[at->slot];
  char date[DATE_TEXT_SIZE] = "";
  if (slot)
    date_format(slot->date, date);
  g_autofree char *key =
      key_of(service->uses[at->use].name, date, slot ? service->blocks[slot->block].id : "",
             at->task == NONE ? "" : service->tasks[at->task].id,
             at->site == NONE ? "" : service->sites[at->site].id);
  const gint64 *number = g_hash_table_lookup(missing, key);
  return number ? *number : 0;
}
