/* Where a rota's cost comes from: the same sum three times, by use of a rule, by person and by
 * site; and the dearest places. */
#ifndef ROTA_PLANNING_COST_ACCOUNT_H
#define ROTA_PLANNING_COST_ACCOUNT_H

#include "model/assessment.h"

enum { COST_DEAREST_MOST = 10 };

struct cost_line {
  int index;    /* of the use, clinician or site; NONE: of nobody, or nowhere, in particular */
  int64_t cost; /* of all its findings; negative: what wishes that are met gain is more */
  int findings; /* that cost or gain something */
};

struct cost_account {
  const struct assessment *assessment;
  GArray *uses, *people, *sites; /* struct cost_line other than 0, dearest first; each sums up to
                                    the rota's cost */
  GPtrArray *dearest;            /* const struct finding, at most COST_DEAREST_MOST */
};

/* The assessment must outlive it. Free with cost_account_free (NULL is fine). */
struct cost_account *cost_account_new(const struct assessment *assessment);
void cost_account_free(struct cost_account *account);

#endif
