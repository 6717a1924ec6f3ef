#include "planning/figures.h"

#include "model/contract.h"

int64_t figures_generalist_hundredths(struct stream_minutes minutes)
{
  int64_t all = minutes.generalist + minutes.specialist;
  return all == 0 ? -1 : (20000 * minutes.generalist + all) / (2 * all);
}

static void add_assignment(struct figures *figures, const struct problem *problem,
                           const struct assignment *item)
{
  struct person_figures *person = &figures->people[item->clinician];
  int minutes = problem->month->slots[item->slot].minutes;
  person->sessions++;
  person->minutes += minutes;
  if (problem->service->tasks[item->task].stream == STREAM_GENERALIST)
    person->streams.generalist += minutes;
  if (problem->service->tasks[item->task].stream == STREAM_SPECIALIST)
    person->streams.specialist += minutes;
  figures->locked += problem_is_locked(problem, item);
}

struct figures *figures_new(const struct problem *problem, const struct rota *rota)
{
  int n_people = problem->service->n_clinicians, sum = 0;
  struct figures *figures = g_new0(struct figures, 1);
  figures->people = g_new0(struct person_figures, (gsize)n_people + 1);
  for (int i = 0; i < rota->count; i++)
    add_assignment(figures, problem, &rota->items[i]);
  for (int c = 0; c < n_people; c++) {
    struct person_figures *person = &figures->people[c];
    person->contract_minutes = contract_minutes(problem, c);
    person->satisfaction_percent = satisfaction_percent(problem, rota, c);
    person->avoidance = satisfaction_avoidance(problem, rota, c);
    figures->streams.generalist += person->streams.generalist;
    figures->streams.specialist += person->streams.specialist;
    figures->avoidance.asked += person->avoidance.asked;
    figures->avoidance.met += person->avoidance.met;
    if (person->satisfaction_percent >= 0) {
      figures->asked++;
      sum += person->satisfaction_percent;
    }
  }
  figures->mean_satisfaction = figures->asked ? sum / figures->asked : -1;
  return figures;
}

void figures_free(struct figures *figures)
{
  if (!figures)
    return;
  g_free(figures->people);
  g_free(figures);
}
