#include "reports/ledger.h"

#include "reports/short_names.h"
#include "reports/text.h"

#include <string.h>

enum { NAME_COLUMNS = 22, BALANCE_COLUMNS = 12, MONTHS_SHOWN = 4, BETWEEN = 2 };

/* The first of the last few months that fit the page. */
static int first_shown(const struct history *history)
{
  return MAX(history->n_months - MONTHS_SHOWN, 0);
}

/* Room for the longest id: "2027-01-04" is longer than "2027-01". */
static int month_columns(const struct history *history)
{
  int out = 0;
  for (int m = first_shown(history); m < history->n_months; m++)
    out = MAX(out, (int)strlen(history->months[m].id) + BETWEEN);
  return out;
}

static void append_head(const struct problem *problem, GString *out)
{
  const struct history *history = &problem->month->history;
  const struct past_month *last = &history->months[history->n_months - 1];
  g_autofree char *from = month_id_title(history->months[0].id, history->months[0].until);
  g_autofree char *until = month_id_title(last->id, last->until);
  g_autofree char *now = month_id_title(problem->month->id, problem->month->until);
  g_string_append_printf(out, "%s: published %s%s%s, as %s begins\n\n", problem->service->name,
                         from, history->n_months > 1 ? " up to " : "",
                         history->n_months > 1 ? until : "", now);
  text_left(out, "", NAME_COLUMNS);
  text_right(out, "hours", BALANCE_COLUMNS);
  g_string_append(out, "  satisfied\n");
  text_left(out, "", NAME_COLUMNS);
  text_right(out, "over, under", BALANCE_COLUMNS);
  for (int m = first_shown(history); m < history->n_months; m++)
    text_right(out, history->months[m].id, month_columns(history));
  g_string_append_c(out, '\n');
}

static void append_balance(GString *out, int minutes)
{
  g_autofree char *text = minutes == 0 ? g_strdup("even")
                                       : g_strdup_printf("%c%d:%02d", minutes > 0 ? '+' : '-',
                                                         ABS(minutes) / 60, ABS(minutes) % 60);
  text_right(out, text, BALANCE_COLUMNS);
}

/* Returns whether a "-" is shown. */
static bool append_account(const struct ledger *ledger, int clinician, const char *name,
                           GString *out)
{
  bool has_none = false;
  const struct history *history = &ledger->problem->month->history;
  text_left(out, name, NAME_COLUMNS);
  append_balance(out, ledger->accounts[clinician].balance_minutes);
  for (int m = first_shown(history); m < history->n_months; m++) {
    const struct past_account *account = ledger->accounts[clinician].months[m];
    g_autofree char *text = account && account->satisfaction >= 0
                                ? g_strdup_printf("%d%%", account->satisfaction)
                                : g_strdup(account ? "-" : "");
    has_none = has_none || (account && account->satisfaction < 0);
    text_right(out, text, month_columns(history));
  }
  g_string_append_c(out, '\n');
  return has_none;
}

/* What each rule in force makes of the past. */
static void append_recalls(const struct ledger *ledger, int clinician, GString *out)
{
  const struct service *service = ledger->problem->service;
  const GArray *recalls = ledger->accounts[clinician].recalls;
  if (recalls->len > 0)
    g_string_append_printf(out, "  %s\n", service->clinicians[clinician].name);
  for (guint i = 0; i < recalls->len; i++) {
    const struct ledger_recall *recall = &g_array_index(recalls, struct ledger_recall, i);
    g_autofree char *line =
        g_strdup_printf("%s: %s", service->uses[recall->use].name, recall->sentence);
    g_string_append(out, "    ");
    text_wrap(out, line, 4);
  }
}

static char **names_of(const struct service *service)
{
  g_autofree const char **names = g_new(const char *, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    names[c] = service->clinicians[c].name;
  return short_names(names, NULL, service->n_clinicians, NAME_COLUMNS);
}

char *ledger_text(const struct ledger *ledger, int clinician)
{
  const struct problem *problem = ledger->problem;
  int first = clinician == LEDGER_EVERYBODY ? 0 : clinician;
  int end = clinician == LEDGER_EVERYBODY ? problem->service->n_clinicians : clinician + 1;
  GString *out = g_string_new(NULL);
  if (problem->month->history.n_months == 0) {
    g_string_append_printf(out, "%s: no month is published yet\n", problem->service->name);
    return g_string_free(out, FALSE);
  }
  append_head(problem, out);
  g_auto(GStrv) names = names_of(problem->service);
  bool has_none = false;
  for (int c = first; c < end; c++)
    has_none = append_account(ledger, c, names[c], out) || has_none;
  if (has_none)
    g_string_append(out, "-: asked for nothing that month\n");
  g_string_append(out, "\nWhat the rules in force make of it:\n");
  gsize before = out->len;
  for (int c = first; c < end; c++)
    append_recalls(ledger, c, out);
  if (out->len == before)
    g_string_append(out, "  nobody owes, and nobody is owed\n");
  return g_string_free(out, FALSE);
}
