/* A month's programme as text, for another solver. */
#ifndef ROTA_PLANNING_PROGRAMME_EXPORT_H
#define ROTA_PLANNING_PROGRAMME_EXPORT_H

#include "model/problem.h"
#include "model/status.h"

enum programme_format { PROGRAMME_MPS, PROGRAMME_LP };

/* STATUS_OK: the text is the caller's, for g_free. STATUS_IO: there is no room to
 * write it on the way; STATUS_INTERNAL: GLPK refused. */
enum status programme_export(const struct problem *problem, enum programme_format format,
                             char **out);

#endif
