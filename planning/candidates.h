/* What might help, built: ideas as scenarios in memory. */
#ifndef ROTA_PLANNING_CANDIDATES_H
#define ROTA_PLANNING_CANDIDATES_H

#include "planning/advice.h"
#include "planning/compare.h"

/* Builds the ideas (struct idea) side by side from the rota of the month as it is,
 * which is built, and appends a struct advice_candidate for each, those that save most
 * first. An idea that the service's own files can't take (a rule refers to what it
 * changes) is left out. */
void candidates_add(const struct comparison *comparison, const GPtrArray *ideas,
                    const struct variant_settings *settings, const struct start *rota,
                    struct variant_queue_watch watch, GPtrArray *candidates);

#endif
