/* What a reader needs to know to understand the figures of the comparison. */
#include "reports/engine_notes.h"
#include "reports/whatif_report.h"
#include "reports/whatif_words.h"

#include <inttypes.h>

/* The letters, "A, C", of the built scenarios for which `is` returns true; NULL: none. */
static char *letters_of(const struct whatif_report *report,
                        bool (*is)(const struct outcome *outcome, const struct outcome *baseline))
{
  GString *out = g_string_new(NULL);
  for (int s = 0; s < report->n_scenarios; s++) {
    g_autofree char *letter = whatif_letter(s);
    if (report->scenarios[s]->status == OUTCOME_BUILT && is(report->scenarios[s], report->baseline))
      g_string_append_printf(out, "%s%s", out->len ? ", " : "", letter);
  }
  return g_string_free(out, out->len == 0);
}

static bool is_stopped(const struct outcome *outcome, const struct outcome *baseline)
{
  (void)baseline;
  return outcome->stopped_early;
}

static bool is_once(const struct outcome *outcome, const struct outcome *baseline)
{
  (void)baseline;
  return outcome->once || outcome->once_ahead;
}

static bool never_lasts(const struct outcome *outcome, const struct outcome *baseline)
{
  (void)baseline;
  for (int s = 0; s < outcome->n_standards; s++)
    if (outcome->standards[s].met >= 0 && !outcome->standards[s].lasts)
      return true;
  return false;
}

/* Adds "A, C: text" if there are letters, and frees them. */
static void add_note(GPtrArray *notes, char *letters, const char *text)
{
  if (letters)
    g_ptr_array_add(notes, g_strconcat(letters, ": ", text, NULL));
  g_free(letters);
}

/* What is assumed of first contacts that a scenario takes away. */
static void add_lost(GPtrArray *notes, const struct whatif_report *report)
{
  for (int s = 0; s < report->n_scenarios; s++) {
    const int64_t *values = report->scenarios[s]->values;
    g_autofree char *letter = whatif_letter(s);
    if (values[MEASURE_FCP_LOST] == OUTCOME_UNKNOWN || values[MEASURE_FCP_LOST] == 0)
      continue;
    g_ptr_array_add(notes,
                    g_strdup_printf("%s: of %" PRId64 " first contacts fewer %g%% are taken to "
                                    "come as referrals ('lost_fcp' of the waiting list)",
                                    letter, values[MEASURE_FCP_LOST],
                                    (double)values[MEASURE_FCP_LOST_SHARE] / 100));
  }
}

static void add_known(GPtrArray *notes, const struct outcome *baseline)
{
  const struct outcome_day *first = NULL, *last = NULL;
  guint days = 0;
  int weeks = 0, monday = DATE_NONE;
  for (guint i = 0; i < baseline->known->len; i++) {
    const struct outcome_day *day = &g_array_index(baseline->known, struct outcome_day, i);
    int own = day->date - date_weekday(day->date);
    if (day->recurs) {
      weeks += own != monday;
      monday = own;
      continue;
    }
    first = first ? first : day;
    last = day;
    days++;
  }
  if (days > 0) {
    char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
    date_format(first->date, from);
    date_format(last->date, until);
    g_ptr_array_add(notes, g_strdup_printf("%u days after the month, from %s to %s, have a rota "
                                           "already, which counts as it is",
                                           days, from, until));
  }
  if (weeks > 0)
    g_ptr_array_add(
        notes, g_strdup_printf("what comes back every month is in the weeks after it, "
                               "of the service as it is and of each scenario that leaves it so: "
                               "%d weeks",
                               weeks));
}

static void add_engines(GPtrArray *notes, const struct whatif_report *report)
{
  int count = 1 + report->n_scenarios;
  g_auto(GStrv) names = g_new0(char *, (gsize)count + 1);
  g_autofree const struct outcome **outcomes = g_new0(const struct outcome *, (gsize)count);
  for (int c = 0; c < count; c++) {
    names[c] = c == 0 ? g_strdup("as it is") : whatif_letter(c - 1);
    outcomes[c] = whatif_report_outcome(report, c);
  }
  engine_notes(notes, outcomes, (const char *const *)names, count);
}

GPtrArray *whatif_notes(const struct whatif_report *report)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
  const struct outcome *baseline = report->baseline;
  add_note(notes, letters_of(report, outcome_is_same),
           "the rota has to keep just what it has to keep now, so it is the same rota");
  if (baseline->status == OUTCOME_BUILT)
    add_note(notes, letters_of(report, outcome_is_open),
             "the proven gaps leave open whether the best rota costs more or less than that of the "
             "service as it is; more --time narrows them");
  add_note(notes, letters_of(report, is_stopped), "stopped early; the best rota until then counts");
  if (baseline->stopped_early)
    g_ptr_array_add(notes, g_strdup("as it is: stopped early; the best rota until then counts"));
  static const char once[] =
      "one search: the time was too short for others, so how far a figure is "
      "chance of the search is taken from the other services, or not known; "
      "give it more with --time";
  add_note(notes, letters_of(report, is_once), once);
  if (is_once(baseline, baseline))
    g_ptr_array_add(notes, g_strconcat("as it is: ", once, NULL));
  add_known(notes, baseline);
  add_lost(notes, report);
  add_engines(notes, report);
  char *letters = letters_of(report, never_lasts);
  if (letters || never_lasts(baseline, baseline))
    g_ptr_array_add(
        notes, g_strdup("! or not kept: the standard is met by then, but not in all weeks that "
                        "follow"));
  g_free(letters);
  if (baseline->weeks)
    g_ptr_array_add(notes,
                    g_strdup_printf("the waiting list is followed for %d weeks, in which referrals "
                                    "and attendance vary by chance; figures are means",
                                    baseline->n_weeks));
  return notes;
}
