/* The two files that a build owns in a month's folder: rota.json and rota.csv. They
 * may be replaced as long as nobody has changed them since. */
#ifndef ROTA_PLANNING_ROTA_FILES_H
#define ROTA_PLANNING_ROTA_FILES_H

#include "model/assessment.h"
#include "model/status.h"
#include "planning/repair_orders.h"

#include <stdbool.h>

/* Their paths in a month's folder, for g_free. */
char *rota_files_json(const char *folder);
char *rota_files_csv(const char *folder);

/* The first of them that is there and not as rota wrote it, for g_free; NULL: none. */
char *rota_files_changed(const char *folder);

/* Writes both, or neither, making the folder if need be; the service's folder, in which it is, is
 * held by the caller. STATUS_IO: `*message` says
 * why, for g_free. */
enum status rota_files_write(const char *folder, const struct assessment *assessment,
                             char **message);
/* The same, and with them the files of what has happened: all of them, or none. */
enum status rota_files_write_repair(const char *folder, const struct assessment *assessment,
                                    const struct repair_orders *orders, char **message);

#endif
