/* What a rota adds up to, in the words of docs/rota-json.md: the members `totals`, `pcns`
 * and `clinicians` of rota.json. json_decref each. */
#ifndef ROTA_INPUTS_FIGURES_WRITER_H
#define ROTA_INPUTS_FIGURES_WRITER_H

#include "model/assessment.h"

#include <jansson.h>

json_t *figures_of_service(const struct assessment *assessment);
json_t *figures_of_pcns(const struct assessment *assessment);
json_t *figures_of_clinicians(const struct assessment *assessment);

#endif
