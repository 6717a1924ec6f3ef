#include "solver/placement_index.h"

static int key_of_cell(const struct placement_index *index, const struct label *label)
{
  return placement_index_cell(index, label);
}

static int key_of_site(const struct placement_index *index, const struct label *label)
{
  (void)index;
  return label->site;
}

static int key_of_task(const struct placement_index *index, const struct label *label)
{
  (void)index;
  return label->task;
}

int placement_index_cell(const struct placement_index *index, const struct label *label)
{
  int clinician = label->clinician >= 0 ? label->clinician : index->n_clinicians - 1;
  int slot = label->slot >= 0 ? label->slot : index->n_slots - 1;
  return clinician * index->n_slots + slot;
}

static struct buckets bucket(const struct placement_index *index, int n_keys,
                             int (*key)(const struct placement_index *, const struct label *))
{
  const struct column *columns = index->view->programme->columns;
  struct buckets buckets = {.n_keys = n_keys};
  buckets.first = g_new0(int, (gsize)n_keys + 2);
  buckets.columns = g_new(int, (gsize)index->placements->len + 1);
  for (guint k = 0; k < index->placements->len; k++) {
    int at = key(index, &columns[g_array_index(index->placements, int, k)].label);
    if (at >= 0)
      buckets.first[at + 2]++; /* counted two places on: filling moves each start back */
  }
  for (int k = 1; k <= n_keys; k++)
    buckets.first[k + 1] += buckets.first[k];
  for (guint k = 0; k < index->placements->len; k++) {
    int column = g_array_index(index->placements, int, k);
    int at = key(index, &columns[column].label);
    if (at >= 0)
      buckets.columns[buckets.first[at + 1]++] = column;
  }
  return buckets;
}

static void buckets_clear(struct buckets *buckets)
{
  g_free(buckets->first);
  g_free(buckets->columns);
}

struct placement_index *placement_index_new(const struct column_view *view)
{
  const struct programme *p = view->programme;
  struct placement_index *index = g_new0(struct placement_index, 1);
  index->view = view;
  index->n_clinicians = view->n_clinicians + 1;
  index->n_slots = view->n_slots + 1;
  index->placements = g_array_new(FALSE, FALSE, sizeof(int));
  index->clinicians = g_array_new(FALSE, FALSE, sizeof(int));
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement && p->columns[j].lower < p->columns[j].upper)
      g_array_append_val(index->placements, j);
  index->cells = bucket(index, index->n_clinicians * index->n_slots, key_of_cell);
  index->sites = bucket(index, view->n_sites, key_of_site);
  index->tasks = bucket(index, view->n_tasks, key_of_task);
  for (int c = 0; c < index->n_clinicians; c++)
    if (index->cells.first[(c + 1) * index->n_slots] > index->cells.first[c * index->n_slots])
      g_array_append_val(index->clinicians, c);
  return index;
}

void placement_index_free(struct placement_index *index)
{
  if (!index)
    return;
  buckets_clear(&index->cells);
  buckets_clear(&index->sites);
  buckets_clear(&index->tasks);
  g_array_free(index->clinicians, TRUE);
  g_array_free(index->placements, TRUE);
  g_free(index);
}
