/* Makes an assessment: all that is known of a rota, once, for everything that shows
 * it. See model/assessment.h. */
#ifndef ROTA_PLANNING_ASSESS_H
#define ROTA_PLANNING_ASSESS_H

#include "model/assessment.h"

/* What the audit's rota adds up to. The audit, with its problem and its rota, and
 * what `run` points to must outlive it; `run` is copied, and NULL where nobody knows
 * how the rota was made. Free with assessment_free. */
struct assessment *assess(const struct audit *audit, const struct provenance *run);
void assessment_free(struct assessment *assessment); /* NULL is fine */

enum { ASSESS_GAPS_MOST = 15, ASSESS_TRIALS_MOST = 24 };

/* Finds out why the dearest gaps in what is needed are there, ASSESS_GAPS_MOST of
 * them. Those who are free for one are tried, ASSESS_TRIALS_MOST in all: each costs an
 * audit, so this is asked for by itself. */
void assess_reasons(struct assessment *assessment);

#endif
