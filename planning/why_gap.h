/* Why nobody more does one task, at one site, in one session: person by person what is in the
 * way, and the rota in which it is done. */
#ifndef ROTA_PLANNING_WHY_GAP_H
#define ROTA_PLANNING_WHY_GAP_H

#include "planning/consequence.h"
#include "planning/why.h"

struct gap_question {
  int slot, task, site;
};

/* How the clinician is with the work. */
struct why_verdict why_gap_verdict(const struct audit *audit, const struct gap_question *question,
                                   int clinician);

struct gap_answer {
  const struct audit *before; /* of the rota in question */
  struct gap_question question;
  int done;          /* how many do it in the rota */
  GPtrArray *people; /* struct why_person, of all who have the skill, closest to a yes first */
  int unable;        /* how many have not */
  struct consequence consequence; /* of one more who does it */
};

/* The rota must be one that around_is_possible. The answer is the caller's, for
 * gap_answer_clear. */
void why_gap_answer(const struct audit *audit, const struct gap_question *question,
                    const struct build_settings *settings, struct gap_answer *out);
void gap_answer_clear(struct gap_answer *answer);

#endif
