/* What the words of a command line name: people, sessions, work. Each function says what is
 * wrong, as the command, where the words name nothing. */
#ifndef ROTA_COMMANDS_NAMING_H
#define ROTA_COMMANDS_NAMING_H

#include "planning/why_gap.h"

/* NONE: there is none of that id. */
int naming_clinician(const char *command, const struct service *service, const char *id);
/* NONE: it is no session of the month. */
int naming_slot(const char *command, const struct problem *problem, const char *date,
                const char *session);
/* "2027-01-12 am clinic hove"; false: it is not like that, or not done there. */
bool naming_gap(const char *command, const struct problem *problem, const char *words,
                struct gap_question *out);

#endif
