#include "planning/trend.h"

#include "model/history.h"
#include "planning/duty.h"

enum { EVENING = 17 * 60 };

/* A session of work that began and ended then; `task` NONE: one that the service has no more. */
static void add_session(struct trend_month *month, const struct service *service, int task,
                        int from_minute, int to_minute)
{
  month->evenings += from_minute >= EVENING;
  if (task == NONE)
    return;
  month->duty += duty_is(service, task, NONE);
  if (service->tasks[task].stream == STREAM_GENERALIST)
    month->generalist_minutes += to_minute - from_minute;
  if (service->tasks[task].stream == STREAM_SPECIALIST)
    month->specialist_minutes += to_minute - from_minute;
}

static void add_published(struct trend *trend, const struct kept *kept, int clinician, int m)
{
  const struct history *history = &trend->problem->month->history;
  const struct past_account *account = history_account(history, clinician, m);
  struct trend_month *month = &trend->people[clinician * trend->n_months + m];
  if (!account)
    return;
  *month = (struct trend_month){.here = true,
                                .contract_minutes = account->contract_minutes,
                                .planned_minutes = kept->months[m].planned_minutes[clinician],
                                .worked_minutes = account->planned_minutes,
                                .satisfaction = account->satisfaction};
  int count;
  const struct past_assignment *past = history_of(history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= history->months[m].from && past[i].date <= history->months[m].until)
      add_session(month, trend->problem->service, past[i].task, past[i].from_minute,
                  past[i].to_minute);
}

static void add_present(struct trend *trend, const struct assessment *assessment, int clinician)
{
  const struct service *service = trend->problem->service;
  const struct rota *rota = assessment->rota;
  const struct person_figures *person = &assessment->people[clinician];
  int n_slots = trend->problem->month->n_slots;
  struct trend_month *month = &trend->people[(clinician + 1) * trend->n_months - 1];
  *month = (struct trend_month){.here = person->contract_minutes > 0 || person->minutes > 0,
                                .contract_minutes = person->contract_minutes,
                                .planned_minutes = person->minutes - person->extra_minutes,
                                .worked_minutes = -1,
                                .satisfaction = person->satisfaction_percent};
  for (int i = rota->cell[clinician * n_slots]; i < rota->cell[(clinician + 1) * n_slots]; i++) {
    const struct block *block =
        &service->blocks[trend->problem->month->slots[rota->items[i].slot].block];
    add_session(month, service, rota->items[i].task, block->from_minute, block->to_minute);
  }
}

static void add_wte(struct trend *trend, int clinician)
{
  const struct month *month = trend->problem->month;
  for (int m = 0; m < trend->n_months; m++) {
    int first = m < month->history.n_months ? month->history.months[m].from : month->days[0].date;
    trend->wte_percent[clinician * trend->n_months + m] =
        clinician_on(trend->problem->service, clinician, first)->wte_percent;
  }
}

struct trend *trend_new(const struct assessment *assessment, const struct kept *kept)
{
  const struct problem *problem = assessment->problem;
  const struct history *history = &problem->month->history;
  gsize n_months = (gsize)history->n_months + 1;
  gsize cells = n_months * ((gsize)problem->service->n_clinicians + 1);
  struct trend *trend = g_new0(struct trend, 1);
  trend->problem = problem;
  trend->n_months = (int)n_months;
  trend->titles = g_new0(char *, n_months + 1);
  trend->wte_percent = g_new0(int, cells);
  trend->people = g_new0(struct trend_month, cells);
  for (int m = 0; m < history->n_months; m++)
    trend->titles[m] = month_id_title(history->months[m].id, history->months[m].until);
  trend->titles[history->n_months] = month_id_title(problem->month->id, problem->month->until);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    for (int m = 0; m < history->n_months; m++)
      add_published(trend, kept, c, m);
    add_present(trend, assessment, c);
    add_wte(trend, c);
  }
  return trend;
}

void trend_free(struct trend *trend)
{
  if (!trend)
    return;
  g_strfreev(trend->titles);
  g_free(trend->wte_percent);
  g_free(trend->people);
  g_free(trend);
}
