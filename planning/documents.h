/* What rota writes and reads back, as JSON and CSV, for whoever shows it: the door to
 * the writers, which stand beside their readers in inputs/. */
#ifndef ROTA_PLANNING_DOCUMENTS_H
#define ROTA_PLANNING_DOCUMENTS_H

#include "model/assessment.h"
#include "model/waiting/outcome.h"

#include <jansson.h>

/* rota.json, as docs/rota-json.md has it; json_decref it. */
json_t *documents_rota(const struct assessment *assessment);

/* The rota as CSV with these columns, "date=Date,clinician=Staff,task", each with the
 * header's name if it is to differ; NULL: those of rota.csv. g_free it. NULL, and a
 * message for g_free, when the columns can't be understood. */
char *documents_rota_csv(const struct problem *problem, const struct rota *rota,
                         const char *columns, char **message);

/* The whole outcome; json_decref it. */
json_t *documents_outcome(const struct outcome *outcome);

/* How far each measure is from the baseline's: {"cost": -4, ...}; null where one of the
 * two is not known. json_decref it. */
json_t *documents_difference(const struct outcome *outcome, const struct outcome *baseline);

#endif
