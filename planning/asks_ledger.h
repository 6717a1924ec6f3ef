/* What is known, over the months so far, of lines that must count in one of them. */
#ifndef ROTA_PLANNING_ASKS_LEDGER_H
#define ROTA_PLANNING_ASKS_LEDGER_H

#include "model/diagnostics.h"

#include <stdbool.h>

struct asks_ledger;

/* Free with asks_ledger_free. */
struct asks_ledger *asks_ledger_new(void);
void asks_ledger_free(struct asks_ledger *ledger);

/* The line at `where` counts in a month. */
void asks_ledger_counts(struct asks_ledger *ledger, struct where where);
/* It does not, and this is why. */
void asks_ledger_idle(struct asks_ledger *ledger, struct where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Warns of each line that counts in none of the months, by the first of the reasons. */
void asks_ledger_tell(const struct asks_ledger *ledger, struct diagnostics *out);

#endif
