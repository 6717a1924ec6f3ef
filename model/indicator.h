/* Whether any of some candidates is chosen: for the rows of rules that count
 * days, sessions or sites rather than assignments. For emit only. */
#ifndef ROTA_MODEL_INDICATOR_H
#define ROTA_MODEL_INDICATOR_H

#include "model/formulation.h"

/* Takes candidates of one clinician, ascending, in an array of int, and puts
 * columns in their place whose sum is 1 when any candidate is chosen and 0 when
 * none is: the candidates themselves where at most one can be, otherwise a new
 * column and the rows that tie it to them. Not while a row is in the making. */
void indicator_make(struct formulation *formulation, struct label label, GArray *columns);

/* Adds `coefficient` times that sum to the row in the making. */
void indicator_term(struct formulation *formulation, const GArray *columns, int64_t coefficient);

#endif
