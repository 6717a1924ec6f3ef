/* Comparing what a rota states of itself with what its assignments add up to. */
#ifndef ROTA_PLANNING_DIFFERENCES_H
#define ROTA_PLANNING_DIFFERENCES_H

#include <glib.h>
#include <jansson.h>

/* Appends to `differences` (char *, for g_free) a sentence for each figure in
 * which the stated document is not as the true one: another value, one left
 * out, one too many. */
void differences_add(const json_t *truth, const json_t *stated, GPtrArray *differences);

#endif
