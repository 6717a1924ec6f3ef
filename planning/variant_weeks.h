/* Reading the weeks after the month: ordinary ones for each state of the service that lasts, and
 * some more for whatever happens once. */
#ifndef ROTA_PLANNING_VARIANT_WEEKS_H
#define ROTA_PLANNING_VARIANT_WEEKS_H

#include "planning/variant.h"

/* Adds them to the variant, whose month has been read from these sources; otherwise the diagnostics
 * say what is wrong. */
enum status variant_weeks_read(struct source *source, struct source *scenarios,
                               struct diagnostics *diagnostics, struct variant *variant);
void variant_weeks_clear(struct variant *variant);

#endif
