/* The figures that the checks of several rules need, worked out from
 * docs/model.md a second time. For check only: emit, and whoever reports, has
 * model/contract.h and model/satisfaction.h. A mistake on one side then shows as a
 * disagreement. */
#ifndef ROTA_MODEL_RECKONING_H
#define ROTA_MODEL_RECKONING_H

#include "model/problem.h"

/* What the clinician owes this month, in whole quarters of an hour. */
int reckoning_contract_minutes(const struct problem *problem, int clinician,
                               const struct scope *scope);

/* pts(c, s, t, p) of docs/model.md: what the assignment is worth to whom it is for. */
int reckoning_points(const struct problem *problem, const struct assignment *item);

/* ppl(c, c'): what meeting `other` is worth to the clinician. */
int reckoning_person_points(const struct problem *problem, int clinician, int other);

/* Does the request speak of that slot? */
bool reckoning_speaks_of(const struct problem *problem, const struct session_request *request,
                         int slot);

/* Is the date in a published month that began at most so many months before this one? */
bool reckoning_looks_back(const struct problem *problem, int months, int date);

#endif
