/* Puts a value where a path leads: "tasks.clinic.slots.new", "rules.ratio[2].within",
 * "demand.clinic[hove].need". */
#ifndef ROTA_SCENARIOS_PATH_H
#define ROTA_SCENARIOS_PATH_H

#include "scenarios/path_parts.h"

/* The node with the value put where `rest` leads. `section` is the node's own name
 * when it is a section of a file, "" when it is the file, and NULL further down.
 * NULL: reported. */
const struct node *path_put(struct path *path, const struct node *node, const char *rest,
                            const char *section);

#endif
