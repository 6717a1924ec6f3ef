/* The figures of a variant that was built, and of each other search of it. */
#ifndef ROTA_PLANNING_VARIANT_MEASURE_H
#define ROTA_PLANNING_VARIANT_MEASURE_H

#include "planning/searches.h"
#include "planning/variant_build.h"

/* Measures the best rota, builds what follows the month (ahead.h), and follows the waiting list.
 * What else the searches found is measured likewise into the outcome's `others`; the bands of the
 * waiting list then hold all of them. Sets the outcome's status. */
void variant_measure(const struct variant *variant, const struct variant_settings *settings,
                     const struct searched *searched, const struct outcome *baseline,
                     struct outcome *outcome);

#endif
