#include "planning/person_account.h"

#include "model/words.h"
#include "planning/ledger.h"

static int sessions_of(const struct rota *rota, int clinician, int task)
{
  int sessions = 0;
  for (int i = 0; i < rota->count; i++)
    sessions +=
        rota->items[i].task == task && (clinician == NONE || rota->items[i].clinician == clinician);
  return sessions;
}

static void add_burdens(const struct assessment *assessment, struct person_account *account)
{
  const struct problem *problem = assessment->problem;
  for (guint i = 0; i < assessment->burdens->len; i++) {
    const struct burden *burden = &g_array_index(assessment->burdens, struct burden, i);
    if (burden->able == 0 ||
        !month_can(problem->month, problem->service, account->clinician, burden->task))
      continue;
    int64_t all = sessions_of(assessment->rota, NONE, burden->task);
    const struct carried_burden carried = {
        burden->task, sessions_of(assessment->rota, account->clinician, burden->task), burden->able,
        10 * all / burden->able};
    g_array_append_val(account->burdens, carried);
  }
}

static void add_past(const struct problem *problem, struct person_account *account)
{
  const struct history *history = &problem->month->history;
  struct ledger *ledger = ledger_new(problem);
  const struct ledger_account *past = &ledger->accounts[account->clinician];
  account->balance_minutes = past->balance_minutes;
  for (int m = 0; m < history->n_months && !account->balance_since; m++)
    if (past->months[m])
      account->balance_since = history->months[m].id;
  for (guint i = 0; i < past->recalls->len; i++) {
    const struct ledger_recall *recall = &g_array_index(past->recalls, struct ledger_recall, i);
    g_autofree char *rule = words_use(&problem->service->uses[recall->use]);
    g_ptr_array_add(account->recalls, g_strdup_printf("%s: %s", rule, recall->sentence));
  }
  ledger_free(ledger);
}

struct person_account *person_account_new(const struct assessment *assessment, int clinician)
{
  const struct problem *problem = assessment->problem;
  struct person_account *account = g_new0(struct person_account, 1);
  struct satisfaction_range range;
  account->clinician = clinician;
  account->figures = &assessment->people[clinician];
  account->mean_percent = assessment->totals.satisfaction_percent;
  account->asked = satisfaction_range(problem, clinician, &range);
  account->points = satisfaction_points(problem, assessment->rota, clinician);
  account->worst = range.worst;
  account->best = range.best;
  account->burdens = g_array_new(FALSE, FALSE, sizeof(struct carried_burden));
  account->recalls = g_ptr_array_new_with_free_func(g_free);
  add_burdens(assessment, account);
  add_past(problem, account);
  return account;
}

void person_account_free(struct person_account *account)
{
  if (!account)
    return;
  g_array_unref(account->burdens);
  g_ptr_array_unref(account->recalls);
  g_free(account);
}
