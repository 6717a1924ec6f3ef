/* What lines of demand ask for of a task, or joint lines alone of any, in groups, as the check of
 * rule `asked` reads it, worked out from docs/model.md a second time. For check only: emit has
 * model/ask_groups.h. */
#ifndef ROTA_MODEL_REQUESTS_H
#define ROTA_MODEL_REQUESTS_H

#include "model/problem.h"

/* Requests that have work in common. */
struct request_group {
  int64_t room;              /* how often they ask for it; 0 where there is no such group */
  const struct demand *line; /* the only one that asks, in the period, or NULL */
  int period;
  int slot, last_slot; /* of its first and last session; NONE: it has no work */
  int task, site;      /* NONE: several */
};

struct requests {
  const struct problem *problem;
  int task;                     /* NONE: what joint lines alone ask for */
  int *group;                   /* [slots * sites], or [slots * tasks * sites]; INT_MAX where none
                                   of the lines is needed, or asks */
  struct request_group *groups; /* [n_groups] */
  int n_groups;
};

/* Free with requests_free. */
struct requests *requests_new(const struct problem *problem, int task);
void requests_free(struct requests *requests);

/* The group that the work is in, or NONE. */
int requests_group(const struct requests *requests, const struct assignment *work);

#endif
