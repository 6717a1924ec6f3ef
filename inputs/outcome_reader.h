/* Reading back an outcome that inputs/outcome_writer.h wrote. */
#ifndef ROTA_INPUTS_OUTCOME_READER_H
#define ROTA_INPUTS_OUTCOME_READER_H

#include "model/diagnostics.h"
#include "model/status.h"
#include "model/waiting/outcome.h"

#include <jansson.h>

/* The outcome in a parsed document; `path` is what messages call it. Anything
 * missing, unknown or out of range is an error in the diagnostics. On STATUS_OK
 * `out` is the caller's, for outcome_free. */
enum status outcome_decode(const json_t *document, const char *path,
                           struct diagnostics *diagnostics, struct outcome **out);

#endif
