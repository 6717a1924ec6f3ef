/* A build of a manifest as its line: JSON, what inputs/manifest_reader.h reads. */
#ifndef ROTA_INPUTS_MANIFEST_WRITER_H
#define ROTA_INPUTS_MANIFEST_WRITER_H

#include "model/manifest.h"

/* Ends in a line feed; all but the key is in it. g_free it. */
char *manifest_line(const struct manifest_build *build);

#endif
