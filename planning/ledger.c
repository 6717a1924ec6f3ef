#include "planning/ledger.h"

static void clear_recall(gpointer data)
{
  g_free(((struct ledger_recall *)data)->sentence);
}

/* Appends what each rule in force makes of the clinician's past. */
static void add_recalls(const struct problem *problem, int clinician, GArray *recalls)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (!use->rule->recall || !scope_has_clinician(&use->scope, problem, clinician))
      continue;
    g_autoptr(GString) sentence = g_string_new(NULL);
    use->rule->recall(use, problem, clinician, sentence);
    if (sentence->len == 0)
      continue;
    struct ledger_recall recall = {u, g_strdup(sentence->str)};
    g_array_append_val(recalls, recall);
  }
}

struct ledger *ledger_new(const struct problem *problem)
{
  const struct history *history = &problem->month->history;
  struct ledger *ledger = g_new0(struct ledger, 1);
  ledger->problem = problem;
  ledger->accounts = g_new0(struct ledger_account, (gsize)problem->service->n_clinicians + 1);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct ledger_account *account = &ledger->accounts[c];
    account->balance_minutes = history_balance_minutes(history, c);
    account->months = g_new0(const struct past_account *, (gsize)history->n_months + 1);
    for (int m = 0; m < history->n_months; m++)
      account->months[m] = history_account(history, c, m);
    account->recalls = g_array_new(FALSE, FALSE, sizeof(struct ledger_recall));
    g_array_set_clear_func(account->recalls, clear_recall);
    add_recalls(problem, c, account->recalls);
  }
  return ledger;
}

void ledger_free(struct ledger *ledger)
{
  if (!ledger)
    return;
  for (int c = 0; c < ledger->problem->service->n_clinicians; c++) {
    g_free(ledger->accounts[c].months);
    g_array_free(ledger->accounts[c].recalls, TRUE);
  }
  g_free(ledger->accounts);
  g_free(ledger);
}
