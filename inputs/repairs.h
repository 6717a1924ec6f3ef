/* What has changed in a month since it was published, as `rota repair` was told: files of
 * rota's own in the month's folder "repairs", one for each change. A .csv there has the columns
 * of leave.csv; a .yaml the closures and events of month.yaml. They are read with those. */
#ifndef ROTA_INPUTS_REPAIRS_H
#define ROTA_INPUTS_REPAIRS_H

#include "model/where.h"

#include <stdbool.h>

/* "2027-01/repairs"; g_free it. */
char *repairs_folder(const char *month_id);

/* Is the place in such a file? */
bool repairs_has(struct where where);

#endif
