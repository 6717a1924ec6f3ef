/* What versions of a month record as worked. */
#ifndef ROTA_PLANNING_WORKED_RECORD_H
#define ROTA_PLANNING_WORKED_RECORD_H

#include <glib.h>

/* How the reason of such a version begins. */
#define WORKED_REASON "as worked: "

/* A set of "2027-01-12 am amrita": where a version of the month up to the current one records other
 * work, or none, than the version before it, and the current one is still so; what was undone is not
 * counted. g_hash_table_unref it. */
GHashTable *worked_recorded(const char *directory, const char *month_id);

#endif
