/* What the rows of a clash come from, for people. */
#ifndef ROTA_PLANNING_CLASH_MEMBER_H
#define ROTA_PLANNING_CLASH_MEMBER_H

#include "planning/clash.h"

/* What was written, or stands unwritten, that made the row of the core's programme. */
struct hard_item clash_item_of(const struct hard_core *core, int row);
/* The same, asked of one item. */
bool clash_is_of(const struct hard_core *core, int row, const struct hard_item *item);

/* One number for each item, in the order of members. */
int clash_item_key(const struct hard_item *item);

/* The members that the rows (int) come from. */
GPtrArray *clash_members_of(const struct hard_core *core, const GArray *rows);

/* Is a row of that label one of other clashes, and none of this one? */
bool clash_is_elsewhere(const struct clashes *clashes, const struct clash *clash,
                        const struct label *at);

#endif
