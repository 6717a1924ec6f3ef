/* Paths into what was written: "tasks.clinic.slots.new", "rules.ratio[2].within",
 * "demand.clinic[hove].need". */
#ifndef ROTA_SCENARIOS_PATH_H
#define ROTA_SCENARIOS_PATH_H

#include "scenarios/making.h"

/* One value on its way to its place. */
struct path {
  struct making *making;
  const struct node *written; /* the path itself */
  const struct node *value;   /* what is put there; in a list, `off` takes the item out */
  const struct node *old;     /* what was there; NULL: nothing */
};

/* The node with the value put where `rest`, a part of path->written->text, leads.
 * `section` is the node's own name when it is a section of a file, "" when it is
 * the file, and NULL further down. NULL: reported. */
const struct node *path_put(struct path *path, const struct node *node, const char *rest,
                            const char *section);

/* The place of a part of the path, for messages and for keys that are new. */
struct where path_place(const struct path *path, const char *rest);
/* Reports an unknown word of the path. */
void path_unknown(struct path *path, const char *rest, const char *what, const char *word,
                  const GPtrArray *known);

/* The same for lists, of which rules and lines of demand have names. */
const struct node *path_put_list(struct path *path, const struct node *list, const char *rest,
                                 const char *section);

#endif
