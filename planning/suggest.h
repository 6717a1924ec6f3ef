/* Ways to change a rota for one purpose: one more for a gap, two people who exchange
 * sessions, a day for somebody. Ranked, each as the whole rota that it leads to. */
#ifndef ROTA_PLANNING_SUGGEST_H
#define ROTA_PLANNING_SUGGEST_H

#include "planning/why_gap.h"

enum suggest_kind { SUGGEST_GAP, SUGGEST_SWAP, SUGGEST_DAY };

struct suggest_request {
  const struct audit *before; /* of a rota that around_is_possible */
  enum suggest_kind kind;
  struct gap_question gap; /* SUGGEST_GAP: one more of it */
  int clinician;           /* SUGGEST_SWAP and SUGGEST_DAY */
  int other;               /* SUGGEST_SWAP: with whom */
  const int *dates;
  int n_dates; /* SUGGEST_SWAP: all of them are in the exchange; SUGGEST_DAY: the day is
                  one of them; none: any */
  int today;   /* nothing before it moves */
  int most;    /* suggestions */
};

/* What can't be done, and why. */
struct suggest_refusal {
  char *why;
  int count;   /* exchanges, or days */
  char *first; /* the first of them */
};

struct suggest_answer {
  GArray *suggestions; /* struct consequence, the cheapest first; of equals the fewest changes */
  GPtrArray *people;   /* SUGGEST_GAP: struct why_person, of all who have the skill but are in no
                          suggestion, closest to a yes first */
  GPtrArray *refusals; /* SUGGEST_SWAP and SUGGEST_DAY: struct suggest_refusal, most first */
};

/* Each suggestion is lawful and costs what its audit says, by the checks alone; what a cheaper one
 * is, that none of these steps lead to, isn't known. The answer is the caller's, for
 * suggest_answer_clear. */
void suggest_find(const struct suggest_request *request, struct suggest_answer *out);
void suggest_answer_clear(struct suggest_answer *answer);

#endif
