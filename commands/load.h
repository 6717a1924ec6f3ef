/* Reading a service's folder, and one of its months, for a subcommand. */
#ifndef ROTA_COMMANDS_LOAD_H
#define ROTA_COMMANDS_LOAD_H

#include "inputs/inputs.h"
#include "model/problem.h"
#include "model/provenance.h"

/* What was read; parts that were not asked for, or failed, are NULL. */
struct load {
  struct source *source;
  struct diagnostics *diagnostics;
  struct service *service;
  struct month *month;
  struct problem *problem;
};

/* Reads the service, and the month and its problem unless `month_id` is NULL.
 * All mistakes and warnings go to standard error. EXIT_DONE, or the status to
 * return; either way the load is the caller's, for load_clear. */
int load_folder(struct load *load, const char *directory, const char *month_id);
void load_clear(struct load *load);

/* What was read, and its hashes: struct provenance_input, borrowed from the source. */
GArray *load_inputs(const struct load *load);

/* Is it a month's name such as "2027-01"? If not, says so. */
bool load_month_id(const char *command, const char *month_id);

/* Is there such a folder? If not, says so. */
bool load_is_folder(const char *directory);

/* "3 mistakes in 2 files" on standard error. */
void load_count_mistakes(struct diagnostics *diagnostics);

#endif
