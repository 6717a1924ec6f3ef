#include "reports/ledger.h"

#include "reports/text.h"

enum { NAME_COLUMNS = 22, BALANCE_COLUMNS = 12, MONTH_COLUMNS = 9, MONTHS_SHOWN = 4 };

/* The first of the last few months that fit the page. */
static int first_shown(const struct history *history)
{
  return MAX(history->n_months - MONTHS_SHOWN, 0);
}

static void append_head(const struct problem *problem, GString *out)
{
  const struct history *history = &problem->month->history;
  g_string_append_printf(out, "%s: published months %s to %s, as %s begins\n\n",
                         problem->service->name, history->months[0].id,
                         history->months[history->n_months - 1].id, problem->month->id);
  text_left(out, "", NAME_COLUMNS);
  text_right(out, "hours", BALANCE_COLUMNS);
  g_string_append(out, "  satisfied\n");
  text_left(out, "", NAME_COLUMNS);
  text_right(out, "over, under", BALANCE_COLUMNS);
  for (int m = first_shown(history); m < history->n_months; m++)
    text_right(out, history->months[m].id, MONTH_COLUMNS);
  g_string_append_c(out, '\n');
}

static void append_balance(GString *out, int minutes)
{
  g_autofree char *text = minutes == 0 ? g_strdup("even")
                                       : g_strdup_printf("%c%d:%02d", minutes > 0 ? '+' : '-',
                                                         ABS(minutes) / 60, ABS(minutes) % 60);
  text_right(out, text, BALANCE_COLUMNS);
}

static void append_account(const struct problem *problem, int clinician, GString *out)
{
  const struct history *history = &problem->month->history;
  text_left(out, problem->service->clinicians[clinician].name, NAME_COLUMNS);
  append_balance(out, history_balance_minutes(history, clinician));
  for (int m = first_shown(history); m < history->n_months; m++) {
    const struct past_account *account = history_account(history, clinician, m);
    g_autofree char *text = account && account->satisfaction >= 0
                                ? g_strdup_printf("%d%%", account->satisfaction)
                                : g_strdup(account ? "-" : "");
    text_right(out, text, MONTH_COLUMNS);
  }
  g_string_append_c(out, '\n');
}

/* What each rule in force makes of the past; false: nothing. */
static bool append_recalls(const struct problem *problem, int clinician, GString *out)
{
  bool any = false;
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (!use->rule->recall || !scope_has_clinician(&use->scope, clinician))
      continue;
    g_autoptr(GString) sentence = g_string_new(NULL);
    use->rule->recall(use, problem, clinician, sentence);
    if (sentence->len == 0)
      continue;
    g_autofree char *line = g_strdup_printf("%s: %s", use->name, sentence->str);
    g_string_append(out, "    ");
    text_wrap(out, line, 4);
    any = true;
  }
  return any;
}

static bool is_asked_for(int asked, int clinician)
{
  return asked == LEDGER_EVERYBODY || asked == clinician;
}

char *ledger_text(const struct problem *problem, int clinician)
{
  GString *out = g_string_new(NULL);
  int n = problem->service->n_clinicians;
  if (problem->month->history.n_months == 0) {
    g_string_append_printf(out, "%s: no month is published yet\n", problem->service->name);
    return g_string_free(out, FALSE);
  }
  append_head(problem, out);
  for (int c = 0; c < n; c++)
    if (is_asked_for(clinician, c))
      append_account(problem, c, out);
  g_string_append(out, "\nWhat the rules in force make of it:\n");
  bool any = false;
  for (int c = 0; c < n; c++) {
    if (!is_asked_for(clinician, c))
      continue;
    g_autoptr(GString) recalls = g_string_new(NULL);
    if (!append_recalls(problem, c, recalls))
      continue;
    g_string_append_printf(out, "  %s\n%s", problem->service->clinicians[c].name, recalls->str);
    any = true;
  }
  if (!any)
    g_string_append(out, "  nobody owes, and nobody is owed\n");
  return g_string_free(out, FALSE);
}
