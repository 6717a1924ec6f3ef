#include "model/rota.h"

#include "model/problem.h"

#include <stdlib.h>
#include <string.h>

static int by_cell(const void *left, const void *right)
{
  const struct assignment *a = left, *b = right;
  if (a->clinician != b->clinician)
    return a->clinician < b->clinician ? -1 : 1;
  if (a->slot != b->slot)
    return a->slot < b->slot ? -1 : 1;
  if (a->task != b->task)
    return a->task < b->task ? -1 : 1;
  return (a->site > b->site) - (a->site < b->site);
}

/* Turns counts in first[1 ...] into starts. */
static void accumulate(int *first, int count)
{
  for (int i = 0; i < count; i++)
    first[i + 1] += first[i];
}

static void index_by_cell(struct rota *rota, int n_cells)
{
  rota->cell = g_new0(int, (gsize)n_cells + 1);
  for (int i = 0; i < rota->count; i++)
    rota->cell[rota->items[i].clinician * rota->n_slots + rota->items[i].slot + 1]++;
  accumulate(rota->cell, n_cells);
}

static void index_by_slot(struct rota *rota)
{
  rota->slot = g_new0(int, (gsize)rota->n_slots + 1);
  rota->in_slot = g_new(int, (gsize)rota->count + 1);
  for (int i = 0; i < rota->count; i++)
    rota->slot[rota->items[i].slot + 1]++;
  accumulate(rota->slot, rota->n_slots);
  g_autofree int *next = g_memdup2(rota->slot, sizeof(int) * ((gsize)rota->n_slots + 1));
  for (int i = 0; i < rota->count; i++)
    rota->in_slot[next[rota->items[i].slot]++] = i;
}

static void mark_locked(struct rota *rota, const struct month *month)
{
  for (int i = 0; i < rota->count; i++)
    rota->items[i].locked = false;
  for (int l = 0; l < month->n_locks; l++) {
    const struct lock *lock = &month->locks[l];
    const int *cell = &rota->cell[lock->clinician * rota->n_slots + lock->slot];
    for (struct assignment *item = rota->items + cell[0]; item < rota->items + cell[1]; item++)
      if (item->task == lock->task && item->site == lock->site)
        item->locked = true;
  }
}

struct rota *rota_new(const struct problem *problem, const struct assignment *items, int count)
{
  struct rota *rota = g_new0(struct rota, 1);
  rota->items = g_new0(struct assignment, (gsize)count + 1); /* never NULL, even of none */
  if (count > 0)
    memcpy(rota->items, items, sizeof *items * (gsize)count);
  rota->count = count;
  rota->n_slots = problem->month->n_slots;
  if (count > 1)
    qsort(rota->items, (size_t)count, sizeof *items, by_cell);
  index_by_cell(rota, problem->service->n_clinicians * rota->n_slots);
  index_by_slot(rota);
  mark_locked(rota, problem->month);
  return rota;
}

void rota_free(struct rota *rota)
{
  if (!rota)
    return;
  g_free(rota->items);
  g_free(rota->cell);
  g_free(rota->in_slot);
  g_free(rota->slot);
  g_free(rota);
}

const struct assignment *rota_at(const struct rota *rota, int clinician, int slot, int *count)
{
  const int *cell = &rota->cell[clinician * rota->n_slots + slot];
  *count = cell[1] - cell[0];
  return rota->items + cell[0];
}
