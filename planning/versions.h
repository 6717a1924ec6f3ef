/* The versions of a published month: history/2027-01/v1.yaml, v1.json, v1.csv, then v2 and so
 * on, each tied to the one before by its hash. history/2027-01.yaml is the current one. */
#ifndef ROTA_PLANNING_VERSIONS_H
#define ROTA_PLANNING_VERSIONS_H

#include "model/status.h"
#include "planning/file_set.h"

#include <glib.h>
#include <stdbool.h>

struct published; /* inputs/published.h */

struct version {
  int number;
  int origin;   /* the version whose rota it is: its own number, or that which was gone back to */
  bool kept;    /* its own file is there */
  bool altered; /* it is current, and the month's history file says something else than its own */
  bool unreadable; /* its own file is no whole history: nothing more is known of it */
  bool current;    /* the month's history file is this one */
  int changed;     /* places other than in the version before */
  char *fault;     /* "the version before has changed since"; NULL: none */
  char sha256[65];
  int on, until; /* the day it was published; the last day of the month */
  int assignments;
  const char *reason;          /* why there is another than the first; NULL: not stated */
  struct published *published; /* what it says */
};

/* Of the month, in order, struct version; one that an earlier rota published, and of which
 * nothing else is kept, is the first. g_array_unref it. */
GArray *versions_read(const char *directory, const char *month_id);
/* The current one of them; where the month's history file is gone, the last. NULL: there is none.
 */
const struct version *versions_current(const GArray *versions);
/* The one of that number; NULL: there is none. */
const struct version *versions_find(const GArray *versions, int number);
/* The number that comes next. */
int versions_next(const GArray *versions);

/* The text of a history file, and what such a text hashes to; g_free both. NULL: it can't be read.
 */
char *versions_text(const char *path);
char *versions_sha256(const char *text);

/* "history/2027-01.yaml" in the folder, the current one; g_free it. */
char *versions_current_path(const char *directory, const char *month_id);

/* "history/2027-01/v2.yaml" in the folder, with that suffix; g_free it. */
char *versions_path(const char *directory, const char *month_id, int number, const char *suffix);

/* What a version is: its history file, and its rota as JSON and as a table, which may be NULL. */
struct version_texts {
  const char *history, *json, *csv;
};

/* Adds to `files` what comes after these versions: the month's history file, the three of its own,
 * and, where the current one has none, that one. Texts are borrowed; `kept` keeps what else is.
 * STATUS_BAD_INPUT: something that a person wrote would be lost; STATUS_IO; `*message` says why. */
enum status versions_add(const char *directory, const char *month_id, const GArray *versions,
                         const struct version_texts *texts, struct file_set *files, GPtrArray *kept,
                         char **message);

#endif
