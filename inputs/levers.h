/* Every kind of change that a scenario can make, each in a file of its own. */
#ifndef ROTA_INPUTS_LEVERS_H
#define ROTA_INPUTS_LEVERS_H

#include "inputs/making.h"

void lever_add(struct making *making, const struct node *body);
void lever_remove(struct making *making, const struct node *body);
void lever_vacancy(struct making *making, const struct node *body);
void lever_set(struct making *making, const struct node *body);

#endif
