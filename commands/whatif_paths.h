/* The scenario files that a command line names. */
#ifndef ROTA_COMMANDS_WHATIF_PATHS_H
#define ROTA_COMMANDS_WHATIF_PATHS_H

#include <glib.h>

/* Each argument as it is, or, where it is a folder, the .yaml and .yml files in
 * it, sorted by name; char *, g_ptr_array_unref it. NULL, having said why, when a
 * folder has none. */
GPtrArray *whatif_paths(char **arguments, int count);

#endif
