#include "planning/which_version.h"

#include "inputs/published.h"
#include "inputs/rota_reader.h"
#include "planning/drafts.h"
#include "planning/published_rota.h"
#include "planning/versions.h"

#include <string.h>

/* --- by the words of a file --------------------------------------------------------- */

static bool has_row(const struct published *published, const struct rota_row *row)
{
  g_autofree char *key = g_strdup_printf("%s %s %s", row->date, row->session, row->clinician);
  g_autofree char *value = g_strdup_printf("%s at %s", row->task, row->site);
  return g_strcmp0(g_hash_table_lookup(published->assignments, key), value) == 0;
}

static bool is_same(const struct published *published, const GArray *rows)
{
  if (g_hash_table_size(published->assignments) != rows->len)
    return false;
  for (guint i = 0; i < rows->len; i++)
    if (!has_row(published, &g_array_index(rows, struct rota_row, i)))
      return false;
  return true;
}

/* The current one, if it is that, or else the last that is the same; NULL: none is. */
static const struct version *find(const GArray *versions, const GArray *rows)
{
  const struct version *current = versions_current(versions), *out = NULL;
  for (guint i = 0; i < versions->len; i++) {
    const struct version *version = &g_array_index(versions, struct version, i);
    if ((!out || out != current) && is_same(version->published, rows))
      out = version;
  }
  return out;
}

char *which_version_words(const char *directory, const char *month_id, const struct rota_file *file,
                          bool *is_old)
{
  g_autoptr(GArray) versions = versions_read(directory, month_id);
  const struct version *current = versions_current(versions);
  const struct version *found = current ? find(versions, file->rows) : NULL;
  char *draft = found ? NULL : draft_words(directory, month_id, file->rows);
  if (is_old)
    *is_old = current && !draft && found != current;
  if (draft || !current)
    return draft;
  if (!found)
    return g_strdup_printf("not published: the current one of %s is version %d", month_id,
                           current->number);
  if (found == current)
    return g_strdup_printf("version %d of %s, the current one", found->number, month_id);
  return g_strdup_printf("version %d of %s; the current one is version %d", found->number, month_id,
                         current->number);
}

/* --- by assignments ------------------------------------------------------------------ */

static void free_rota(gpointer data)
{
  rota_free(data);
}

static bool is_same_rota(const struct rota *one, const struct rota *other)
{
  if (one->count != other->count)
    return false;
  for (int i = 0; i < one->count; i++) {
    const struct assignment *a = &one->items[i], *b = &other->items[i];
    if (a->clinician != b->clinician || a->slot != b->slot || a->task != b->task ||
        a->site != b->site)
      return false;
  }
  return true;
}

static struct rota *copy_of(const struct problem *problem, const struct rota *rota)
{
  return rota_new(problem, rota->items, rota->count);
}

GPtrArray *which_version_so_far(const char *directory, const struct problem *problem,
                                const struct rota *rota)
{
  g_autoptr(GArray) versions = versions_read(directory, problem->month->id);
  GPtrArray *out = g_ptr_array_new_with_free_func(free_rota);
  guint same = 0; /* so many up to it */
  for (guint i = 0; i < versions->len; i++) {
    const struct version *version = &g_array_index(versions, struct version, i);
    g_ptr_array_add(out, published_rota_new(problem, version->published));
    same = is_same_rota(out->pdata[i], rota) ? out->len : same;
  }
  if (same > 0)
    g_ptr_array_set_size(out, (gint)same);
  else
    g_ptr_array_add(out, copy_of(problem, rota));
  return out;
}
