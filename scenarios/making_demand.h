/* What several changes do to the lines of demand of a service. */
#ifndef ROTA_SCENARIOS_MAKING_DEMAND_H
#define ROTA_SCENARIOS_MAKING_DEMAND_H

#include "model/pattern.h"
#include "scenarios/making.h"

/* Adds the line, or puts it where one with the same task, at, sessions and per
 * stands. */
void making_ask(struct making *making, const struct node *line);

/* The sessions of a pattern as a list such as [tue eve, thu eve]; BLOCKS_MAX bits
 * a day. */
const struct node *making_sessions(struct making *making, struct where where,
                                   const struct pattern *pattern);

#endif
