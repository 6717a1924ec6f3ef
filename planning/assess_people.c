/* What a rota adds up to for each clinician, and in all. */
#include "planning/assess_parts.h"

#include "model/contract.h"

#include <string.h>

static void share_streams(struct streams *streams)
{
  int64_t all = streams->generalist_minutes + streams->specialist_minutes;
  streams->generalist_hundredths =
      all == 0 ? -1 : (20000 * streams->generalist_minutes + all) / (2 * all);
}

static void add_assignment(struct assessment *assessment, const struct assignment *item)
{
  const struct problem *problem = assessment->problem;
  struct person_figures *person = &assessment->people[item->clinician];
  int minutes = problem->month->slots[item->slot].minutes;
  person->sessions++;
  person->minutes += minutes;
  if (problem_is_extra(problem, item->clinician, item->slot)) {
    person->extra_sessions++;
    person->extra_minutes += minutes;
  }
  if (problem->service->tasks[item->task].stream == STREAM_GENERALIST)
    person->streams.generalist_minutes += minutes;
  if (problem->service->tasks[item->task].stream == STREAM_SPECIALIST)
    person->streams.specialist_minutes += minutes;
  assessment->totals.locked += item->locked;
}

/* From each place of work to the next of that day. */
static void add_travel(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  const struct slot *slots = assessment->problem->month->slots;
  const struct rota *rota = assessment->rota;
  for (int i = 1; i < rota->count; i++) {
    const struct assignment *before = &rota->items[i - 1], *at = &rota->items[i];
    if (before->clinician == at->clinician && slots[before->slot].day == slots[at->slot].day)
      assessment->people[at->clinician].travel_minutes +=
          service_travel_minutes(service, at->clinician, before->site, at->site);
  }
}

/* Is there a candidate of each stream for the clinician? */
static bool holds_both(const struct problem *problem, int clinician)
{
  int n_slots = problem->month->n_slots;
  bool could[] = {
      [STREAM_NEITHER] = false, [STREAM_GENERALIST] = false, [STREAM_SPECIALIST] = false};
  for (int i = problem->cell[clinician * n_slots]; i < problem->cell[(clinician + 1) * n_slots];
       i++)
    could[problem->service->tasks[problem->candidates[i].task].stream] = true;
  return could[STREAM_GENERALIST] && could[STREAM_SPECIALIST];
}

static void finish_person(const struct assessment *assessment, int clinician)
{
  const struct problem *problem = assessment->problem;
  struct person_figures *person = &assessment->people[clinician];
  person->contract_minutes = contract_minutes(problem, clinician, NULL);
  person->over_minutes = person->minutes - person->extra_minutes - person->contract_minutes;
  person->balance_minutes =
      person->over_minutes + history_balance_minutes(&problem->month->history, clinician);
  person->satisfaction_percent = satisfaction_percent(problem, assessment->rota, clinician);
  share_streams(&person->streams);
  person->holds_both = holds_both(problem, clinician);
}

static void add_to_totals(struct totals *totals, const struct person_figures *people, int clinician)
{
  const struct person_figures *person = &people[clinician];
  totals->minutes += person->minutes;
  totals->extra_sessions += person->extra_sessions;
  totals->extra_minutes += person->extra_minutes;
  totals->contract_minutes += person->contract_minutes;
  totals->streams.generalist_minutes += person->streams.generalist_minutes;
  totals->streams.specialist_minutes += person->streams.specialist_minutes;
  totals->travel_minutes += person->travel_minutes;
  if (totals->least_over == NONE || person->over_minutes < people[totals->least_over].over_minutes)
    totals->least_over = clinician;
  if (totals->most_over == NONE || person->over_minutes > people[totals->most_over].over_minutes)
    totals->most_over = clinician;
}

static gint least_first(gconstpointer left, gconstpointer right, gpointer data)
{
  const struct person_figures *people = data;
  int a = *(const int *)left, b = *(const int *)right;
  int order = people[a].satisfaction_percent - people[b].satisfaction_percent;
  return order ? order : a - b;
}

