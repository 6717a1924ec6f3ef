/* What lies in a service's folder, but is not read: a person wrote it, and nothing comes of
 * it. What rota writes itself, what begins with README, hidden files and scenarios are
 * left alone. */
#ifndef ROTA_INPUTS_UNREAD_H
#define ROTA_INPUTS_UNREAD_H

#include "inputs/source.h"

/* Warns of each file and folder in the service's folder, and in those of these months (NULL
 * ends the list), that is not read, with the nearest name that would be. A folder that can't
 * be listed, or is none, is an error. */
void unread_report(struct source *source, const char *const *month_ids,
                   struct diagnostics *diagnostics);

#endif
