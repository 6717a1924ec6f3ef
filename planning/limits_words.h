/* How limits are named where people read them. Each text is the caller's, for g_free. */
#ifndef ROTA_PLANNING_LIMITS_WORDS_H
#define ROTA_PLANNING_LIMITS_WORDS_H

#include "model/problem.h"

/* "Duty clinician", "First contact at Goldstone PCN", or the rule's name where there
 * is no task. */
char *limits_subject(const struct problem *problem, int use, int task, int site);

/* "each Tue" */
char *limits_weekday(int weekday);

/* "each Tue am" */
char *limits_hour(const struct problem *problem, int weekday, int block);

#endif
