/* Words people mistype: which known one is nearest. */
#ifndef ROTA_MODEL_NEAREST_H
#define ROTA_MODEL_NEAREST_H

/* The number of letters left out, put in, changed or swapped with a neighbour
 * (Damerau 1964, restricted: no piece is edited twice). */
int nearest_distance(const char *a, const char *b);

/* The known word nearest to `word`, the first of equals; NULL when none is
 * near enough to be meant. */
const char *nearest_word(const char *word, const char *const *known, int count);

#endif
