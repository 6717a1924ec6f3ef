/* Reading a manifest, the list of builds that inputs/manifest_writer.h writes. */
#ifndef ROTA_INPUTS_MANIFEST_READER_H
#define ROTA_INPUTS_MANIFEST_READER_H

#include "model/diagnostics.h"
#include "model/manifest.h"
#include "model/status.h"

/* One build a line; `path` is borrowed by the diagnostics. On STATUS_OK `out` is
 * the caller's, for manifest_free; otherwise the diagnostics say what is wrong. */
enum status manifest_read(const char *path, struct diagnostics *diagnostics, struct manifest **out);

/* The same of a text. */
enum status manifest_parse(const char *text, const char *path, struct diagnostics *diagnostics,
                           struct manifest **out);

#endif
