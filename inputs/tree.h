/* Reads a YAML file into a tree of nodes, bounded in depth, size and aliases so
 * that no file can make a reader run away. */
#ifndef ROTA_INPUTS_TREE_H
#define ROTA_INPUTS_TREE_H

#include "inputs/node.h"
#include "inputs/source.h"
#include "model/arena.h"

/* The file's only document; an empty file is an empty scalar. All memory is the
 * arena's, but the places point at `path`. NULL: the file can't be read as YAML,
 * and the diagnostics say why. */
const struct node *tree_read(const struct source_file *file, const char *path, struct arena *arena,
                             struct diagnostics *diagnostics);

#endif
