/* Who goes where when places are few and not all alike: the assignment of the greatest gain. */
#ifndef ROTA_MODEL_WEIGHTED_MATCHING_H
#define ROTA_MODEL_WEIGHTED_MATCHING_H

/* The greatest sum of gains when guest g may go to at most one place, p at a gain of
 * gain[g * n_places + p], and p takes room[p] guests. Where the gain is not above 0 nobody
 * goes. By the best augmenting path for one guest after the other, so exact. */
int weighted_matching(const int *gain, int n_guests, const int *room, int n_places);

#endif
