#include "solver/atlas.h"

static int key_of_cell(const struct atlas *atlas, const struct label *label)
{
  return atlas_cell(atlas, label);
}

static int key_of_site(const struct atlas *atlas, const struct label *label)
{
  (void)atlas;
  return label->site;
}

static int key_of_task(const struct atlas *atlas, const struct label *label)
{
  (void)atlas;
  return label->task;
}

int atlas_cell(const struct atlas *atlas, const struct label *label)
{
  int clinician = label->clinician >= 0 ? label->clinician : atlas->n_clinicians - 1;
  int slot = label->slot >= 0 ? label->slot : atlas->n_slots - 1;
  return clinician * atlas->n_slots + slot;
}

static struct shelf shelve(const struct atlas *atlas, int n_keys,
                           int (*key)(const struct atlas *, const struct label *))
{
  const struct column *columns = atlas->view->programme->columns;
  struct shelf shelf = {.n_keys = n_keys};
  shelf.first = g_new0(int, (gsize)n_keys + 2);
  shelf.columns = g_new(int, (gsize)atlas->placements->len + 1);
  for (guint k = 0; k < atlas->placements->len; k++) {
    int at = key(atlas, &columns[g_array_index(atlas->placements, int, k)].label);
    if (at >= 0)
      shelf.first[at + 2]++; /* two places on, so that filling moves it home */
  }
  for (int k = 1; k <= n_keys; k++)
    shelf.first[k + 1] += shelf.first[k];
  for (guint k = 0; k < atlas->placements->len; k++) {
    int column = g_array_index(atlas->placements, int, k);
    int at = key(atlas, &columns[column].label);
    if (at >= 0)
      shelf.columns[shelf.first[at + 1]++] = column;
  }
  return shelf;
}

static void shelf_clear(struct shelf *shelf)
{
  g_free(shelf->first);
  g_free(shelf->columns);
}

struct atlas *atlas_new(const struct view *view)
{
  const struct programme *p = view->programme;
  struct atlas *atlas = g_new0(struct atlas, 1);
  atlas->view = view;
  atlas->n_clinicians = view->n_clinicians + 1;
  atlas->n_slots = view->n_slots + 1;
  atlas->placements = g_array_new(FALSE, FALSE, sizeof(int));
  atlas->clinicians = g_array_new(FALSE, FALSE, sizeof(int));
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement && p->columns[j].lower < p->columns[j].upper)
      g_array_append_val(atlas->placements, j);
  atlas->cells = shelve(atlas, atlas->n_clinicians * atlas->n_slots, key_of_cell);
  atlas->sites = shelve(atlas, view->n_sites, key_of_site);
  atlas->tasks = shelve(atlas, view->n_tasks, key_of_task);
  for (int c = 0; c < atlas->n_clinicians; c++)
    if (atlas->cells.first[(c + 1) * atlas->n_slots] > atlas->cells.first[c * atlas->n_slots])
      g_array_append_val(atlas->clinicians, c);
  return atlas;
}

void atlas_free(struct atlas *atlas)
{
  if (!atlas)
    return;
  shelf_clear(&atlas->cells);
  shelf_clear(&atlas->sites);
  shelf_clear(&atlas->tasks);
  g_array_free(atlas->clinicians, TRUE);
  g_array_free(atlas->placements, TRUE);
  g_free(atlas);
}

const int *atlas_clinicians(const struct atlas *atlas, int *count)
{
  *count = (int)atlas->clinicians->len;
  return (const int *)(const void *)atlas->clinicians->data;
}
