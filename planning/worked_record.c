#include "planning/worked_record.h"

#include "inputs/published.h"
#include "planning/versions.h"

/* The version whose rota that one took up; NULL: none is kept. */
static const struct version *before(const GArray *versions, const struct version *version)
{
  const struct version *out = versions_find(versions, version->number - 1);
  return out && out->origin != out->number ? versions_find(versions, out->origin) : out;
}

/* Of these places, which it has other than the one before, and the current one as well. */
static void add_recorded(const struct version *version, const struct version *earlier,
                         const struct version *current, GHashTable *places, GHashTable *out)
{
  GHashTableIter at;
  gpointer key;
  g_hash_table_iter_init(&at, places);
  while (g_hash_table_iter_next(&at, &key, NULL)) {
    const char *worked = g_hash_table_lookup(version->published->assignments, key);
    if (g_strcmp0(worked, g_hash_table_lookup(earlier->published->assignments, key)) != 0 &&
        g_strcmp0(worked, g_hash_table_lookup(current->published->assignments, key)) == 0)
      g_hash_table_add(out, g_strdup(key));
  }
}

GHashTable *worked_recorded(const char *directory, const char *month_id)
{
  g_autoptr(GArray) versions = versions_read(directory, month_id);
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const struct version *current = versions_current(versions);
  const struct version *version = current ? versions_find(versions, current->origin) : NULL;
  while (version) {
    const struct version *earlier = before(versions, version);
    if (earlier && version->reason && g_str_has_prefix(version->reason, WORKED_REASON)) {
      add_recorded(version, earlier, current, version->published->assignments, out);
      add_recorded(version, earlier, current, earlier->published->assignments, out);
    }
    version = earlier;
  }
  return out;
}
