/* What holds a rota back: for want of what sessions that are asked for are done elsewhere or not at
 * all. docs/what-if.md, "What holds it back", defines it. */
#ifndef ROTA_PLANNING_HELD_H
#define ROTA_PLANNING_HELD_H

#include "model/audit.h"
#include "model/waiting/outcome.h"

/* Fills in outcome->held from a lawful rota and the demand. */
void held_find(const struct audit *audit, struct outcome *outcome);

#endif
