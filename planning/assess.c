#include "planning/assess.h"

#include "planning/assess_parts.h"
#include "planning/part_weeks.h"
#include "planning/shortfall.h"
#include "planning/why.h"
#include "planning/why_people.h"
#include "planning/why_try.h"

#include <string.h>

/* --- how good it is --------------------------------------------------------- */

static gint dearest_first(gconstpointer left, gconstpointer right)
{
  const struct cost_share *a = left, *b = right;
  return a->cost != b->cost ? (a->cost < b->cost ? 1 : -1) : strcmp(a->name, b->name);
}

static void add_cost(GArray *costs, const char *name, int64_t cost)
{
  for (guint i = 0; i < costs->len; i++) {
    struct cost_share *item = &g_array_index(costs, struct cost_share, i);
    if (strcmp(item->name, name) == 0) {
      item->cost += cost;
      return;
    }
  }
  struct cost_share item = {name, cost};
  if (cost != 0)
    g_array_append_val(costs, item);
}

static void assess_quality(struct assessment *assessment)
{
  const struct audit *audit = assessment->audit;
  const struct service *service = audit->problem->service;
  assessment->gap_hundredths = provenance_gap_hundredths(&assessment->run, audit->cost);
  assessment->gap_of_wishes = provenance_gap_of_wishes(&assessment->run, audit->cost);
  if (assessment->run.has_bound)
    assessment->gap_points = audit->cost - assessment->run.bound;
  assessment->costs = g_array_new(FALSE, FALSE, sizeof(struct cost_share));
  for (int u = 0; u < service->n_uses; u++) {
    assessment->hard_uses += service->uses[u].hard;
    add_cost(assessment->costs, service->uses[u].name, audit->uses[u].cost);
  }
  g_array_sort(assessment->costs, dearest_first);
  assessment->broken = g_ptr_array_new();
  for (guint i = 0; i < audit->findings->len; i++) {
    struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price == PRICE_HARD)
      g_ptr_array_add(assessment->broken, finding);
  }
}

/* --- what is missing -------------------------------------------------------- */

static void add_to_sum(struct shortfall_sum *sum, const struct shortfall *shortfall)
{
  sum->count++;
  sum->missing += shortfall->finding->violation;
  sum->cost += shortfall->cost;
}

static void add_to_group(GArray *groups, const char *name, const struct shortfall *shortfall)
{
  for (guint i = 0; i < groups->len; i++) {
    struct shortfall_group *group = &g_array_index(groups, struct shortfall_group, i);
    if (group->kind == shortfall->finding->kind && strcmp(group->name, name) == 0) {
      add_to_sum(&group->sum, shortfall);
      return;
    }
  }
  struct shortfall_group group = {name, shortfall->finding->kind, {0, 0, 0}};
  add_to_sum(&group.sum, shortfall);
  g_array_append_val(groups, group);
}

static void assess_shortfalls(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  assessment->shortfalls = shortfalls_new(assessment->audit);
  assessment->groups = g_array_new(FALSE, FALSE, sizeof(struct shortfall_group));
  assessment->below_target = g_new0(int64_t, (gsize)service->n_tasks + 1);
  for (guint i = 0; i < assessment->shortfalls->len; i++) {
    const struct shortfall *item = &g_array_index(assessment->shortfalls, struct shortfall, i);
    const struct finding *finding = item->finding;
    add_to_sum(&assessment->kinds[finding->kind], item);
    add_to_group(assessment->groups, service->uses[finding->at.use].name, item);
    if (shortfall_is_gap(item))
      add_to_sum(&assessment->gaps, item);
    if (finding->kind == SHORTFALL_TARGET)
      assessment->below_target[finding->at.task] += finding->violation;
  }
}

static void find_reason(struct shortfall *shortfall, const struct audit *audit,
                        const struct why_trials *trials, int *audits)
{
  why_free(shortfall->why);
  shortfall->why = why_of_finding(audit, shortfall->finding);
  if (!shortfall->why || !trials)
    return;
  GPtrArray *people = shortfall->why->people;
  why_trials_people(trials, people);
  struct why_person *closest = people->len ? people->pdata[0] : NULL;
  if (!closest || !why_person_is_lawful(closest) || *audits == 0)
    return;
  why_try_person(audit, closest);
  why_people_sort(people);
  --*audits;
}

void assess_reasons(struct assessment *assessment)
{
  int reasons = 0, audits = ASSESS_AUDITS_MOST;
  struct why_trials *trials = NULL;
  for (guint i = 0; i < assessment->shortfalls->len && reasons < ASSESS_REASONS_MOST; i++) {
    struct shortfall *item = &g_array_index(assessment->shortfalls, struct shortfall, i);
    if (!shortfall_is_gap(item) && item->finding->kind != SHORTFALL_TARGET)
      continue;
    if (reasons++ == 0)
      trials = why_trials_new(assessment->audit);
    find_reason(item, assessment->audit, trials, &audits);
  }
  why_trials_free(trials);
}

/* --- all of it -------------------------------------------------------------- */

struct assessment *assess(const struct audit *audit, const struct provenance *run)
{
  struct assessment *assessment = g_new0(struct assessment, 1);
  assessment->problem = audit->problem;
  assessment->rota = audit->rota;
  assessment->audit = audit;
  if (run)
    assessment->run = *run;
  assess_quality(assessment);
  assess_missed(assessment);
  assess_shortfalls(assessment);
  assess_people(assessment);
  assess_acceptability(assessment);
  assess_senders(assessment);
  assess_places(assessment);
  assess_meetings(assessment);
  assessment->part_weeks = part_weeks(assessment->problem);
  return assessment;
}

void assessment_free(struct assessment *assessment)
{
  if (!assessment)
    return;
  g_ptr_array_free(assessment->broken, TRUE);
  g_array_free(assessment->costs, TRUE);
  g_array_free(assessment->missed, TRUE);
  g_array_free(assessment->shortfalls, TRUE);
  g_array_free(assessment->groups, TRUE);
  g_free(assessment->below_target);
  g_free(assessment->people);
  g_free(assessment->by_satisfaction);
  g_free(assessment->by_generalist);
  g_free(assessment->not_sent);
  g_free(assessment->attendance);
  g_array_free(assessment->places, TRUE);
  g_array_free(assessment->refusals, TRUE);
  g_array_free(assessment->meetings, TRUE);
  g_array_free(assessment->burdens, TRUE);
  g_ptr_array_unref(assessment->part_weeks);
  g_array_free(assessment->pcns, TRUE);
  g_free(assessment);
}
