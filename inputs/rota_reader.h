/* Reading back a rota that was written before: rota.json, or a CSV with its
 * columns date, session, clinician, task and site. */
#ifndef ROTA_INPUTS_ROTA_READER_H
#define ROTA_INPUTS_ROTA_READER_H

#include "model/arena.h"
#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/provenance.h"
#include "model/status.h"

#include <jansson.h>

/* One assignment as it was written; the texts belong to the file. */
struct rota_row {
  const char *date, *session, *clinician, *task, *site;
  const char *from, *to, *locked; /* of a CSV: they follow from these; NULL: not written */
  bool day_first;                 /* its date was written 31/01/2027 */
  struct where where;             /* of a CSV's row; in JSON the file as a whole */
};

struct rota_file {
  const char *path;
  json_t *document;              /* NULL for a CSV */
  char month_id[DATE_TEXT_SIZE]; /* of a CSV: the calendar month of its first row */
  GArray *rows;                  /* struct rota_row */
  bool surely_day_first;         /* one of them has a day after the 12th */
  struct arena *arena;
};

/* Reads the file; a name that ends in ".csv" is a CSV, everything else JSON. On
 * STATUS_OK `out` is the caller's, for rota_file_free; otherwise the diagnostics
 * say what is wrong. `path` is borrowed for as long. */
enum status rota_file_read(const char *path, struct diagnostics *diagnostics,
                           struct rota_file **out);
void rota_file_free(struct rota_file *file); /* NULL is fine */

/* How the rota was made and the bound that was proven, as its document says: nobody can
 * recompute them. All 0 where it says nothing (NULL: it is a CSV); the version and the
 * inputs are the caller's. */
struct provenance rota_document_run(const json_t *document);

/* An assignment in a session that the month does not have: a bank holiday, say. Every
 * word of it is known, but no rota of the month can hold it. */
struct rota_misfit {
  int clinician, task, site;
  int date, block;
};

/* Turns the rows into a rota of the problem and the misfits among them. Unknown
 * words are errors in the diagnostics; times and locks that are not what the session and
 * locks.csv say, and so are not taken up, are warnings. On STATUS_OK `out` is the caller's, for
 * rota_free, and misfits are appended. */
enum status rota_file_resolve(const struct rota_file *file, const struct problem *problem,
                              struct diagnostics *diagnostics, struct rota **out, GArray *misfits);

/* What a rota.json states, unchecked; json_decref it. NULL: there is no such plain file, or no JSON
 * in it. */
json_t *rota_document_load(const char *path);

#endif
