/* In which sessions and places a person could do a task: what is left of them decides
 * whether wishes avoid a task that can't be asked to be avoided. */
#ifndef ROTA_MODEL_WAYS_H
#define ROTA_MODEL_WAYS_H

#include "model/month.h"

/* Is it a session of the person's, who can do the task then and be sent to the site, and
 * might anybody ask for it? */
bool ways_has(const struct service *service, const struct month *month, int clinician, int task,
              int slot, int site);

#endif
