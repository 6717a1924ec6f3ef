/* Months side by side: what each person planned, got and bore in the published months and in
 * the one that is looked at. */
#ifndef ROTA_PLANNING_TREND_H
#define ROTA_PLANNING_TREND_H

#include "model/assessment.h"

struct trend_month {
  bool here; /* the person has an account of that month */
  int contract_minutes, planned_minutes;
  int satisfaction; /* percent; -1: asked for nothing */
  int64_t generalist_minutes, specialist_minutes;
  int duty, evenings; /* sessions: of what duty_cover asks for; that begin at 17:00 or later */
};

struct trend {
  const struct problem *problem;
  int n_months;               /* the published ones, then the one that is looked at */
  char **titles;              /* [n_months], and NULL: "January 2027" */
  int *wte_percent;           /* [clinicians * n_months] as each month begins */
  struct trend_month *people; /* [clinicians * n_months] */
};

/* The assessment must outlive it. Free with trend_free (NULL is fine). */
struct trend *trend_new(const struct assessment *assessment);
void trend_free(struct trend *trend);

#endif
