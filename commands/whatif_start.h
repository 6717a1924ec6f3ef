/* A rota by its words, to start another build from: of the same service or of
 * one that a scenario has changed. */
#ifndef ROTA_COMMANDS_WHATIF_START_H
#define ROTA_COMMANDS_WHATIF_START_H

#include "model/problem.h"
#include "model/programme.h"

struct start;

/* The start owns its texts; free with start_free (NULL is fine). */
struct start *start_of_rota(const struct problem *problem, const struct rota *rota);
/* Of a rota.json or rota.csv; NULL where there is none that can be read. */
struct start *start_read(const char *path);
void start_free(struct start *start);

/* Its assignments as a rota of the problem, for rota_free. `*missed`: how many
 * there were that the problem has no candidate for; they are left out. */
struct rota *start_match(const struct start *start, const struct problem *problem, int *missed);

/* Values for all columns of the problem's programme, 1 for each assignment of
 * the rota; what rules count for themselves is 0. g_free them. */
int64_t *start_values(const struct problem *problem, const struct programme *programme,
                      const struct rota *rota);

#endif
