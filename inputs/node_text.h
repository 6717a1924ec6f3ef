/* A tree back as text. */
#ifndef ROTA_INPUTS_NODE_TEXT_H
#define ROTA_INPUTS_NODE_TEXT_H

#include "inputs/node.h"

#include <glib.h>

/* Appends the node on one line, as YAML that is read as the same; of a map at the top without the
 * key `without`, unless that is NULL. */
void node_text(GString *out, const struct node *node, const char *without);

#endif
