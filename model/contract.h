/* What a contract comes to in the month. For emit and for whoever reports; a check
 * has model/reckoning.h. */
#ifndef ROTA_MODEL_CONTRACT_H
#define ROTA_MODEL_CONTRACT_H

#include "model/problem.h"

/* Minutes a clinician owes this month: the contract's share of the ordinary
 * sessions of the pattern in which the person is present, to the nearest 15
 * minutes. */
int contract_minutes(const struct problem *problem, int clinician);

#endif
