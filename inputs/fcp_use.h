/* fcp_use.csv: how first contact appointments were used, as practice systems export it. */
#ifndef ROTA_INPUTS_FCP_USE_H
#define ROTA_INPUTS_FCP_USE_H

#include "inputs/reader.h"
#include "model/fcp_use.h"
#include "model/status.h"

extern const struct keys fcp_use_columns;

/* STATUS_OK: `out`, struct fcp_use_row in order of writing, is the caller's, for g_array_unref;
 * empty where there is no such file. Otherwise the diagnostics say what is wrong. */
enum status fcp_use_read(struct source *source, const struct service *service,
                         struct diagnostics *diagnostics, GArray **out);

#endif
