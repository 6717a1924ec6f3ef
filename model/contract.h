/* What a contract comes to in the month. For emit and for whoever reports; a check
 * has model/reckoning.h. */
#ifndef ROTA_MODEL_CONTRACT_H
#define ROTA_MODEL_CONTRACT_H

#include "model/problem.h"

/* Minutes a clinician owes this month: the contract's share of the ordinary
 * sessions of the pattern in which the person is present, each post's by itself, to the
 * nearest 15 minutes; or only of the days on which the scope has the person. */
int contract_minutes(const struct problem *problem, int clinician, const struct scope *scope);

/* A person's own bounds of the month in minutes: by its days, the mean of those that hold;
 * UNLIMITED where on any day there is none. */
struct own_hours {
  int fewest, most;
};
struct own_hours contract_own_hours(const struct problem *problem, int clinician);

#endif
