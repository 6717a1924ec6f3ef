/* What a clinician needs to know to write preferences for a month: the calendar with the
 * person's sessions, leave and possible work, what may be asked for, how often, and when. */
#ifndef ROTA_PLANNING_FORM_H
#define ROTA_PLANNING_FORM_H

#include "model/problem.h"

#include <jansson.h>

/* All of it, of that clinician and of nobody else but the names of colleagues; json_decref it. */
json_t *form_document(const struct problem *problem, int clinician);

#endif
