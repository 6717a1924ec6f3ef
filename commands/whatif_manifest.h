/* `rota whatif --manifest FILE`, with --task or --collect: builds that are run one by
 * one, anywhere, and what has come of them. */
#ifndef ROTA_COMMANDS_WHATIF_MANIFEST_H
#define ROTA_COMMANDS_WHATIF_MANIFEST_H

#include "commands/output.h"

struct whatif_manifest {
  const char *path;
  const char *tasks;             /* "2,5-7": run these; NULL: collect */
  const char *directory, *month; /* collect these alone; NULL: all */
  int threads;                   /* of a task */
  const struct outputs *outputs; /* of what is collected; force: run again what is done */
};

/* Returns the exit status. */
int whatif_manifest(const struct whatif_manifest *request);

#endif
