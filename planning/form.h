/* What a clinician needs to know to write preferences for a month: the calendar with the
 * person's sessions and leave, what may be asked for, and how often. */
#ifndef ROTA_PLANNING_FORM_H
#define ROTA_PLANNING_FORM_H

#include "model/month.h"

#include <jansson.h>

/* All of it, of that clinician and of nobody else but the names of colleagues; json_decref it. */
json_t *form_document(const struct service *service, const struct month *month, int clinician);

#endif
