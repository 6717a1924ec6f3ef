/* Names of a programme's columns and rows for another solver's eyes. */
#ifndef ROTA_PLANNING_PROGRAMME_NAMES_H
#define ROTA_PLANNING_PROGRAMME_NAMES_H

#include "model/problem.h"
#include "model/programme.h"

/* "amrita.12am.fcp.goldstone" for a placement, "ratio.amrita" for a column of a
 * rule: unique, letters, digits and dots. g_strfreev them. */
char **programme_names_of_columns(const struct problem *problem, const struct programme *programme);

/* "rooms.12am.hove": the rule, and what its label says; unique likewise. */
char **programme_names_of_rows(const struct problem *problem, const struct programme *programme);

#endif
