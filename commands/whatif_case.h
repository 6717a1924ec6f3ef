/* One case to be built: a month of a service, as it is or as a scenario changes
 * it. Read once, then used by whoever builds it; nothing in it changes. */
#ifndef ROTA_COMMANDS_WHATIF_CASE_H
#define ROTA_COMMANDS_WHATIF_CASE_H

#include "model/problem.h"
#include "scenarios/scenarios.h"

struct whatif_case {
  const char *path;          /* of the scenario's file, borrowed; NULL: the service as it is */
  struct scenario *scenario; /* NULL: none */
  struct service *service;
  struct month *month;
  struct problem *problem;
};

/* Reads the month of the source's service, changed by the scenario of that path
 * (NULL: as it is). On STATUS_OK `out` is the caller's, for whatif_case_free;
 * otherwise the diagnostics say what is wrong. */
enum status whatif_case_read(struct source *source, const char *month_id, const char *path,
                             struct diagnostics *diagnostics, struct whatif_case **out);
void whatif_case_free(struct whatif_case *c); /* NULL is fine */

/* What it is called: the scenario's name, or "as it is". */
const char *whatif_case_name(const struct whatif_case *c);

#endif
