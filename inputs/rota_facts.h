/* What a rota's file says of the service and the month that the rota is of, so that whoever
 * shows it needs no other file: names, and what nothing is reckoned from. */
#ifndef ROTA_INPUTS_ROTA_FACTS_H
#define ROTA_INPUTS_ROTA_FACTS_H

#include "model/problem.h"

#include <jansson.h>

/* Adds the members `sites`, `events` and `closures` of docs/rota-json.md. */
void rota_facts_set(json_t *out, const struct problem *problem);

/* Adds to a member of `clinicians` who that is. */
void rota_facts_set_person(json_t *out, const struct problem *problem, int clinician);

#endif
