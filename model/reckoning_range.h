/* The most and the fewest points that the month has for somebody, worked out from docs/model.md
 * a second time. For check only: emit, and whoever reports, has model/satisfaction.h. */
#ifndef ROTA_MODEL_RECKONING_RANGE_H
#define ROTA_MODEL_RECKONING_RANGE_H

#include "model/problem.h"

int reckoning_best(const struct problem *problem, int clinician);
int reckoning_worst(const struct problem *problem, int clinician);

#endif
