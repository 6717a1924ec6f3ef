/* Where inputs are read from: a service's folder, or texts in memory for tests
 * and fuzzing. Remembers what was read, and its hash. */
#ifndef ROTA_INPUTS_SOURCE_H
#define ROTA_INPUTS_SOURCE_H

#include "model/diagnostics.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct source;

struct source *source_folder(const char *directory);
struct source *source_memory(void);
/* Adds a file, or replaces it; over a folder, as if it lay there. Bytes may be anything at all. */
void source_add(struct source *source, const char *path, const char *text);
void source_add_bytes(struct source *source, const char *path, const void *bytes, size_t length);
void source_free(struct source *source); /* NULL is fine */

/* The path as messages show it: relative to the service's folder. */
struct source_file {
  const char *path;
  const char *text; /* NUL-terminated, valid UTF-8 */
  size_t length;
  char sha256[65];
  bool aside; /* see source_set_aside */
};

/* Borrowed, until the source is freed; NULL when there is no such file, or when
 * it can't be used (too large, not UTF-8, unreadable), which is then an error
 * in the diagnostics. */
const struct source_file *source_read(struct source *source, const char *path,
                                      struct diagnostics *diagnostics);
/* Names in a folder that end in `suffix`, sorted; g_strfreev them. */
char **source_list(const struct source *source, const char *folder, const char *suffix);
/* The numbers N, from 1 on, of the files PREFIXN.yaml in a folder, int, ascending; g_array_unref
 * it. */
GArray *source_numbers(const struct source *source, const char *folder, const char *prefix);
/* What lies at a path. A link is what it leads to. */
enum source_kind {
  SOURCE_NOTHING,
  SOURCE_FILE,
  SOURCE_FOLDER,
  SOURCE_LINK_TO_NOTHING,
  SOURCE_OTHER, /* a device, a pipe, or what can't be looked at */
};
enum source_kind source_kind(const struct source *source, const char *path);
/* Why the names in a folder can't be listed; NULL: they can. */
const char *source_list_failure(const struct source *source, const char *folder);
/* It was looked into, and says nothing of what is asked for: until it is read again, it
 * is not among source_files. A path that was not read is fine. */
void source_set_aside(struct source *source, const char *path);
/* All that was read so far and not set aside, in order of path. Borrowed. */
const struct source_file *const *source_files(struct source *source, int *count);

/* Line and column of a byte of that text, which must hold so many; columns are
 * counted in characters. */
struct where source_place(const char *path, const char *text, size_t offset);

#endif
