/* Names of a programme's columns and rows for another solver's eyes. */
#ifndef ROTA_COMMANDS_NAMES_H
#define ROTA_COMMANDS_NAMES_H

#include "model/problem.h"
#include "model/programme.h"

/* "amrita.12am.fcp.goldstone" for a placement, "ratio.amrita" for a column of a
 * rule: unique, letters, digits and dots. g_strfreev them. */
char **names_of_columns(const struct problem *problem, const struct programme *programme);

/* "rooms.12am.hove": the rule, and what its label says; unique likewise. */
char **names_of_rows(const struct problem *problem, const struct programme *programme);

#endif
