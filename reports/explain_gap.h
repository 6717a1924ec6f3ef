/* Why a gap is there, for people and for programs. */
#ifndef ROTA_REPORTS_EXPLAIN_GAP_H
#define ROTA_REPORTS_EXPLAIN_GAP_H

#include "planning/why_gap.h"

#include <jansson.h>

/* People under what is in their way, closest to a yes first; then the rota in which it is
 * filled. g_free it. */
char *explain_gap_text(const struct problem *problem, const struct gap_answer *answer);
json_t *explain_gap_json(const struct problem *problem, const struct gap_answer *answer);

#endif
