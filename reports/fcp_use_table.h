/* How first contact is used, in words and as a table for the terminal. */
#ifndef ROTA_REPORTS_FCP_USE_TABLE_H
#define ROTA_REPORTS_FCP_USE_TABLE_H

#include "planning/fcp_use.h"

/* "sessions stand empty" */
const char *fcp_use_words(enum fcp_verdict verdict);

/* At most 80 columns wide; g_free it. */
char *fcp_use_table(const struct fcp_uses *uses, bool colour);

#endif
