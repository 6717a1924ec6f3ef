/* Every kind of change that a scenario can make: what it may say, and what it does.
 * Each is lever_NAME.c, or in the file of a near relation. */
#ifndef ROTA_SCENARIOS_LEVERS_H
#define ROTA_SCENARIOS_LEVERS_H

#include "scenarios/making.h"

/* Reads the body of a change and edits the trees. */
typedef void lever(struct making *making, const struct node *body);

lever lever_add, lever_close, lever_cover, lever_demand, lever_dna, lever_evenings, lever_event,
    lever_follow_ups, lever_leave, lever_list, lever_move, lever_open, lever_remove, lever_set,
    lever_sickness, lever_vacancy;

/* The keys of each. `cover`, `dna` and `follow_ups` take those of a line of demand and
 * of the waiting list, `set` any path. Besides their own, `add` takes those of a
 * clinician, `open` those of a site, and `evenings` how many people are needed. */
extern const struct keys lever_add_keys, lever_close_keys, lever_demand_keys, lever_evenings_keys,
    lever_event_keys, lever_leave_keys, lever_list_keys, lever_move_keys, lever_open_keys,
    lever_remove_keys, lever_sickness_keys, lever_vacancy_keys;

#endif
