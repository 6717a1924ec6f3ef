/* The sentences of a recovery plan, the same on the terminal and on the page. g_free each. */
#ifndef ROTA_REPORTS_RECOVERY_WORDS_H
#define ROTA_REPORTS_RECOVERY_WORDS_H

#include "planning/recover.h"

/* "Hove MSK: the way back, January 2027 to December 2027" */
char *recovery_title(const struct recovery *recovery);
/* The plan in a sentence or two: what it costs, how sure; or that there is none, and what is
 * nearest. */
char *recovery_summary(const struct recovery *recovery);
/* "nobody over 52 weeks by 30 Jun 2027" */
char *recovery_goal_words(const struct recovery_answer *goal);
/* "from 6 Jun 2027"; "now"; "not by the end". */
char *recovery_met_words(const struct recovery *recovery, const struct recovery_verdict *verdict);
/* What begins, changes and ends in the month, a line each, and how many others go on: "begin: One
 * more like Sofia", "and 4 go on". A char * each; g_ptr_array_unref it. */
GPtrArray *recovery_action_words(const struct recovery_month *month);
/* "Jan 2027" */
char *recovery_month_words(int date);
/* "£1,234" */
char *recovery_pounds(int64_t pounds);
/* "£5,000 more", "no plan", "not known"; "-" for a lever that is not used. */
char *recovery_without_words(const struct recovery *recovery, const struct recovery_share *share);
/* "12 weeks in 61 of 100" courses of chance, "all goals hold" or "-". */
char *recovery_slip_words(const struct recovery *recovery, const struct recovery_share *share);
/* What is assumed and what may go wrong, a line each; g_ptr_array_unref it. */
GPtrArray *recovery_risks(const struct recovery *recovery);
/* Were the plan's months built? */
bool recovery_is_built(const struct recovery *recovery);

#endif
