/* What comes back in every month (`events` of service.yaml), after the month: it is built once, in
 * weeks of its own, for the service as it is, and counts in each week in which the same comes back.
 * docs/what-if.md, "The weeks". */
#ifndef ROTA_PLANNING_RECURRING_WEEKS_H
#define ROTA_PLANNING_RECURRING_WEEKS_H

#include "model/waiting/capacity.h"

/* The Mondays (int) of such weeks, SCENARIO_ORDINARY_WEEKS each, so that every event which comes
 * back after the date takes place in some of them; g_array_unref it. */
GArray *recurring_weeks_find(const struct service *service, int after);

/* Adds to `days` (struct outcome_day, kept in order of date) those of the weeks after the month, up
 * to `end`, in which something comes back: what the week of `built` (struct capacity) in which the
 * same does, or most of it, offers more than is usual. Days that are there already stay. `month`
 * knows what is usual. */
void recurring_weeks_note(const struct capacity *month, const GPtrArray *built, int end,
                          GArray *days);

#endif
