/* Why can nobody do this? For a task wanted somewhere at some time, every
 * clinician is counted once, under what comes closest to a yes. */
#ifndef ROTA_PLANNING_WHY_H
#define ROTA_PLANNING_WHY_H

#include "model/problem.h"

#include <glib.h>

/* From worst to best. */
enum why_reason {
  WHY_UNABLE, /* lacks the skill, the band or the stage */
  WHY_AWAY,   /* not in the working pattern, on leave, or the service is closed */
  WHY_BARRED, /* a hard rule bars it, whatever else is in the rota */
  WHY_BUSY,   /* does something else in that session */
  WHY_FREE,   /* could, but another rule or its price keeps this person off */
  WHY_DOING,  /* does it */
  WHY_REASONS,
};

struct why_bar {
  int use; /* of a rule, in service.uses: the first that bars */
  int count;
};

struct why {
  int count[WHY_REASONS];
  GArray *bars; /* struct why_bar, whom WHY_BARRED is made of, most first */
  GArray *free; /* struct assignment: one of each who is WHY_FREE */
};

/* What is wanted. */
struct why_question {
  int task;
  const bool *sites; /* [sites]; NULL: wherever the task is done */
  const bool *slots; /* [month slots]: any of them would do; NULL: all */
};

/* `rota` may be NULL: then nobody is busy. Free with why_free. */
struct why *why_new(const struct problem *problem, const struct rota *rota,
                    const struct why_question *question);
void why_free(struct why *why); /* NULL is fine */

/* How many have the skill, the band and the stage for it. */
int why_able(const struct why *why);

#endif
