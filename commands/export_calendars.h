/* The calendars that `rota export` writes: a file for each person and for each site. */
#ifndef ROTA_COMMANDS_EXPORT_CALENDARS_H
#define ROTA_COMMANDS_EXPORT_CALENDARS_H

#include "planning/existing_rota.h"

/* Writes person-ID.ics and site-ID.ics of those who have anything in the rota, or had in a version
 * of it that is published in the service's folder, into `folder`, which is made; a calendar that
 * took an earlier version follows. Files that are there are replaced if `force`. EXIT_DONE, or,
 * having said why, what the command is to return. */
int export_calendars(const struct existing_rota *rota, const char *directory, const char *folder,
                     bool force);

#endif
