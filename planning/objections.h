/* What clinicians say against a draft, or for something in its place, and what a rota makes of it.
 */
#ifndef ROTA_PLANNING_OBJECTIONS_H
#define ROTA_PLANNING_OBJECTIONS_H

#include "planning/why_not.h"

/* So many that are refused are looked into; it is a build around each. */
enum { OBJECTIONS_EXPLORED = 40 };

/* The answer to each objection of the audited rota's month, struct wish_answer, in order of
 * clinician and line, numbered among all that the clinician asked for. One that is refused has its
 * price, or what forbids it; where there are more, or somebody is in two places at once, WISH_KEPT,
 * and the wish says what it is. g_array_unref it. */
GArray *objections_answer(const struct audit *audit, const struct build_settings *settings);

#endif
