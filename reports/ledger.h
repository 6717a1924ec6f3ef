/* The ledger of published months: who is owed what, and why. */
#ifndef ROTA_REPORTS_LEDGER_H
#define ROTA_REPORTS_LEDGER_H

#include "model/problem.h"

enum { LEDGER_EVERYBODY = -1 };

/* The ledger as the problem's month begins, of one clinician or of everybody;
 * at most 80 columns; g_free it. */
char *ledger_text(const struct problem *problem, int clinician);

#endif
