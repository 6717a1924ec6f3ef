/* When each person meets the one above, where everybody has only so much time: the most pairs
 * that can be held. */
#ifndef ROTA_MODEL_PAIRING_H
#define ROTA_MODEL_PAIRING_H

#include <stdbool.h>

/* Person c is to meet above[c] (-1: nobody), at one of the times t at which
 * can[c * n_times + t], and takes part, above or below, in room[c * n_times + t] meetings then at
 * most. Gives as many pairs as can be a time, and returns each person's, or -1. docs/model.md,
 * section 5, says which of several ways it is. People may be above each other in a circle. g_free
 * it. */
int *pairing_find(const int *above, int n_people, const bool *can, const int *room, int n_times);

#endif
