/* Putting together what has come of a manifest's builds. */
#ifndef ROTA_COMMANDS_WHATIF_COLLECT_H
#define ROTA_COMMANDS_WHATIF_COLLECT_H

#include "commands/whatif_batch.h"
#include "reports/whatif_report.h"

/* A manifest may hold several months, and several services. */
struct collect_settings {
  const char *directory, *month; /* only these; NULL: all */
  bool alone;                    /* there may be one only */
  bool quiet;
  /* Called for each month of a service that is built as it is, with it and the
   * scenarios that are done. False: it could not be written. */
  bool (*deliver)(void *context, const struct whatif_report *report);
  void *context;
};

/* Reports what is done, and names, on standard error, what is not and how to run
 * it. Returns the exit status: EXIT_DONE only when all is there and has a rota. */
int whatif_collect(const struct batch *batch, const struct collect_settings *settings);

#endif
