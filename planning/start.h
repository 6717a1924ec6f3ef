/* A rota by its words, to start another build from: of the same service or of
 * one that a scenario has changed. */
#ifndef ROTA_PLANNING_START_H
#define ROTA_PLANNING_START_H

#include "model/problem.h"

struct start;

/* The start owns its texts; free with start_free. */
struct start *start_of_rota(const struct problem *problem, const struct rota *rota);
/* Of a rota.json or rota.csv; NULL where there is none that can be read. */
struct start *start_read(const char *path);
/* The rota.json of the problem's month in the service's folder; NULL where there is
 * none, or where it is no longer a rota of the problem that breaks no rule. */
struct start *start_written(const struct problem *problem, const char *directory);
void start_free(struct start *start); /* NULL is fine */

/* Its assignments as a rota of the problem, for rota_free. `*missed`: how many
 * there were that the problem has no candidate for; they are left out. */
struct rota *start_match(const struct start *start, const struct problem *problem, int *missed);
/* The same of each assignment so many days later, as far as there is a candidate. */
struct rota *start_match_later(const struct start *start, const struct problem *problem, int days);

#endif
