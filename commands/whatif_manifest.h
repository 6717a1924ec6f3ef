/* A comparison as a manifest: what `rota whatif` would build here and now, as
 * builds that can be run elsewhere. */
#ifndef ROTA_COMMANDS_WHATIF_MANIFEST_H
#define ROTA_COMMANDS_WHATIF_MANIFEST_H

#include "commands/whatif_case.h"
#include "commands/whatif_run.h"

/* A line for each of the cases, which were read from the source, a folder; the
 * service as it is gets `baseline_times` the seconds. g_free it. */
char *whatif_manifest_text(const char *directory, struct source *source,
                           const struct whatif_case *const *cases, int count,
                           const struct whatif_settings *settings, int baseline_times);

/* A hash of all that was read for the case: every file of the source, and the
 * scenario's. g_free it. */
char *whatif_inputs_hash(struct source *source, const struct whatif_case *c);

#endif
