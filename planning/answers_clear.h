/* Which differences say something of the services, and not of chance or of the search. */
#ifndef ROTA_PLANNING_ANSWERS_CLEAR_H
#define ROTA_PLANNING_ANSWERS_CLEAR_H

#include "planning/answers.h"

struct answers_clear;

/* The standard error of a mean of replications, of which 8 in 10 are so far apart. */
double answers_clear_error(double band);

/* `outcomes` (const struct outcome): the columns, the service as it is first, then the other
 * searches of each, column after column. Must outlive it. Free with answers_clear_free (NULL is
 * fine). */
struct answers_clear *answers_clear_new(const GPtrArray *outcomes, int columns);
void answers_clear_free(struct answers_clear *clear);

/* Sets `unclear` in the answer's columns, as answers.h has it, and takes back what was judged of
 * them. The cells have values in the order of the outcomes. New appointments come before the
 * waiting list, whose people they see. */
void answers_clear_judge(struct answers_clear *clear, struct answer *answer);

#endif
