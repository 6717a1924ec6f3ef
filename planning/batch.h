/* Builds that are run one by one, perhaps on many machines: a manifest and, in a
 * folder beside it, what has come of each build. A build leaves one file with its
 * outcome, written under another name first and then renamed, so that there is
 * a whole one or none, however often it is run and wherever it is killed. */
#ifndef ROTA_PLANNING_BATCH_H
#define ROTA_PLANNING_BATCH_H

#include "model/diagnostics.h"
#include "model/manifest.h"
#include "model/status.h"
#include "model/waiting/outcome.h"

struct batch {
  char *path;   /* the manifest's */
  char *folder; /* of the outcomes: the manifest's path and ".outcomes" */
  struct manifest *manifest;
};

/* STATUS_OK: `out` is the caller's, for batch_free; otherwise the diagnostics say what
 * is wrong with the manifest. */
enum status batch_open(const char *path, struct diagnostics *diagnostics, struct batch **out);
void batch_free(struct batch *batch); /* NULL is fine */

enum batch_state {
  BATCH_DONE,
  BATCH_FAILED,  /* it was run, but has to be run again: `why` */
  BATCH_MISSING, /* as if it had never been run: `why` */
};

/* What has come of a build. */
struct batch_item {
  enum batch_state state;
  struct outcome *outcome; /* NULL: missing */
  char *rota;              /* path of the rota as CSV; NULL: there is none */
  char *why;               /* NULL: done */
};

void batch_look(const struct batch *batch, int build, struct batch_item *out);
void batch_item_clear(struct batch_item *item);

/* Keeps an outcome and its rota, as CSV (NULL: there is none), in place of what
 * was there. STATUS_IO: it could not be written, and `*message` says why, for g_free. */
enum status batch_keep(const struct batch *batch, int build, const struct outcome *outcome,
                       const char *rota_csv, char **message);

/* "task 5, sussex 2027-01 bus.yaml" for messages: tasks count from 1, like lines. */
char *batch_name(const struct batch *batch, int build);

#endif
