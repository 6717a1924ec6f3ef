/* What would end each clash, at the least price. */
#ifndef ROTA_PLANNING_CLASH_WAYS_H
#define ROTA_PLANNING_CLASH_WAYS_H

#include "planning/clash.h"

/* Fills in, anew, the ways of each clash, and whether the first of each end them all. */
void clash_ways_find(struct clashes *clashes, const struct problem *problem);
/* What the first way of each clash gives up: struct hard_item, each once. */
GArray *clash_ways_first(const struct clashes *clashes);
void clash_way_free(gpointer way);

#endif
