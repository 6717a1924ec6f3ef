/* Every kind of change that a scenario can make, each in a file of its own. */
#ifndef ROTA_SCENARIOS_LEVERS_H
#define ROTA_SCENARIOS_LEVERS_H

#include "scenarios/making.h"

void lever_add(struct making *making, const struct node *body);
void lever_close(struct making *making, const struct node *body);
void lever_cover(struct making *making, const struct node *body);
void lever_demand(struct making *making, const struct node *body);
void lever_dna(struct making *making, const struct node *body);
void lever_evenings(struct making *making, const struct node *body);
void lever_event(struct making *making, const struct node *body);
void lever_follow_ups(struct making *making, const struct node *body);
void lever_leave(struct making *making, const struct node *body);
void lever_list(struct making *making, const struct node *body);
void lever_move(struct making *making, const struct node *body);
void lever_open(struct making *making, const struct node *body);
void lever_remove(struct making *making, const struct node *body);
void lever_set(struct making *making, const struct node *body);
void lever_sickness(struct making *making, const struct node *body);
void lever_vacancy(struct making *making, const struct node *body);

/* What may be written of each; `cover`, `dna` and `follow_ups` take the keys of a
 * line of demand and of the waiting list, `set` any path. */
extern const struct keys lever_add_keys, lever_close_keys, lever_demand_keys, lever_evenings_keys,
    lever_event_keys, lever_leave_keys, lever_list_keys, lever_move_keys, lever_open_keys,
    lever_remove_keys, lever_sickness_keys, lever_vacancy_keys;

#endif
