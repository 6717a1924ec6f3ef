/* What a rota is short of, by the rules' checks alone, and a programme of its losses: a second
 * reading of what a repair holds on to. */
#ifndef ROTA_TESTS_SUPPORT_MISSING_H
#define ROTA_TESTS_SUPPORT_MISSING_H

#include "model/audit.h"
#include "model/programme.h"

#include <glib.h>

/* Missing people and sessions by what asks for them: of the events, all that they need.
 * g_hash_table_unref it. */
GHashTable *missing_in(const struct audit *audit);

/* Adds columns that cost so much for each person or session that is missing beyond `before`: what
 * was missing before is no loss. */
void missing_price(struct programme *programme, const struct problem *problem, GHashTable *before,
                   int64_t weight);

#endif
