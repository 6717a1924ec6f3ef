/* Sessions that somebody might work besides their own. */
#ifndef ROTA_PLANNING_IDEAS_SESSIONS_H
#define ROTA_PLANNING_IDEAS_SESSIONS_H

#include "planning/idea.h"

/* Appends an idea for each person and session of the service's week that is not in
 * their pattern: that it were, as long as the contract stays within 1.0 WTE. */
void ideas_sessions_add(const struct worth *worth, GPtrArray *ideas);

#endif
