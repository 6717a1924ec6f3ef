/* Edits of what a person wrote: each makes a new node and leaves the old one as
 * it was, so that shared nodes (aliases) change in one place only. All memory is
 * the arena's. */
#ifndef ROTA_SCENARIOS_EDIT_H
#define ROTA_SCENARIOS_EDIT_H

#include "inputs/node.h"
#include "model/arena.h"

#include <glib.h>

const struct node *edit_scalar(struct arena *arena, struct where where, const char *text);
const struct node *edit_map(struct arena *arena, struct where where);
const struct node *edit_list(struct arena *arena, struct where where);

/* The map with that key's value replaced, or the key added at the end. */
const struct node *edit_put(struct arena *arena, const struct node *map, const struct node *key,
                            const struct node *value);
/* The same with a key and a text written at `where`. */
const struct node *edit_put_text(struct arena *arena, const struct node *map, struct where where,
                                 const char *key, const char *text);
/* The map without that key. */
const struct node *edit_drop(struct arena *arena, const struct node *map, const char *key);
/* The list with one more item. */
const struct node *edit_append(struct arena *arena, const struct node *list,
                               const struct node *item);
/* The list with another item at `index`, or without it when `item` is NULL. */
const struct node *edit_replace(struct arena *arena, const struct node *list, int index,
                                const struct node *item);

/* Appends the node as YAML in one line, cut short when it is long. */
void edit_show(const struct node *node, GString *out);

#endif
