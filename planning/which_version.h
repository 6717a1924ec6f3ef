/* Of which version a rota is, told by its assignments, whatever its file is called. */
#ifndef ROTA_PLANNING_WHICH_VERSION_H
#define ROTA_PLANNING_WHICH_VERSION_H

#include "model/problem.h"

#include <glib.h>

struct rota_file; /* inputs/rota_reader.h */

/* "version 2 of 2027-01, the current one", "version 1 of 2027-01; the current one is version 2",
 * "draft 1 of 2027-01, comments until 2026-12-20", "not published: the current one of
 * 2027-01 is version 2". NULL: the month is not published, nor the rota one of its drafts.
 * `is_old` (NULL is fine): is another version the current one, and this no draft? g_free it. */
char *which_version_words(const char *directory, const char *month_id, const struct rota_file *file,
                          bool *is_old);

/* The rotas that were published up to this one and with it, the oldest first: all versions up to
 * the last that is the same, and, where none is, all of them and this one. g_ptr_array_unref the
 * struct rota. */
GPtrArray *which_version_so_far(const char *directory, const struct problem *problem,
                                const struct rota *rota);

#endif
