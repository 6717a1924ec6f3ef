/* Every kind of change that a scenario can make, each in a file of its own. */
#ifndef ROTA_INPUTS_LEVERS_H
#define ROTA_INPUTS_LEVERS_H

#include "inputs/making.h"

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

#endif
