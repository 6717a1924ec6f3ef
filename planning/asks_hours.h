/* Sites whose opening hours hold no session of what is asked for there. */
#ifndef ROTA_PLANNING_ASKS_HOURS_H
#define ROTA_PLANNING_ASKS_HOURS_H

#include "model/diagnostics.h"
#include "model/service.h"

#include <stdbool.h>

/* Warns of sites that are open for half of a block or more, or whose patients ask, and never
 * for the whole of one, or not on some days; and of PCNs of which a rule or line asks by patients
 * in sessions that their hours don't hold. */
void asks_hours(const struct service *service, struct diagnostics *out);

/* Is the site open for half of that block or more? */
bool asks_hours_hold_half(const struct service *service, int site, int weekday, int block);

#endif
