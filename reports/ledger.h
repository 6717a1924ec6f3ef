/* The ledger of published months: who is owed what, and why. */
#ifndef ROTA_REPORTS_LEDGER_H
#define ROTA_REPORTS_LEDGER_H

#include "planning/ledger.h"

enum { LEDGER_EVERYBODY = -1 };

/* Of one clinician or of everybody; at most 80 columns; g_free it. */
char *ledger_text(const struct ledger *ledger, int clinician);

#endif
