/* A published rota as a line-by-line text for the service's history. */
#ifndef ROTA_REPORTS_HISTORY_YAML_H
#define ROTA_REPORTS_HISTORY_YAML_H

#include "model/audit.h"

/* Hashes that tie a month to what it was made of. */
struct history_seal {
  const char *version;         /* of the program */
  const char *inputs_sha256;   /* of the paths and hashes of all that was read */
  const char *rota_sha256;     /* of the rota's file */
  const char *previous_sha256; /* of the month before's history file; NULL: there is none */
};

/* The text of history/MONTH.yaml; g_free it. */
char *history_yaml_write(const struct audit *audit, const struct history_seal *seal);

#endif
