/* A programme as `rota export --mps` and `--placements` wrote it, read back: what
 * solve_mps.c measures the solver on. Reads free MPS with whole numbers only. */
#ifndef ROTA_SCRIPTS_BENCHMARK_FROZEN_PROGRAMME_H
#define ROTA_SCRIPTS_BENCHMARK_FROZEN_PROGRAMME_H

#include "model/programme.h"

#include <glib.h>

/* The labels of placements come from the list of them; those of other columns from their
 * names, where a clinician or a day and session stands in these. Files ending in .xz are
 * unpacked by xz. NULL, and `error` set: a file can't be read, or isn't such a programme.
 * Free with programme_free. */
struct programme *frozen_programme_read(const char *mps, const char *placements, GError **error);

#endif
