/* The days after a month for which the service has a rota already: what they offer is known. */
#ifndef ROTA_PLANNING_KNOWN_DAYS_H
#define ROTA_PLANNING_KNOWN_DAYS_H

#include "model/diagnostics.h"
#include "model/status.h"
#include "model/waiting/capacity.h"

struct known_day {
  int date;
  struct capacity_day offers;
};

/* Of the months of the service's folder that begin after the date: those that are published, or
 * that have a rota.json that breaks no rule. struct known_day, in order of date; g_array_unref it.
 * Where such a month has mistakes they are in the diagnostics. */
enum status known_days_read(const char *directory, int after, struct diagnostics *diagnostics,
                            GArray **out);

/* Is there such a month, whatever is in it? */
bool known_days_may_be(const char *directory, int after);

#endif
