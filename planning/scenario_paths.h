/* The scenario files that somebody names. */
#ifndef ROTA_PLANNING_SCENARIO_PATHS_H
#define ROTA_PLANNING_SCENARIO_PATHS_H

#include <glib.h>

/* Each word as it is, or, where it is a folder, the .yaml and .yml files in it, sorted
 * by name; char *, g_ptr_array_unref it. NULL, and why, for g_free, in `*message`, when
 * a folder has none. */
GPtrArray *scenario_paths(char **words, int count, char **message);

#endif
