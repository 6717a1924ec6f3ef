/* Why nobody more does one task, at one site, in one session: person by person what is in the
 * way, and the rota in which it is done. */
#ifndef ROTA_PLANNING_WHY_GAP_H
#define ROTA_PLANNING_WHY_GAP_H

#include "planning/consequence.h"
#include "planning/why.h"

struct gap_question {
  int slot, task, site;
};

/* Of those who are free, or do something else that isn't locked, each was tried: the rota with
 * the work in place of what they do then, all else as it is. */
struct gap_person {
  int clinician;
  struct why_verdict verdict;
  bool locked;     /* what they do then is */
  bool tried;      /* the next three are known */
  GArray *breaks;  /* int: uses of which more hard limits are then broken, in order */
  int64_t dearer;  /* the rota, where none is; negative: it saves */
  char *elsewhere; /* the dearest that rules then find besides; NULL: nothing */
  int64_t elsewhere_cost;
};

/* A list of these; g_ptr_array_unref it. */
GPtrArray *gap_people_new(void);
/* Adds the person of the verdict, not tried, who stays the list's. */
struct gap_person *gap_people_add(GPtrArray *people, const struct audit *audit,
                                  const struct why_verdict *verdict);
/* Is the person free, or does something else that isn't locked? */
bool gap_person_is_open(const struct gap_person *person);
/* Closest to a yes first. */
void gap_people_sort(GPtrArray *people);

/* How the clinician is with the work. */
struct why_verdict why_gap_verdict(const struct audit *audit, const struct gap_question *question,
                                   int clinician);

struct gap_answer {
  const struct audit *before; /* of the rota in question */
  struct gap_question question;
  int done;          /* how many do it in the rota */
  GPtrArray *people; /* struct gap_person, of all who have the skill, closest to a yes first */
  int unable;        /* how many have not */
  struct consequence consequence; /* of one more who does it */
};

/* The rota must be one that around_is_possible. The answer is the caller's, for
 * gap_answer_clear. */
void why_gap_answer(const struct audit *audit, const struct gap_question *question,
                    const struct build_settings *settings, struct gap_answer *out);
void gap_answer_clear(struct gap_answer *answer);

#endif
