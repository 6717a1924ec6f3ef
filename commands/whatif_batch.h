/* Builds that are run one by one, perhaps on many machines: a manifest and, in a
 * folder beside it, what has come of each build. A build leaves one file with its
 * outcome, written under another name first and then renamed, so that there is
 * a whole one or none, however often it is run and wherever it is killed. */
#ifndef ROTA_COMMANDS_WHATIF_BATCH_H
#define ROTA_COMMANDS_WHATIF_BATCH_H

#include "model/manifest.h"
#include "model/waiting/outcome.h"

struct batch {
  char *path;   /* the manifest's */
  char *folder; /* of the outcomes: the manifest's path and ".outcomes" */
  struct manifest *manifest;
};

/* EXIT_DONE: `out` is the caller's, for batch_free; otherwise the status to
 * return, mistakes having been printed. */
int batch_open(const char *path, struct batch **out);
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
 * was there. On failure says why and returns false. */
bool batch_keep(const struct batch *batch, int build, const struct outcome *outcome,
                const char *rota_csv);

/* "task 5, scenarios/bus.yaml" for messages: tasks count from 1, like lines. */
char *batch_name(const struct batch *batch, int build);

#endif
