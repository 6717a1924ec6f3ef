/* Scenarios beside the service as it is, week by week: which differences of the list, and of what
 * changed it, say something of the services, and not of chance or of the search. */
#ifndef ROTA_PLANNING_ANSWERS_WEEKS_H
#define ROTA_PLANNING_ANSWERS_WEEKS_H

#include "model/waiting/outcome.h"

/* Those that are compared, borrowed; column 0 is the baseline, the scenarios follow. */
struct answers_weeks {
  const struct outcome *baseline;
  const struct outcome *const *scenarios;
  int n_scenarios;
};

/* NULL: the column knows nothing of the week. */
const struct outcome_spread *answers_weeks_of(const struct answers_weeks *weeks, int column,
                                              int week, int group, enum outcome_series series);

/* Is the difference of the column's mean, or of a quantile, from the service as it is not clear?
 * It is where it is no larger than the searches lie apart, as in answers.h but in the weeks around
 * it too, or twice the standard error of replications, or where the mean is within what chance
 * brings to the service as it is. What one and the same programme has is not of the search. Both
 * must know the week. */
bool answers_weeks_are_unclear(const struct answers_weeks *weeks, int column, int week, int group,
                               enum outcome_series series, bool quantile, int64_t difference);

#endif
