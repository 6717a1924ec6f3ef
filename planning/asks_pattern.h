/* Patterns that no rota can, or may, let people work. */
#ifndef ROTA_PLANNING_ASKS_PATTERN_H
#define ROTA_PLANNING_ASKS_PATTERN_H

#include "model/problem.h"
#include "planning/asks_ledger.h"

/* Notes of each pattern whether it has sessions that the service never has, events' besides; and
 * everybody whose whole pattern, worked in the month as if nobody were away and
 * nothing had come before, would break a hard rule on hours: sessions that touch, rest that
 * is too short, too many hours or days. */
void asks_pattern(const struct problem *problem, struct asks_ledger *ledger);

#endif
