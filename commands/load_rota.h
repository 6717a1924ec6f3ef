/* Reading a rota that was written before, with the service and month it is of. */
#ifndef ROTA_COMMANDS_LOAD_ROTA_H
#define ROTA_COMMANDS_LOAD_ROTA_H

#include "commands/load.h"
#include "inputs/rota_reader.h"
#include "model/assessment.h"

#include <stdio.h>

struct load_rota {
  struct load load;
  struct rota_file *file;
  struct rota *rota;
  struct audit *audit;
  GArray *inputs; /* of load_inputs */
  struct assessment *assessment;
  GArray *misfits; /* struct rota_misfit */
};

/* Reads DIR and ROTA and checks the rota. `month` may be NULL: then it is the
 * rota's own. EXIT_DONE, or the status to return, mistakes having been printed;
 * either way the rest is the caller's, for load_rota_clear. */
int load_rota(struct load_rota *out, const char *command, const char *directory, const char *path,
              const char *month);
void load_rota_clear(struct load_rota *rota);

/* The document that says the truth of the rota, without a checksum. The bound
 * and how the rota was made can't be recomputed: they are as the file says. */
json_t *load_rota_document(const struct load_rota *rota);

/* Prints, a line each, what the rota says of sessions that the month has not. */
void load_rota_misfits(const struct load_rota *rota, FILE *stream);

#endif
