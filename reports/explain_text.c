#include "reports/explain_report.h"

#include "model/words.h"
#include "reports/explain_words.h"
#include "reports/text.h"

/* --- what somebody got ---------------------------------------------------------- */

static void append_wishes(GString *out, const struct person_account *account)
{
  g_autoptr(GString) line = g_string_new("wishes: ");
  if (!account->asked)
    g_string_append(line, "nothing was asked for that the month could give or refuse");
  else
    g_string_append_printf(line,
                           "satisfied to %d%%, where the service's mean is %d%%; %d points, of %d "
                           "to %d that the month had",
                           account->figures->satisfaction_percent, account->mean_percent,
                           account->points, account->worst, account->best);
  explain_append(out, 2, line->str);
}

static void append_hours(GString *out, const struct person_account *account)
{
  char worked[WORDS_SIZE], owed[WORDS_SIZE], balance[WORDS_SIZE];
  const struct person_figures *figures = account->figures;
  g_autofree char *line =
      g_strdup_printf("hours: %s of %s, in %d sessions", words_minutes(figures->minutes, worked),
                      words_minutes(figures->contract_minutes, owed), figures->sessions);
  explain_append(out, 2, line);
  if (account->balance_minutes == 0 || !account->balance_since)
    return;
  g_autofree char *carried = g_strdup_printf(
      "carried into the month: %s %s, since %s",
      words_minutes(ABS(account->balance_minutes), balance),
      account->balance_minutes > 0 ? "worked too much" : "owed", account->balance_since);
  explain_append(out, 2, carried);
}

static void append_burdens(GString *out, const struct problem *problem, const GArray *burdens)
{
  for (guint i = 0; i < burdens->len; i++) {
    const struct carried_burden *burden = &g_array_index(burdens, struct carried_burden, i);
    g_autofree char *line = g_strdup_printf(
        "%s: %d %s; the mean of the %d who can is %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
        problem->service->tasks[burden->task].name, burden->sessions,
        burden->sessions == 1 ? "session" : "sessions", burden->able, burden->mean_tenths / 10,
        burden->mean_tenths % 10);
    explain_append(out, 2, line);
  }
}

char *explain_account_text(const struct problem *problem, const struct person_account *account)
{
  GString *out = g_string_new(NULL);
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_string_append_printf(out, "%s, %s\n\n", problem->service->clinicians[account->clinician].name,
                         month);
  append_wishes(out, account);
  append_hours(out, account);
  append_burdens(out, problem, account->burdens);
  for (guint i = 0; i < account->recalls->len; i++) {
    g_autofree char *line =
        g_strdup_printf("from published months: %s", (const char *)account->recalls->pdata[i]);
    explain_append(out, 2, line);
  }
  return g_string_free(out, FALSE);
}

/* --- a wish ---------------------------------------------------------------------- */

static char *wish_words(const struct problem *problem, const struct wish_line *wish)
{
  const struct service *service = problem->service;
  GString *out = g_string_new(NULL);
  if (wish->kind == WISH_SITE)
    g_string_append(out, service->sites[wish->item].name);
  else if (wish->kind == WISH_TASK)
    g_string_append(out, service->tasks[wish->item].name);
  else if (wish->kind == WISH_PERSON)
    g_string_append_printf(out, "with %s", service->clinicians[wish->item].name);
  else
    words_request(problem, wish->request, out);
  return g_string_free(out, FALSE);
}

/* "kept", "refused in 1 of the 4 sessions that have a choice" */
static void append_outcome(GString *line, const struct wish_line *wish)
{
  bool refused = wish_is_refused(wish);
  int count = refused ? wish->possible - wish->kept : wish->kept;
  g_string_append(line, refused ? "refused" : "kept");
  if (wish->possible > 1 && count == wish->possible)
    g_string_append_printf(line, " in all %d sessions that have a choice", wish->possible);
  else if (wish->possible > 1)
    g_string_append_printf(line, " in %d of the %d sessions that have a choice", count,
                           wish->possible);
}

static void append_head(GString *out, const struct problem *problem,
                        const struct wish_answer *answer)
{
  char where[WORDS_SIZE];
  const struct wish_line *wish = &answer->wish;
  g_autofree char *words = wish_words(problem, wish);
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%d. %s (%s): ", answer->number, words,
                         problem->service->levels.names[wish->level]);
  append_outcome(line, wish);
  g_string_append(line, words_where(wish->where, where));
  explain_append(out, 2, line->str);
}

/* Of a place, task or person that is liked: a session more than now. */
static bool is_once_more(const struct wish_line *wish)
{
  return !wish->against && wish->kind != WISH_SESSION && wish->kept > 0;
}

char *explain_wish_text(const struct problem *problem, const struct wish_answer *answer)
{
  GString *out = g_string_new(NULL);
  const char *reason = answer->consequence.alternative.reason;
  append_head(out, problem, answer);
  if (answer->end == WISH_PRICED)
    explain_append_consequence(out, problem, &answer->consequence, answer->wish.clinician,
                               is_once_more(&answer->wish) ? "once more could be had"
                                                           : "it could be had",
                               EXPLAIN_CUT_SHORT);
  else if (answer->end == WISH_OVER)
    explain_append(out, 4, "the days on which it could have been had are over");
  else if (answer->end == WISH_IMPOSSIBLE)
    explain_append_impossible(out, "no lawful rota has it:", reason ? reason : "");
  else if (answer->end == WISH_UNKNOWN)
    explain_append(out, 4, "no rota that has it was found in the time; give it more with --time");
  return g_string_free(out, FALSE);
}

/* --- an assignment ----------------------------------------------------------------- */

char *explain_here_text(const struct problem *problem, const struct here_answer *answer,
                        const GPtrArray *facts)
{
  GString *out = g_string_new(NULL);
  const struct alternative *alternative = &answer->consequence.alternative;
  const struct assignment *item = &answer->item;
  const struct service *service = problem->service;
  char when[WORDS_SIZE];
  g_autofree char *head =
      g_strdup_printf("%s, %s: %s at %s", service->clinicians[item->clinician].name,
                      words_slot(problem, item->slot, when), service->tasks[item->task].name,
                      service->sites[item->site].name);
  explain_append(out, 0, head);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < facts->len; i++)
    explain_append(out, 2, facts->pdata[i]);
  g_string_append_c(out, '\n');
  if (alternative->verdict == BUILD_DONE)
    explain_append_consequence(out, problem, &answer->consequence, item->clinician, "without it",
                               EXPLAIN_CUT_SHORT);
  else if (alternative->verdict == BUILD_INFEASIBLE)
    explain_append_impossible(out, "no lawful rota is without it:", alternative->reason);
  else
    explain_append(out, 4, "no rota without it was found in the time; give it more with --time");
  return g_string_free(out, FALSE);
}
