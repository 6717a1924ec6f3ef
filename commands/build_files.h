/* The two files that `rota build` owns in a month's folder: rota.json and
 * rota.csv. It replaces them as long as nobody has changed them since. */
#ifndef ROTA_COMMANDS_BUILD_FILES_H
#define ROTA_COMMANDS_BUILD_FILES_H

#include "model/assessment.h"

#include <stdbool.h>

/* May both be written? Yes where there is none, or just what rota wrote, or
 * with `force`. Otherwise says why not. */
bool build_files_free(const char *folder, bool force);

/* Writes both; false, having said why, if that fails. */
bool build_files_write(const char *folder, const struct assessment *assessment);

#endif
