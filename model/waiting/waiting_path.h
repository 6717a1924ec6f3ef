/* One course that a waiting list can take: by chance, or by expected values. */
#ifndef ROTA_MODEL_WAITING_WAITING_PATH_H
#define ROTA_MODEL_WAITING_WAITING_PATH_H

#include "model/waiting/waiting.h"

/* By expected values, people are counted in millionths. */
enum { WAITING_PATH_FRACTION = 1000000 };

struct waiting_path {
  int n_weeks;
  int64_t unit;                                      /* so many make a person */
  int64_t (*of)[WAITING_GROUPS][WAITING_QUANTITIES]; /* [n_weeks + 1] */
};

/* The path of expected values. Free with waiting_path_free (NULL is fine). */
struct waiting_path *waiting_path_expected(const struct waiting_list *list,
                                           const struct waiting_supply *supply);
/* The path that chance takes in that replication of the seed. Who is referred in
 * a week depends on neither the supply nor on what happened before, so that
 * scenarios meet the same chance. */
struct waiting_path *waiting_path_random(const struct waiting_list *list,
                                         const struct waiting_supply *supply, uint64_t seed,
                                         int replication);
void waiting_path_free(struct waiting_path *path);

#endif
