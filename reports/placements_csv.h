/* What the placements of a month's programme stand for, as CSV: it turns
 * another solver's answer into a rota that `rota verify` reads. */
#ifndef ROTA_REPORTS_PLACEMENTS_CSV_H
#define ROTA_REPORTS_PLACEMENTS_CSV_H

#include "model/problem.h"

/* A row for each candidate in order: column, date, session, clinician, task,
 * site; lines end in a line feed. `column` is "x1" for the first: the front of
 * the name, up to the underscore, that the column has in MPS and LP files. All
 * are ids, so nothing needs quotes. g_free the text. */
char *placements_csv_text(const struct problem *problem);

#endif
