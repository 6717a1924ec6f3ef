/* What `set` changes, in people's words. */
#ifndef ROTA_SCENARIOS_SET_WORDS_H
#define ROTA_SCENARIOS_SET_WORDS_H

#include "scenarios/path_parts.h"

/* Appends "Hove hub: 5 rooms instead of 4" of a value that was put in its place. */
void set_words(const struct path *path, GString *out);

/* Appends "80:20 becomes 70:30" if the value is a side of a ratio; `other` is the path of the
 * ratio's other side, NULL where that stays as it is. False, and nothing, for anything else. */
bool set_words_ratio(const struct path *path, const struct path *other, GString *out);
/* Are these the two sides of one ratio? */
bool set_words_is_pair(const struct path *one, const struct path *two);

#endif
