/* Which work is duty: what a use of rule duty_cover asks for. */
#ifndef ROTA_PLANNING_DUTY_H
#define ROTA_PLANNING_DUTY_H

#include "model/service.h"

/* Is the task, done at the site, duty? `site` NONE: done anywhere. */
bool duty_is(const struct service *service, int task, int site);

#endif
