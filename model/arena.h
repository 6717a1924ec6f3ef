/* Memory that is given back all at once. A service, with all its strings and
 * arrays, lives in one arena, so nobody frees its parts. Out of memory ends the
 * program, as everywhere in GLib. */
#ifndef ROTA_MODEL_ARENA_H
#define ROTA_MODEL_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is fine */

/* `count` zeroed items of `size` bytes; never NULL, even for a count of 0. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
/* A copy of `count` items of `size` bytes. */
void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size);
char *arena_strdup(struct arena *arena, const char *text);

#define ARENA_NEW(arena, type, count) ((type *)arena_alloc((arena), (size_t)(count), sizeof(type)))

#endif
