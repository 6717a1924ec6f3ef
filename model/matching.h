/* Who can go where when places are few: the most pairs that fit (a maximum matching,
 * by augmenting paths). */
#ifndef ROTA_MODEL_MATCHING_H
#define ROTA_MODEL_MATCHING_H

#include <stdbool.h>

/* Gives as many of `n_guests` a place as can be: guest g may go to place p where
 * can[g * n_places + p], and p takes room[p] guests. Returns each guest's place,
 * or -1; those earlier in the list are served first. g_free it. */
int *matching_find(const bool *can, int n_guests, const int *room, int n_places);

#endif
