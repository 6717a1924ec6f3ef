/* The tests' tiny world: three clinicians, two hubs, one PCN, February 2027
 * (Monday the 1st to Sunday the 28th), with an example laid over it. It is read
 * as a service of a user would be. */
#ifndef ROTA_TESTS_SUPPORT_WORLD_H
#define ROTA_TESTS_SUPPORT_WORLD_H

#include "inputs/source.h"
#include "model/problem.h"

#define WORLD_MONTH "2027-02"

struct world {
  struct service *service;
  struct month *month;
};

/* The tiny world with `example` over it (NULL: as it is) and `rules` under
 * `rules:`, a YAML list (NULL: none written). Fails the test, saying what was
 * wrong, when the texts are not in order. Free with world_free. */
struct world *world_new(const struct rule_example *example, const char *rules);
void world_free(struct world *world); /* NULL is fine */

/* The same in two steps, for a world of more files than an example has: the
 * files, to add others to, and the reading of them, which frees the source. */
struct source *world_source(const struct rule_example *example, const char *rules);
struct world *world_read(struct source *source, const char *month_id);

/* The world with the use of one rule alone in force, as `example` puts it. */
struct world *world_of_rule(const struct rule *rule, const struct rule_example *example);

/* Reads lines like "ann 2027-02-01 am clinic hove" into an array of
 * struct assignment; g_array_unref it. Fails the test at a line it can't read. */
GArray *world_assignments(const struct world *world, const char *lines);

#endif
