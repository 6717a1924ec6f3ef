/* Back to an earlier version of a published month. */
#ifndef ROTA_PLANNING_UNDO_H
#define ROTA_PLANNING_UNDO_H

#include "model/status.h"

#include <glib.h>

struct undone {
  int number; /* of the new version */
  int origin; /* the version whose rota it is */
  int until;  /* the last day of the month */
};

/* Makes that version current again, or, with 0, the one that was current before what is now: as a
 * new version, so that nothing is lost. Its rota is the working copy too. STATUS_BAD_INPUT: there
 * is no such version, and `*message` says so; STATUS_IO as of file_set_write. The folder is held by
 * the caller. */
enum status undo_version(const char *directory, const char *month_id, int to, const char *today,
                         struct undone *out, char **message);

/* "2027-01/repairs/sick-bob-2027-01-12.csv": what was said of the month after its current version
 * was made, sorted; it counts all the same. g_ptr_array_unref it. */
GPtrArray *undo_repairs_since(const char *directory, const char *month_id);

#endif
