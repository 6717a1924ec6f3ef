/* A rota that was written before, by rota, by hand or by another system: read with
 * the service and month it is of, and checked by the rules. */
#ifndef ROTA_PLANNING_EXISTING_ROTA_H
#define ROTA_PLANNING_EXISTING_ROTA_H

#include "model/assessment.h"
#include "planning/folder.h"

#include <jansson.h>

struct existing_rota {
  struct rota_file *file; /* inputs/rota_reader.h */
  const char *month_id;   /* as the file says, or existing_rota_place found */
  const json_t *document; /* what the file states of itself; NULL: nothing, it is a CSV */
  struct folder folder;
  struct rota *rota;
  struct audit *audit;
  GArray *inputs; /* of folder_inputs */
  struct assessment *assessment;
  GArray *misfits; /* struct rota_misfit: what the file says of sessions that the month has not */
};

/* In three steps, each with what is wrong in the diagnostics: the file alone; then
 * its folder, which the caller reads into `folder`; then the one as a rota of the
 * other. The rota is the caller's, for existing_rota_clear, whatever the status; it
 * borrows `path`. */
enum status existing_rota_open(const char *path, struct diagnostics *diagnostics,
                               struct existing_rota *out);
/* Which month of the service a table is of, which names none: `month_id` if that is not NULL, the
 * one in whose folder it lies, or the weeks that hold its first row and whose calendar month has
 * no folder, as far as that row is in it; otherwise the calendar month of the row. A document says
 * it itself. Before its folder is read. */
void existing_rota_place(struct existing_rota *rota, const char *directory, const char *month_id);
/* The last day of a month of the service's, by its folder. */
int existing_rota_last_day(const char *directory, const char *month_id);
enum status existing_rota_resolve(struct existing_rota *rota, struct diagnostics *diagnostics);
void existing_rota_clear(struct existing_rota *rota);

/* The document that says the truth of the rota; json_decref it. The bound and how the rota was made
 * can't be recomputed: they are as the file says, or, where it says nothing, as `version` of the
 * program. */
json_t *existing_rota_document(const struct existing_rota *rota, const char *version);

/* A line for each misfit, for people; "" when there is none. g_free it. */
char *existing_rota_misfit_lines(const struct existing_rota *rota);

#endif
