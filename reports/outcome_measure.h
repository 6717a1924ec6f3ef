/* The answers of an outcome, taken from what was built. */
#ifndef ROTA_REPORTS_OUTCOME_MEASURE_H
#define ROTA_REPORTS_OUTCOME_MEASURE_H

#include "model/audit.h"
#include "model/outcome.h"

/* All that follows from a checked rota and the problem it is of: cost (but not
 * what was proven of it), cover, contacts, people. */
void outcome_measure_rota(struct outcome *outcome, const struct audit *audit);

/* Contacts lost to DNA in the month, once outcome_measure_rota is done. */
void outcome_measure_lost(struct outcome *outcome, const struct waiting_list *list);

/* The forecast of the waiting list, and the published checks of its groups. */
void outcome_measure_waiting(struct outcome *outcome, const struct waiting_forecast *forecast,
                             const struct waiting_check *checks);

#endif
