/* How advice is said: the same words on the terminal and on the page. */
#ifndef ROTA_REPORTS_ADVICE_WORDS_H
#define ROTA_REPORTS_ADVICE_WORDS_H

#include "planning/advice.h"

/* "12", or "<= 12" where it is a price that has not been put to the test; g_free it. */
char *advice_limit_points(const struct advice_limit *limit);

/* One sentence that sums up the absences: "nobody's absence for a week loses
 * cover"; g_free it. */
char *advice_absences_summary(const struct advice *advice);

/* "Duty clinician 2, First contact at Goldstone PCN 1", or why there is no such
 * list; g_free it. */
char *advice_absence_by(const struct advice_absence *absence);
/* What is lost in the worst week: "3"; "0-3" where less may do; "-": not known. And "2 of 4", of
 * their weeks those that lose something. g_free them. */
char *advice_absence_lost(const struct advice_absence *absence);
char *advice_absence_weeks(const struct advice_absence *absence);
/* How sure it is: "proven", "not proven"; "" where nothing is lost. */
const char *advice_absence_sureness(const struct advice_absence *absence);

/* "only Ann Able", "nobody", "4 people"; g_free it. */
char *advice_role_holders(const struct advice_role *role);

/* What can be claimed of a candidate: "proven: at least 120", "proven by cbc", "within the proof's
 * gap", "saves nothing"; g_free it. */
char *advice_claim_words(const struct advice *advice, const struct advice_candidate *candidate);

/* What else a candidate changes: "new appointments +66, sessions below target -3"; "" for nothing.
 * g_free it. */
char *advice_candidate_changes(const struct advice *advice,
                               const struct advice_candidate *candidate);
/* Sentences (char *) on the best for each aim, by their numbers in the list: "fewest needed
 * sessions missing: 2 (-4), 5 (-1)"; g_ptr_array_unref it. */
GPtrArray *advice_best(const struct advice *advice);

/* "of 1,770 pairs 12 lose more together than each alone"; g_free it. */
char *advice_pairs_summary(const struct advice *advice);
/* "Ann Able and Bob Best"; g_free it. */
char *advice_pair_names(const struct advice_pair *pair);

/* "all 4 away: 12 lost in the week of Mon 4 Jan (Duty clinician 10, Spinal clinic 2)"; "" where it
 * was not tried. g_free it. */
char *advice_role_together(const struct advice_role *role);

extern const char *const advice_limits_caveat;
extern const char *const advice_pairs_caveat;
extern const char *const advice_absences_caveat;
extern const char *const advice_candidates_caveat;

/* Sentences (char *) on other engines, of the month as it is and of candidates by their numbers;
 * g_ptr_array_unref it. */
GPtrArray *advice_engine_notes(const struct advice *advice);

#endif
