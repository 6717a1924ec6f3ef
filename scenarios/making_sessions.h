/* Blocks of the day that a scenario adds, known before its other changes are read. */
#ifndef ROTA_SCENARIOS_MAKING_SESSIONS_H
#define ROTA_SCENARIOS_MAKING_SESSIONS_H

#include "scenarios/making.h"

/* The service and month as they stand, but with the sessions that `set` adds by their own path
 * ("sessions.eve"), so that other changes of the same file may name them: what it leaves in the
 * trees is taken out again. Both NULL where the file adds none, or where that can't be read, which
 * is said when the change itself is made. The caller frees both. */
void making_sessions_read(struct making *making, const struct node *file, struct service **service,
                          struct month **month);

#endif
