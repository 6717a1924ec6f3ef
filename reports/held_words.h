/* What holds a rota back, in words: the same on the terminal and on pages. */
#ifndef ROTA_REPORTS_HELD_WORDS_H
#define ROTA_REPORTS_HELD_WORDS_H

#include "model/waiting/outcome.h"

/* At most three lines (char *), of what holds most sessions back: "rooms at Hove hub: 63 sessions
 * went elsewhere; 2 more rooms would take them". Beside a baseline (NULL: none) only of what holds
 * more than there, and by how much more; none where one of the two has no rota.
 * g_ptr_array_unref it. */
GPtrArray *held_lines(const struct outcome *outcome, const struct outcome *baseline);

#endif
