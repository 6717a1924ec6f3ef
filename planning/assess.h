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

enum { ASSESS_REASONS_MOST = 200, ASSESS_AUDITS_MOST = 10 };

/* Finds out why what was asked for is short, of ASSESS_REASONS_MOST lines of demand and rules, the
 * dearest first, and, where the rota is lawful, what becomes of it when somebody who is free or at
 * other work does it. What costs least is looked up by the rules ASSESS_AUDITS_MOST times: each
 * costs an audit, so this is asked for by itself. */
void assess_reasons(struct assessment *assessment);

#endif
