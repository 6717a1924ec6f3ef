/* What a rota was short of as it was published: a repair does not count that as lost. */
#ifndef ROTA_PLANNING_REPAIR_MISSING_H
#define ROTA_PLANNING_REPAIR_MISSING_H

#include "model/label.h"
#include "model/problem.h"

#include <glib.h>
#include <jansson.h>

struct published; /* inputs/published.h */

/* Of the rota.json that was published: people or sessions missing, by what asks for them;
 * g_hash_table_unref it. */
GHashTable *repair_missing_of_document(const json_t *document);

/* The same of a published month, if the rota.json that was published is still to be found in the
 * month's folder or among the versions in the history; otherwise NULL. */
GHashTable *repair_missing_of_published(const char *directory, const struct published *published);

/* How much of what the label is about was missing. A label without session and task, as an
 * event's is, has all that its rule missed at the site. */
int64_t repair_missing_at(GHashTable *missing, const struct problem *problem,
                          const struct label *at);

#endif
