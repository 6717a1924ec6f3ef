/* Files that get their names together: what is being done to them, step by step, so that it can be
 * undone. Of a service's folder the steps stand in its file .rota-journal as well, and whoever
 * holds the folder next undoes what somebody has begun who was killed. */
#ifndef ROTA_PLANNING_JOURNAL_H
#define ROTA_PLANNING_JOURNAL_H

#include "model/status.h"

#include <glib.h>
#include <stdbool.h>

struct journal;

struct journal_file {
  char *path;
  char *temporary, *before; /* names beside it: of the new file, and of what was there */
  bool there;               /* was there anything? */
};

/* Of that folder, in which all its files are, and which the caller holds (folder_lock.h); NULL: of
 * none, and kept in memory alone. Free with journal_free (NULL is fine). */
struct journal *journal_new(const char *directory);
void journal_free(struct journal *journal);

/* One file more; borrowed. */
const struct journal_file *journal_add(struct journal *journal, const char *path);

/* In this order: before any temporary file is written; when all are, on the disk; gives each file
 * its name. 0, or what went wrong, an errno, with `*path` it went wrong at, borrowed. */
int journal_begin(struct journal *journal, const char **path);
int journal_written(struct journal *journal, const char **path);
int journal_place(struct journal *journal, const char **path);

/* Writes all of it, down to the disk; 0, or an errno. */
int journal_write_text(int descriptor, const char *text);

/* If all have their names, removes what was there before; otherwise puts everything back as it was.
 * True: the new files stand. False: the old ones do, or, where they can't be put back now, will
 * when the folder is held next. */
bool journal_end(struct journal *journal);

/* Is somebody's work in the folder not ended? */
bool journal_is_open(const char *directory);

/* Ends it, for who holds the folder. STATUS_IO: it can't be, and `*message` says why, for g_free.
 */
enum status journal_mend(const char *directory, char **message);

#endif
