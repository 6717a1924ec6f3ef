/* How first contact is used, on the terminal: at most 80 columns. g_free it. */
#ifndef ROTA_REPORTS_FCP_USE_TABLE_H
#define ROTA_REPORTS_FCP_USE_TABLE_H

#include "planning/fcp_use.h"

char *fcp_use_table(const struct fcp_uses *uses, bool colour);

#endif
