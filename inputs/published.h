/* One published month in its own words: what it was made of and what was decided, to
 * hold against what lies in the folder now. */
#ifndef ROTA_INPUTS_PUBLISHED_H
#define ROTA_INPUTS_PUBLISHED_H

#include "model/date.h"
#include "model/diagnostics.h"

#include <glib.h>

struct published {
  char *month_id;
  char *path;              /* "history/2027-01.yaml" */
  int until;               /* its last day */
  bool whole;              /* its last line, the checksum, is there */
  int version;             /* of the month: 1, 2 ... */
  int same_as;             /* the version that this one goes back to; 0: none */
  char *replaces_sha256;   /* the hash of the version before; NULL: not stated */
  char *reason;            /* why there is another than the first; otherwise NULL */
  char *rota_sha256;       /* of the file that was published; NULL: not stated */
  int on;                  /* the day it was published; DATE_NONE: not stated */
  GHashTable *inputs;      /* path to SHA-256 of all that was read; NULL: not stated */
  GHashTable *assignments; /* "2027-01-12 am amrita" to "fcp at goldstone" */
  GHashTable *planned;     /* "amrita" to the minutes planned, by the accounts */
};

/* NULL: the month is not published in the service's folder, or its file can't be read,
 * which is then an error in the diagnostics. Free with published_free. */
struct published *published_read(const char *directory, const char *month_id,
                                 struct diagnostics *diagnostics);
/* The same of any file of the service's folder: a version. */
struct published *published_read_file(const char *directory, const char *month_id, const char *path,
                                      struct diagnostics *diagnostics);
/* One of which nothing is known, for published_free. */
struct published *published_empty(void);
void published_free(struct published *published); /* NULL is fine */

#endif
