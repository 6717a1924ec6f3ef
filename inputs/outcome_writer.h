/* An outcome as JSON: what inputs/outcome_reader.h reads back, figure for figure. */
#ifndef ROTA_INPUTS_OUTCOME_WRITER_H
#define ROTA_INPUTS_OUTCOME_WRITER_H

#include "model/waiting/outcome.h"

#include <jansson.h>

/* The whole outcome, in stable order; json_decref it. */
json_t *outcome_json(const struct outcome *outcome);

/* The measures alone: {"cost": 12, "gap": 1.25, ...}; null for what is not known. */
json_t *outcome_measures_json(const int64_t values[OUTCOME_MEASURES]);

#endif