static void assess_satisfaction(struct assessment *assessment)
{
  int count = assessment->problem->service->n_clinicians, sum = 0;
  struct totals *totals = &assessment->totals;
  assessment->by_satisfaction = g_new(int, (gsize)count + 1);
  for (int c = 0; c < count; c++)
    if (assessment->people[c].satisfaction_percent >= 0) {
      assessment->by_satisfaction[totals->asked++] = c;
      sum += assessment->people[c].satisfaction_percent;
    }
  g_qsort_with_data(assessment->by_satisfaction, totals->asked, sizeof(int), least_first,
                    assessment->people);
  bool any = totals->asked > 0;
  totals->satisfaction_percent = any ? sum / totals->asked : -1;
  totals->least_percent =
      any ? assessment->people[assessment->by_satisfaction[0]].satisfaction_percent : -1;
}

/* Sets the ratio if none is set yet. */
static void set_ratio(struct ratio_asked *ratio, const struct rule_use *use)
{
  if (ratio->generalist + ratio->specialist == 0)
    *ratio = (struct ratio_asked){rule_use_value(use, "generalist"),
                                  rule_use_value(use, "specialist"), rule_use_value(use, "within")};
}

/* The ratios that rules ask for, of the service and of each person, and the extra pay. */
static void assess_uses(struct assessment *assessment)
{
  enum { NEAR_POINTS = 10 };
  const struct rule *ratio = rule_find("ratio");
  const struct service *service = assessment->problem->service;
  struct totals *totals = &assessment->totals;
  totals->premium_quarters = -1;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (use->rule == ratio)
      set_ratio(rule_use_chooses(use, "each", "person") ? &totals->person_ratio
                                                        : &totals->service_ratio,
                use);
    if (strcmp(use->rule->name, "extra_sessions") == 0)
      totals->extra_cost += assessment->audit->uses[u].cost;
    if (strcmp(use->rule->name, "premium_hours") == 0)
      totals->premium_quarters =
          MAX(totals->premium_quarters, 0) + assessment->audit->uses[u].violation;
  }
  if (totals->person_ratio.generalist + totals->person_ratio.specialist == 0) {
    totals->person_ratio = totals->service_ratio;
    totals->person_ratio.within = NEAR_POINTS;
  }
}

static gint least_generalist_first(gconstpointer left, gconstpointer right, gpointer data)
{
  const struct person_figures *people = data;
  int a = *(const int *)left, b = *(const int *)right;
  int64_t of_a = people[a].streams.generalist_hundredths;
  int64_t of_b = people[b].streams.generalist_hundredths;
  return of_a != of_b ? (of_a < of_b ? -1 : 1) : a - b;
}

static void assess_both_streams(struct assessment *assessment)
{
  const struct person_figures *people = assessment->people;
  int count = assessment->problem->service->n_clinicians;
  assessment->by_generalist = g_new(int, (gsize)count + 1);
  for (int c = 0; c < count; c++)
    if (people[c].holds_both && people[c].streams.generalist_hundredths >= 0)
      assessment->by_generalist[assessment->n_by_generalist++] = c;
  g_qsort_with_data(assessment->by_generalist, assessment->n_by_generalist, sizeof(int),
                    least_generalist_first, assessment->people);
}

void assess_people(struct assessment *assessment)
{
  int count = assessment->problem->service->n_clinicians;
  struct totals *totals = &assessment->totals;
  totals->least_over = totals->most_over = NONE;
  assessment->people = g_new0(struct person_figures, (gsize)count + 1);
  for (int i = 0; i < assessment->rota->count; i++)
    add_assignment(assessment, &assessment->rota->items[i]);
  add_travel(assessment);
  for (int c = 0; c < count; c++) {
    finish_person(assessment, c);
    add_to_totals(totals, assessment->people, c);
  }
  share_streams(&totals->streams);
  if (totals->contract_minutes > 0)
    totals->planned_percent =
        100 * (double)(totals->minutes - totals->extra_minutes) / (double)totals->contract_minutes;
  assess_satisfaction(assessment);
  assess_both_streams(assessment);
  assess_uses(assessment);
}
