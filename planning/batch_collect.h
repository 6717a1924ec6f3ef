/* Putting together what has come of a manifest's builds. */
#ifndef ROTA_PLANNING_BATCH_COLLECT_H
#define ROTA_PLANNING_BATCH_COLLECT_H

#include "planning/batch.h"

/* A month of a service; a manifest may hold several months, and several services. */
struct collected_month {
  const char *service, *month;    /* borrowed from the manifest */
  const struct outcome *baseline; /* of the service as it is; NULL: not done */
  GPtrArray *scenarios;           /* struct outcome, those that are done, in order */
};

struct collection {
  const struct batch *batch;
  struct batch_item *items; /* [builds of the manifest]; of those wanted; they own the outcomes */
  GArray *wanted;           /* builds to be collected (int), in order */
  GArray *lacking;          /* those of them that are not done (int), in order */
  GPtrArray *months;        /* struct collected_month, in order of their first builds */
};

/* Looks at all builds, or those of the service in this folder and of this month alone
 * (NULL: all). The batch must outlive it. Free with batch_collection_free (NULL is fine). */
struct collection *batch_collect(const struct batch *batch, const char *directory,
                                 const char *month);
void batch_collection_free(struct collection *collection);

#endif
