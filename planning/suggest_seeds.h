/* What a suggestion begins with, by its purpose: plans that have what is asked for, whatever they
 * leave undone; and why there are no others. */
#ifndef ROTA_PLANNING_SUGGEST_SEEDS_H
#define ROTA_PLANNING_SUGGEST_SEEDS_H

#include "planning/suggest.h"
#include "planning/suggest_search.h"

/* Adds to `seeds` (struct suggest_plan, priced), and pins what must stay for the purpose. */
void suggest_seed_gap(struct suggest_search *search, const struct suggest_request *request,
                      GArray *seeds);
/* These add to `refusals` (struct suggest_refusal) what can't be begun with at all. */
void suggest_seed_swap(struct suggest_search *search, const struct suggest_request *request,
                       GArray *seeds, GPtrArray *refusals);
void suggest_seed_day(struct suggest_search *search, const struct suggest_request *request,
                      GArray *seeds, GPtrArray *refusals);

/* Counts one more under that reason; takes `why`. */
void suggest_refuse(GPtrArray *refusals, char *why, const char *what);
/* A list of them; g_ptr_array_unref it. */
GPtrArray *suggest_refusals_new(void);
/* "would break rooms (service.yaml:70)", of a plan that isn't lawful; of several rules all. g_free
 * it. */
char *suggest_broken_text(const struct suggest_search *search, const struct suggest_plan *plan);

#endif
