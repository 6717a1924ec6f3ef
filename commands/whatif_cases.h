/* All cases of a comparison, read before any is built. */
#ifndef ROTA_COMMANDS_WHATIF_CASES_H
#define ROTA_COMMANDS_WHATIF_CASES_H

#include "commands/whatif_case.h"
#include "commands/whatif_start.h"

struct whatif_cases {
  struct source *source;
  struct whatif_case **items; /* [count]; the service as it is, then the scenarios */
  int count;
};

/* Reads the month as it is and as each of the scenario files (char *) changes it.
 * All mistakes and warnings go to standard error. EXIT_DONE: `out` is the
 * caller's, for whatif_cases_free, and borrows the paths; otherwise the status
 * to return. */
int whatif_cases_read(const char *directory, const char *month_id, const GPtrArray *paths,
                      struct whatif_cases **out);
void whatif_cases_free(struct whatif_cases *cases); /* NULL is fine */

/* The longest horizon of any: all are followed for as many weeks. */
int whatif_cases_horizon(const struct whatif_cases *cases);

/* The rota.json in the month's folder, for start_free; NULL where there is none,
 * or where it is no longer a rota of the case that breaks no rule. */
struct start *whatif_cases_written_rota(const struct whatif_case *c, const char *directory);

#endif
