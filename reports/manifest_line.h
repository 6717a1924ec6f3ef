/* A build of a manifest as its line: JSON, what inputs/manifest_file.h reads. */
#ifndef ROTA_REPORTS_MANIFEST_LINE_H
#define ROTA_REPORTS_MANIFEST_LINE_H

#include "model/manifest.h"

/* Ends in a line feed; all but the key is in it. g_free it. */
char *manifest_line(const struct manifest_build *build);

#endif
