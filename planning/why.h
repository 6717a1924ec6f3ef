/* Finds out why nobody does what is asked for: see model/why.h. */
#ifndef ROTA_PLANNING_WHY_H
#define ROTA_PLANNING_WHY_H

#include "model/audit.h"
#include "model/why.h"

/* What is wanted. */
struct why_question {
  int task;
  const bool *sites;         /* [sites]; NULL: wherever the task is done */
  const bool *slots;         /* [month slots]: any of them would do; NULL: all */
  const struct demand *line; /* of whose tasks, and by whose people; NULL: of the task */
};

/* What comes closest to a yes for one clinician. */
struct why_verdict {
  enum why_reason reason;
  int use; /* of WHY_BARRED: which bars it, in service.uses */
  struct assignment wanted;
};

/* `rota` may be NULL, as below. */
struct why_verdict why_clinician(const struct problem *problem, const struct rota *rota,
                                 const struct why_question *question, int clinician);

/* `rota` may be NULL: then nobody is busy. Nobody is tried. Free with why_free. */
struct why *why_new(const struct problem *problem, const struct rota *rota,
                    const struct why_question *question);
void why_free(struct why *why); /* NULL is fine */

/* Why the finding, a shortfall of the audited rota, is there: who could do the task
 * in one of its sessions and at one of its sites. NULL where it is about no task or
 * about one clinician, and where it says itself that nobody can. Free with why_free. */
struct why *why_of_finding(const struct audit *audit, const struct finding *finding);

#endif
