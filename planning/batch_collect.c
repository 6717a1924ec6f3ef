#include "planning/batch_collect.h"

#include <string.h>

static const struct manifest_build *build_at(const struct collection *collection, int build)
{
  return manifest_at(collection->batch->manifest, build);
}

static void month_free_collected(gpointer data)
{
  struct collected_month *month = data;
  g_ptr_array_unref(month->scenarios);
  g_free(month);
}

/* The month that the build is of, added if it is the first of it. */
static struct collected_month *month_of(struct collection *collection, int build)
{
  const struct manifest_build *at = build_at(collection, build);
  for (guint i = 0; i < collection->months->len; i++) {
    struct collected_month *month = g_ptr_array_index(collection->months, i);
    if (strcmp(month->service, at->service) == 0 && strcmp(month->month, at->month) == 0)
      return month;
  }
  struct collected_month *month = g_new0(struct collected_month, 1);
  month->service = at->service;
  month->month = at->month;
  month->scenarios = g_ptr_array_new();
  g_ptr_array_add(collection->months, month);
  return month;
}

static void look(struct collection *collection, int build)
{
  struct batch_item *item = &collection->items[build];
  struct collected_month *month = month_of(collection, build);
  g_array_append_val(collection->wanted, build);
  batch_look(collection->batch, build, item);
  if (item->state != BATCH_DONE)
    g_array_append_val(collection->lacking, build);
  else if (build_at(collection, build)->scenario)
    g_ptr_array_add(month->scenarios, item->outcome);
  else if (!month->baseline)
    month->baseline = item->outcome;
}

struct collection *batch_collect(const struct batch *batch, const char *directory,
                                 const char *month)
{
  g_autofree char *service = directory ? g_canonicalize_filename(directory, NULL) : NULL;
  int count = (int)batch->manifest->builds->len;
  struct collection *out = g_new0(struct collection, 1);
  out->batch = batch;
  out->items = g_new0(struct batch_item, (gsize)count + 1);
  out->wanted = g_array_new(FALSE, FALSE, sizeof(int));
  out->lacking = g_array_new(FALSE, FALSE, sizeof(int));
  out->months = g_ptr_array_new_with_free_func(month_free_collected);
  for (int build = 0; build < count; build++) {
    const struct manifest_build *at = build_at(out, build);
    if ((!service || strcmp(service, at->service) == 0) &&
        (!month || strcmp(month, at->month) == 0))
      look(out, build);
  }
  return out;
}

void batch_collection_free(struct collection *collection)
{
  if (!collection)
    return;
  for (guint i = 0; i < collection->batch->manifest->builds->len; i++)
    batch_item_clear(&collection->items[i]);
  g_free(collection->items);
  g_array_unref(collection->wanted);
  g_array_unref(collection->lacking);
  g_ptr_array_unref(collection->months);
  g_free(collection);
}
