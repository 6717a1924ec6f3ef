/* The weeks after the month, in a scenario: its changes are made to the service as ever, and
 * then it is read with some weeks of their own instead of the month. */
#ifndef ROTA_SCENARIOS_MAKING_WEEKS_H
#define ROTA_SCENARIOS_MAKING_WEEKS_H

#include "scenarios/making.h"
#include "scenarios/scenarios.h"

/* Puts those weeks in the place of the month, with nothing special in them but what the
 * changes close from then on, and the exception. The month is the caller's, for month_free,
 * and must outlive the making. */
struct month *making_weeks_begin(struct making *making, const struct scenario_weeks *weeks);

/* What can't be written in the trees, once they are read: leave, which is the same for all whom
 * no change is about; nothing was published before or after; and whoever changes in the midst of
 * the weeks does so after them. */
void making_weeks_settle(struct service *service, struct month *month, double leave);

#endif
