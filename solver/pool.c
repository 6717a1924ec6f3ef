#include "solver/pool.h"

#include <glib.h>
#include <string.h>

struct member {
  int64_t *x; /* shared with those who have drawn it */
  int64_t cost;
  int draws;
};

struct pool {
  int n_columns;
  GMutex lock; /* over the rest */
  struct member members[POOL_ROOM];
  int count;
};

struct pool *pool_new(int n_columns)
{
  struct pool *pool = g_new0(struct pool, 1);
  pool->n_columns = n_columns;
  g_mutex_init(&pool->lock);
  return pool;
}

void pool_free(struct pool *pool)
{
  if (!pool)
    return;
  for (int k = 0; k < pool->count; k++)
    pool_drop(pool->members[k].x);
  g_mutex_clear(&pool->lock);
  g_free(pool);
}

/* Under the lock. */
static void remove_at(struct pool *pool, int at)
{
  pool_drop(pool->members[at].x);
  pool->members[at] = pool->members[--pool->count];
}

static int dearest(const struct pool *pool)
{
  int found = 0;
  for (int k = 1; k < pool->count; k++)
    if (pool->members[k].cost > pool->members[found].cost)
      found = k;
  return found;
}

void pool_add(struct pool *pool, const int64_t *x, int64_t cost)
{
  gsize size = (gsize)pool->n_columns * sizeof *x;
  struct member member = {.x = g_atomic_rc_box_alloc(size + sizeof *x), .cost = cost};
  memcpy(member.x, x, size);
  g_mutex_lock(&pool->lock);
  if (pool->count == POOL_ROOM && pool->members[dearest(pool)].cost > cost)
    remove_at(pool, dearest(pool));
  if (pool->count < POOL_ROOM)
    pool->members[pool->count++] = member;
  else
    pool_drop(member.x);
  g_mutex_unlock(&pool->lock);
}

bool pool_is_empty(struct pool *pool)
{
  g_mutex_lock(&pool->lock);
  bool empty = pool->count == 0;
  g_mutex_unlock(&pool->lock);
  return empty;
}

const int64_t *pool_draw(struct pool *pool, struct dice *dice)
{
  const int64_t *x = NULL;
  g_mutex_lock(&pool->lock);
  if (pool->count > 0) {
    int at = dice_below(dice, pool->count);
    x = g_atomic_rc_box_acquire(pool->members[at].x);
    if (++pool->members[at].draws == POOL_DRAWS)
      remove_at(pool, at);
  }
  g_mutex_unlock(&pool->lock);
  return x;
}

void pool_drop(const int64_t *x)
{
  if (x)
    g_atomic_rc_box_release((gpointer)(gintptr)x);
}
