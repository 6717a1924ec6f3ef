/* The pieces of what a person wrote: each row of a CSV file; of a YAML file each line with
 * all that hangs on it, and each member of a list or map in brackets. Found by their shape
 * alone, so that no reader of the project has a say in it. */
#ifndef ROTA_TESTS_SUPPORT_PIECES_H
#define ROTA_TESTS_SUPPORT_PIECES_H

#include <glib.h>

struct piece {
  gsize from, until;    /* bytes that go when it is taken away */
  gsize said, said_end; /* of these, what says something: without commas and line ends */
  int line, last_line;  /* where that stands */
};

/* struct piece, in order of `from`; comments and empty lines are none. g_array_unref it. */
GArray *pieces_of(const char *path, const char *text);

/* The text without the piece, or with other words for what it said (NULL: without). g_free
 * it. */
char *pieces_without(const char *text, const struct piece *piece, const char *instead);

#endif
