/* Fills in the figures of an outcome from what was built. */
#ifndef ROTA_PLANNING_OUTCOME_MEASURE_H
#define ROTA_PLANNING_OUTCOME_MEASURE_H

#include "model/assessment.h"
#include "model/waiting/capacity.h"
#include "model/waiting/outcome.h"

/* All that follows from a rota by itself: cost (but not what was proven of it),
 * cover, people. */
void outcome_measure_rota(struct outcome *outcome, const struct assessment *assessment);

/* First contact of each PCN, and the contacts offered in the month; with a list
 * also those of them that are lost to DNA (NULL: none). */
void outcome_measure_capacity(struct outcome *outcome, const struct capacity *capacity,
                              const struct waiting_list *list);

/* After the next, where the service says how many are ill: new slots that fall to it. */
void outcome_measure_sickness(struct outcome *outcome, const struct waiting_forecast *forecast,
                              const struct waiting_supply *supply);
/* After the next, where the service calls people who wait: what comes of it. */
void outcome_measure_calls(struct outcome *outcome, const struct waiting_forecast *forecast,
                           const struct waiting_supply *supply, const struct waiting_list *list);
/* After the next, where the service offers first contact: how much, week by week, and what is lost
 * of it; unknown where the supply doesn't say. */
void outcome_measure_first_contact(struct outcome *outcome, const struct capacity_horizon *horizon,
                                   const struct waiting_supply *supply,
                                   const struct waiting_list *list);

/* The forecast where the service's people wait in several areas, for waiting_forecast_free, and
 * what becomes of each; `supply` is the horizon's. */
struct waiting_forecast *outcome_forecast_areas(struct outcome *outcome,
                                                const struct service *service,
                                                const struct capacity_horizon *horizon,
                                                const struct waiting_supply *supply,
                                                const struct waiting_settings *settings);

/* The forecast of the waiting list, and the published checks of its groups. */
void outcome_measure_waiting(struct outcome *outcome, const struct waiting_forecast *forecast,
                             const struct waiting_check *checks);

#endif
