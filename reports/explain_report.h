/* Answers to "why", for people and for programs. */
#ifndef ROTA_REPORTS_EXPLAIN_REPORT_H
#define ROTA_REPORTS_EXPLAIN_REPORT_H

#include "planning/person_account.h"
#include "planning/why_here.h"
#include "planning/why_not.h"

#include <jansson.h>

/* What somebody got. At most 80 columns, as the others; g_free it. */
char *explain_account_text(const struct problem *problem, const struct person_account *account);
json_t *explain_account_json(const struct problem *problem, const struct person_account *account);

/* One wish and what became of it, `answer` of an explored one or of one that is only listed. */
char *explain_wish_text(const struct problem *problem, const struct wish_answer *answer);
json_t *explain_wish_json(const struct problem *problem, const struct wish_answer *answer);

/* Why somebody does something: what is known of it (of planning/facts.h), and what
 * would be without it. */
char *explain_here_text(const struct problem *problem, const struct here_answer *answer,
                        const GPtrArray *facts);
json_t *explain_here_json(const struct problem *problem, const struct here_answer *answer,
                          const GPtrArray *facts);

#endif
