/* The folders of a service's months, by their names. */
#ifndef ROTA_INPUTS_MONTH_FOLDERS_H
#define ROTA_INPUTS_MONTH_FOLDERS_H

#include "inputs/source.h"

/* "2027-01" and nothing else, as 2027 and 1; false, and nothing is set, for another text. */
bool month_folders_parse(const char *id, int *year, int *month);

/* The names of the folders named like a month, sorted; g_strfreev them. */
char **month_folders_list(const struct source *source);

#endif
