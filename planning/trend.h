/* Months side by side: what each person planned, got and bore in the published months and in
 * the one that is looked at. */
#ifndef ROTA_PLANNING_TREND_H
#define ROTA_PLANNING_TREND_H

#include "model/assessment.h"
#include "planning/kept.h"

struct trend_month {
  bool here; /* the person has an account of that month */
  int contract_minutes;
  int planned_minutes; /* as it was first published; -1: not known */
  int worked_minutes;  /* as it stands now, mended and recorded; -1: it is yet to be published */
  int satisfaction;    /* percent; -1: asked for nothing */
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

/* `kept`: of the same problem. The assessment must outlive it. Free with trend_free (NULL is
 * fine). */
struct trend *trend_new(const struct assessment *assessment, const struct kept *kept);
void trend_free(struct trend *trend);

#endif
