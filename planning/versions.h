/* The versions of a published month: history/2027-01/v1.yaml, v1.json, v1.csv, then v2 and so
 * on, each tied to the one before by its hash. history/2027-01.yaml is the current one. */
#ifndef ROTA_PLANNING_VERSIONS_H
#define ROTA_PLANNING_VERSIONS_H

#include "model/status.h"
#include "planning/file_set.h"

#include <glib.h>
#include <stdbool.h>

struct version {
  int number;
  char *published; /* "2026-12-18"; "" where it is not said */
  char *reason;    /* "" of the first */
  int assignments;
  int changed;  /* places other than in the version before */
  bool chained; /* it names the hash of the version before, which is still that */
  bool current; /* the month's history file is this one */
};

/* Of the month, in order, struct version; one that an earlier rota published, and of which
 * nothing else is kept, is the first. g_array_unref it. */
GArray *versions_read(const char *directory, const char *month_id);

/* "history/2027-01.yaml" in the folder, the current one; g_free it. */
char *versions_current_path(const char *directory, const char *month_id);

/* "history/2027-01/v2.yaml" in the folder, with that suffix; g_free it. */
char *versions_path(const char *directory, const char *month_id, int number, const char *suffix);

/* Adds to `files` what a new version is: the month's history file and the three of its own, and,
 * where the one before has none, that one. Texts are borrowed; `paths` keeps what else is. `json`
 * and `csv` may be NULL. */
enum status versions_add(const char *directory, const char *month_id, int number,
                         const char *history, const char *json, const char *csv,
                         struct file_set *files, GPtrArray *kept, char **message);

/* Makes the version before the current one current again, as a new version, and its rota the
 * working copy. `*number` is the new one. STATUS_BAD_INPUT: there is none to go back to, and
 * `*message` says so; STATUS_IO as of file_set_write. */
enum status versions_undo(const char *directory, const char *month_id, const char *today,
                          int *number, char **message);

#endif
