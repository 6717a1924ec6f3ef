/* The parts of a path into what was written: where each of them stands, and which
 * items of a list it picks: by number, by name where items have one, or by a word
 * that they mention, as in "rules.ratio[2].within" and "demand.clinic[hove].need". */
#ifndef ROTA_SCENARIOS_PATH_PARTS_H
#define ROTA_SCENARIOS_PATH_PARTS_H

#include "scenarios/making.h"

struct rule;

/* One value on its way to its place. */
struct path {
  struct making *making;
  const struct node *written; /* the path itself */
  const struct node *value;   /* what is put there; in a list, `off` takes the item out */
  const struct node *old;     /* what was there; NULL: nothing */
  const struct node *item;    /* of a list of rules or of demand: what the one meant says */
  const char *inside;         /* the part of the path that leads on from there */
};

/* Here and below, `rest` is the part of path->written->text that is still to go. */

/* The place of the rest, for messages and for keys that are new. */
struct where path_place(const struct path *path, const char *rest);
/* Reports an unknown word of the path. */
void path_unknown(struct path *path, const char *rest, const char *what, const char *word,
                  const GPtrArray *known);

/* A list that a path goes through. Uses of rules and lines of demand have names. */
struct path_list {
  const struct node *node;
  bool rules, demand;
};

/* `section` is the list's own name when it is a section of a file, else NULL. */
struct path_list path_list(const struct node *node, const char *section);
/* Does the item have the name of a rule as its only key? */
bool path_is_use(const struct path_list *list, const struct node *item);
/* What an item says: of a use, what follows the rule's name. */
const struct node *path_body(const struct path_list *list, const struct node *item);

/* The rule that the rest begins with, when the list has no use of it yet; NULL
 * otherwise. */
const struct rule *path_new_rule(const struct path_list *list, const char *rest);
/* The indices (int) of the items that the beginning of `*rest` picks: one, or any
 * number with [all]. Takes that beginning off `*rest`. g_array_unref it; NULL:
 * reported. */
GArray *path_items(struct path *path, const struct path_list *list, const char **rest);

#endif
