/* A published rota as a line-by-line text for the service's history: what
 * inputs/history_reader.h reads back. */
#ifndef ROTA_INPUTS_HISTORY_WRITER_H
#define ROTA_INPUTS_HISTORY_WRITER_H

#include "model/assessment.h"

/* Hashes that tie a month to what it was made of. */
struct history_seal {
  const char *version;         /* of the program */
  const char *inputs_sha256;   /* of the paths and hashes of all that was read */
  const char *rota_sha256;     /* of the rota's file */
  const char *previous_sha256; /* of the month before's history file; NULL: there is none */
};

/* The text of history/MONTH.yaml; g_free it. */
char *history_write(const struct assessment *assessment, const struct history_seal *seal);

#endif
