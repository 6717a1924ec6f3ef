/* Why there is no lawful rota, in words. */
#ifndef ROTA_PLANNING_CONFLICT_H
#define ROTA_PLANNING_CONFLICT_H

#include "model/problem.h"
#include "model/programme.h"

/* The rules whose rows rows[count] can't all hold, each with its line, its
 * sentence, and whom, when and where it is about. `irreducible`: take any of
 * them away, and the others can be kept. g_free the text. */
char *conflict_text(const struct problem *problem, const struct programme *programme,
                    const int *rows, int count, bool irreducible);

/* Why the one assignment that the label names can't be, or who could be there at all for the task
 * that it names; NULL: it can, or the label names neither. g_free it. */
char *conflict_reason(const struct problem *problem, const struct label *at);

#endif
