/* Why a gap is there, for people and for programs. */
#ifndef ROTA_REPORTS_EXPLAIN_GAP_H
#define ROTA_REPORTS_EXPLAIN_GAP_H

#include "planning/why_gap.h"

#include <jansson.h>

/* People under what is in their way, closest to a yes first; then the rota in which it is
 * filled. g_free it. */
char *explain_gap_text(const struct problem *problem, const struct gap_answer *answer);
json_t *explain_gap_json(const struct problem *problem, const struct gap_answer *answer);

/* The people alone: struct why_person, in groups of what is in their way. */
void explain_append_gap_people(GString *out, const struct audit *before, const GPtrArray *people);
json_t *explain_gap_people_json(const struct problem *problem, const GPtrArray *people);

#endif
