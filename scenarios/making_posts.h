/* People whose posts change, in a scenario: it begins with the month's first day, so that
 * what changed before is as if it had always been so. */
#ifndef ROTA_SCENARIOS_MAKING_POSTS_H
#define ROTA_SCENARIOS_MAKING_POSTS_H

#include "scenarios/making.h"

/* The clinician's body with the changes up to the month's first day laid into it, and only
 * the later ones left. */
const struct node *making_posts_begin(struct making *making, const struct node *body);
/* Without the changes after that day. */
const struct node *making_posts_until(struct making *making, const struct node *body, int last);

/* Returns what becomes of a value that holds from that date on. */
typedef const struct node *posts_edit(struct making *making, const struct node *value, int date,
                                      void *data);
/* The body with the values of a key edited, the person's own and those of each change. */
const struct node *making_posts_edit(struct making *making, const struct node *body,
                                     const char *key, posts_edit *edit, void *data);

#endif
