/* The ledger of published months, as a problem's month begins: who is owed what. */
#ifndef ROTA_PLANNING_LEDGER_H
#define ROTA_PLANNING_LEDGER_H

#include "model/problem.h"

/* What one use of a rule makes of somebody's past. */
struct ledger_recall {
  int use;
  char *sentence; /* without its full stop */
};

struct ledger_account {
  int balance_minutes;                /* carried into the month: over is positive */
  const struct past_account **months; /* [history.n_months]; NULL: not of that month */
  GArray *recalls;                    /* struct ledger_recall, in order of use */
};

struct ledger {
  const struct problem *problem;
  struct ledger_account *accounts; /* [clinicians] */
};

/* The problem must outlive it. Free with ledger_free (NULL is fine). */
struct ledger *ledger_new(const struct problem *problem);
void ledger_free(struct ledger *ledger);

#endif
