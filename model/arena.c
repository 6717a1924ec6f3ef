#include "model/arena.h"

#include <glib.h>
#include <string.h>

/* One g_malloc per item keeps the sanitizers' red zones around every array. */
struct arena {
  GPtrArray *blocks;
};

struct arena *arena_new(void)
{
  struct arena *arena = g_new(struct arena, 1);
  arena->blocks = g_ptr_array_new_with_free_func(g_free);
  return arena;
}

void arena_free(struct arena *arena)
{
  if (!arena)
    return;
  g_ptr_array_free(arena->blocks, TRUE);
  g_free(arena);
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
  void *block = g_malloc0_n(count > 0 ? count : 1, size);
  g_ptr_array_add(arena->blocks, block);
  return block;
}

void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size)
{
  void *block = arena_alloc(arena, count, size);
  if (count > 0)
    memcpy(block, items, count * size);
  return block;
}

char *arena_strdup(struct arena *arena, const char *text)
{
  return arena_copy(arena, text, strlen(text) + 1, 1);
}
