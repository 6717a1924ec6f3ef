/* What a rota adds up to, for each clinician and in all. */
#ifndef ROTA_PLANNING_FIGURES_H
#define ROTA_PLANNING_FIGURES_H

#include "model/audit.h"
#include "model/satisfaction.h"

struct stream_minutes {
  int64_t generalist, specialist;
};

struct person_figures {
  int sessions;
  int minutes, contract_minutes;
  struct stream_minutes streams;
  int satisfaction_percent; /* -1: nothing was asked for */
  struct avoidance avoidance;
};

struct figures {
  struct person_figures *people; /* [clinicians] */
  struct stream_minutes streams;
  struct avoidance avoidance;
  int locked;            /* assignments fixed before the build */
  int asked;             /* clinicians with a satisfaction figure */
  int mean_satisfaction; /* of those, whole percent, rounded down; -1: nobody */
};

/* Free with figures_free (NULL is fine). */
struct figures *figures_new(const struct problem *problem, const struct rota *rota);
void figures_free(struct figures *figures);

/* The generalist share in hundredths of a percent, rounded to the nearest; -1
 * when there is no work of either stream. */
int64_t figures_generalist_hundredths(struct stream_minutes minutes);

#endif
