/* Numbers that can't mean what they say, whatever the month. */
#ifndef ROTA_PLANNING_ASKS_NUMBERS_H
#define ROTA_PLANNING_ASKS_NUMBERS_H

#include "model/diagnostics.h"
#include "model/service.h"

/* Warns of ratios the wrong way round, and those that nothing can miss; of shares that leave no
 * time for anything else; of prices and points of 0; and of more people who wait than are served.
 */
void asks_numbers(const struct service *service, struct diagnostics *out);

#endif
