/* A comparison as a manifest: what would be built here and now, as builds that can
 * be run elsewhere. */
#ifndef ROTA_PLANNING_BATCH_MANIFEST_H
#define ROTA_PLANNING_BATCH_MANIFEST_H

#include "planning/compare.h"

/* A line for each of the comparison's variants, built with these settings; the month
 * as it is gets its longer time. g_free it. */
char *batch_manifest_text(const struct comparison *comparison,
                          const struct variant_settings *settings);

/* A hash of all that was read for the variant: every file of the source, and the
 * scenario's. g_free it. */
char *batch_inputs_hash(struct source *source, const struct variant *variant);

#endif
