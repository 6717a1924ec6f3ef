/* Where what is over and several limits together leave nothing lawful: what is asked for gives in.
 */
#ifndef ROTA_PLANNING_REPAIR_YIELD_H
#define ROTA_PLANNING_REPAIR_YIELD_H

#include "planning/build.h"
#include "planning/repair_programme.h"

/* Lets hard rows with a part in what is over, which ask for more than it has, fall short by as
 * little in all as can be; none further than if nothing followed. False: that doesn't help either.
 */
bool repair_yield(struct repair_programme *made, const struct build_settings *settings);

#endif
