/* Moves of several slots at once, for months in which rules bind days to each other: runs of
 * working days, days off together, weekends. One slot changed alone breaks such a rule. */
#ifndef ROTA_SOLVER_ANNEAL_SPANS_H
#define ROTA_SOLVER_ANNEAL_SPANS_H

#include "solver/anneal/roster.h"

/* This clinician and that of `other` exchange what they do from the cell's slot on, for a while of
 * random length, wherever both can. False: nothing was changed. */
bool span_exchange(struct roster *roster, int cell, int other, struct dice *dice);

/* From the cell's slot on, for a while, its clinician does the task of `column` at its site
 * wherever they can, or for ROSTER_NOTHING nothing. False: nothing was changed. */
bool span_fill(struct roster *roster, int cell, int column, struct dice *dice);

#endif
