#include "reports/advice_report.h"
#include "reports/advice_words.h"
#include "reports/held_words.h"
#include "reports/text.h"
#include "reports/whatif_words.h"

#include <string.h>

/* Lists end after so many lines; files have all of them. */
enum { LINES_MOST = 15, POINTS_WIDTH = 10, INDENT = 2 };

static void print_heading(GString *out, const char *text, bool colour)
{
  g_string_append_c(out, '\n');
  text_bold(out, text, colour);
  g_string_append_c(out, '\n');
}

static void print_indented(GString *out, const char *text)
{
  g_string_append(out, "  ");
  text_wrap(out, text, INDENT);
}

static void print_rest(GString *out, guint all)
{
  if (all > LINES_MOST)
    g_string_append_printf(out, "  ... and %u more, in --csv, --json and --html\n",
                           all - LINES_MOST);
}

/* Adds sentences, each with a line of its own. */
static void print_lines(GString *out, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    print_indented(out, lines->pdata[i]);
}

/* --- limits ----------------------------------------------------------------- */

static void print_limits(GString *out, const struct advice *advice, bool colour)
{
  g_autoptr(GPtrArray) held = held_lines(advice->baseline, NULL);
  print_heading(out, "What holds the month back", colour);
  print_lines(out, held);
  if (held->len > 0)
    g_string_append_c(out, '\n');
  if (!advice->priced) {
    print_indented(out, "the solver has not come as far as prices; give it more with --time");
    return;
  }
  if (advice->limits->len == 0) {
    print_indented(out, "nothing: no limit that binds would save a point if it gave way");
    return;
  }
  print_indented(out, advice_limits_caveat);
  g_string_append(out, "\n      saves\n");
  for (guint i = 0; i < MIN(advice->limits->len, LINES_MOST); i++) {
    const struct advice_limit *limit = g_ptr_array_index(advice->limits, i);
    g_autofree char *points = advice_limit_points(limit);
    g_string_append(out, " ");
    text_right(out, points, POINTS_WIDTH);
    g_autofree char *text = g_strdup_printf("%s, %s", limit->words, limit->when);
    g_string_append(out, "  ");
    text_wrap(out, text, POINTS_WIDTH + 3);
  }
  print_rest(out, advice->limits->len);
}

/* --- absences --------------------------------------------------------------- */

static void print_absence(GString *out, const struct advice_absence *absence)
{
  enum { LOST_WIDTH = 5 };
  g_autofree char *by = advice_absence_by(absence);
  g_autofree char *lost = advice_absence_lost(absence), *weeks = advice_absence_weeks(absence);
  const char *sure = advice_absence_sureness(absence);
  g_string_append(out, " ");
  text_right(out, lost, LOST_WIDTH);
  g_autofree char *text =
      g_strdup_printf("%s (band %d), %s: %s%s%s%s; %s weeks", absence->name, absence->band,
                      absence->week, by, *sure ? " (" : "", sure, *sure ? ")" : "", weeks);
  g_string_append(out, "  ");
  text_wrap(out, text, LOST_WIDTH + 3);
}

static void print_pair(GString *out, const struct advice_pair *pair)
{
  enum { LOST_WIDTH = 5, APART_WIDTH = 7 };
  g_autofree char *lost = advice_absence_lost(pair->worst), *by = advice_absence_by(pair->worst);
  g_autofree char *names = advice_pair_names(pair);
  g_autofree char *apart = g_strdup_printf("%" G_GINT64_FORMAT, pair->apart);
  const char *sure = advice_absence_sureness(pair->worst);
  g_string_append(out, " ");
  text_right(out, lost, LOST_WIDTH);
  text_right(out, apart, APART_WIDTH);
  g_autofree char *text = g_strdup_printf("%s, %s: %s%s%s%s", names, pair->worst->week, by,
                                          *sure ? " (" : "", sure, *sure ? ")" : "");
  g_string_append(out, "  ");
  text_wrap(out, text, LOST_WIDTH + APART_WIDTH + 3);
}

static void print_pairs(GString *out, const struct advice *advice, bool colour)
{
  g_autofree char *summary = advice_pairs_summary(advice);
  print_heading(out, "Which two must not be away together", colour);
  print_indented(out, summary);
  if (advice->pairs->len > 0) {
    print_indented(out, advice_pairs_caveat);
    g_string_append(out, "\n  lost  apart\n");
  }
  for (guint i = 0; i < MIN(advice->pairs->len, LINES_MOST); i++)
    print_pair(out, advice->pairs->pdata[i]);
  print_rest(out, advice->pairs->len);
}

static void print_roles(GString *out, const struct advice *advice, bool colour)
{
  guint shown = 0;
  for (guint i = 0; i < advice->roles->len; i++) {
    const struct advice_role *role = g_ptr_array_index(advice->roles, i);
    if (!advice_role_matters(role) || shown++ >= LINES_MOST)
      continue;
    if (shown == 1)
      print_heading(out, "What hangs on few", colour);
    g_autofree char *holders = advice_role_holders(role);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%s: %s", role->words, holders);
    if (role->lost > 0)
      g_string_append_printf(text, "; %" G_GINT64_FORMAT " lost by one absence", role->lost);
    g_autofree char *together = advice_role_together(role);
    if (*together)
      g_string_append_printf(text, "; %s", together);
    print_indented(out, text->str);
  }
  print_rest(out, shown);
}

static void print_absences(GString *out, const struct advice *advice, bool colour)
{
  print_heading(out, "Who can't be spared", colour);
  g_autofree char *summary = advice_absences_summary(advice);
  print_indented(out, summary);
  const struct absence_counts counts = advice_absence_counts(advice);
  if (counts.shown > 0) {
    print_indented(out, advice_absences_caveat);
    g_string_append(out, "\n  lost\n");
  }
  int shown = 0;
  for (guint i = 0; i < advice->absences->len && shown < LINES_MOST; i++) {
    const struct advice_absence *absence = g_ptr_array_index(advice->absences, i);
    if (!advice_absence_is_shown(absence))
      continue;
    print_absence(out, absence);
    shown++;
  }
  print_rest(out, (guint)counts.shown);
  if (advice->has_pairs)
    print_pairs(out, advice, colour);
  print_roles(out, advice, colour);
}

/* --- candidates ------------------------------------------------------------- */

/* A difference of the candidate's, right-aligned. Returns whether it is shown as "-". */
static bool print_difference(GString *out, const struct advice *advice,
                             const struct advice_candidate *candidate, enum outcome_measure measure,
                             int width)
{
  g_autoptr(GString) text = g_string_new(NULL);
  whatif_difference(text, &outcome_measures[measure],
                    advice_candidate_difference(candidate, advice->baseline, measure));
  text_right(out, text->len ? text->str : "-", width);
  return text->len == 0;
}

/* What else changes, and what then holds more back. */
static void print_more(GString *out, const struct advice *advice,
                       const struct advice_candidate *candidate)
{
  enum { MORE_INDENT = 5 };
  g_autofree char *changes = advice_candidate_changes(advice, candidate);
  g_autoptr(GPtrArray) lines = candidate->outcome ? held_lines(candidate->outcome, advice->baseline)
                                                  : g_ptr_array_new_with_free_func(g_free);
  if (*changes)
    g_ptr_array_insert(lines, 0, g_steal_pointer(&changes));
  for (guint i = 0; i < lines->len; i++) {
    text_left(out, "", MORE_INDENT);
    text_wrap(out, lines->pdata[i], MORE_INDENT);
  }
}

/* Returns whether a "-" is shown. */
static bool print_candidate(GString *out, const struct advice *advice,
                            const struct advice_candidate *candidate, int rank)
{
  g_autofree char *claim = advice_claim_words(advice, candidate);
  g_autoptr(GString) gap = g_string_new(NULL);
  whatif_figure(gap, &outcome_measures[MEASURE_GAP],
                candidate->outcome ? candidate->outcome->values[MEASURE_GAP] : OUTCOME_UNKNOWN);
  g_string_append_printf(out, "  %2d ", rank);
  text_wrap(out, candidate->words, 5);
  g_string_append(out, "     ");
  bool unknown = print_difference(out, advice, candidate, MEASURE_GAPS, 8);
  unknown |= print_difference(out, advice, candidate, MEASURE_COST, 10);
  unknown |= print_difference(out, advice, candidate, MEASURE_FCP_GAP, 9);
  unknown |= print_difference(out, advice, candidate, MEASURE_LIST_END, 11);
  text_right(out, gap->str, 9);
  g_string_append(out, "  ");
  text_wrap(out, claim, 54);
  print_more(out, advice, candidate);
  return unknown || strcmp(gap->str, "-") == 0;
}

static void print_candidates(GString *out, const struct advice *advice, bool colour)
{
  print_heading(out, "What would help most", colour);
  if (advice->candidates->len == 0) {
    print_indented(out, "by the prices, no hire, skill, room or session would save anything");
    return;
  }
  print_indented(out, advice_candidates_caveat);
  g_string_append(out, "\n     missing cover    points  PCN gap  waiting list     gap\n");
  bool unknown = false;
  for (guint i = 0; i < advice->candidates->len; i++)
    unknown |= print_candidate(out, advice, g_ptr_array_index(advice->candidates, i), (int)i + 1);
  if (unknown)
    print_indented(out, "-: not known");
  g_autoptr(GPtrArray) best = advice_best(advice);
  g_string_append_c(out, '\n');
  print_lines(out, best);
}

/* --- all of it -------------------------------------------------------------- */

static void print_title(GString *out, const struct advice *advice, bool colour)
{
  const struct outcome *baseline = advice->baseline;
  g_autofree char *month = whatif_month(advice->month);
  g_autofree char *title = g_strdup_printf("%s, %s: what would help", advice->service, month);
  text_bold(out, title, colour);
  g_string_append_c(out, '\n');
  if (baseline->status != OUTCOME_BUILT) {
    g_string_append_printf(out, "\n  %s\n", whatif_status_words(baseline->status));
    if (baseline->reason)
      g_string_append_printf(out, "%s%s", baseline->reason,
                             g_str_has_suffix(baseline->reason, "\n") ? "" : "\n");
    return;
  }
  g_string_append(out, "  the rota as it is: cost ");
  whatif_figure(out, &outcome_measures[MEASURE_COST], baseline->values[MEASURE_COST]);
  g_string_append(out, ", gap ");
  whatif_figure(out, &outcome_measures[MEASURE_GAP], baseline->values[MEASURE_GAP]);
  g_string_append(out, ", sessions of cover missing ");
  whatif_figure(out, &outcome_measures[MEASURE_GAPS], baseline->values[MEASURE_GAPS]);
  g_string_append(out, "\n");
}

static void print_engines(GString *out, const struct advice *advice)
{
  g_autoptr(GPtrArray) notes = advice_engine_notes(advice);
  if (notes->len > 0)
    g_string_append_c(out, '\n');
  for (guint i = 0; i < notes->len; i++)
    print_indented(out, notes->pdata[i]);
}

char *advice_table(const struct advice *advice, bool colour)
{
  GString *out = g_string_new(NULL);
  print_title(out, advice, colour);
  if (advice->baseline->status != OUTCOME_BUILT)
    return g_string_free(out, FALSE);
  print_limits(out, advice, colour);
  if (advice->has_absences)
    print_absences(out, advice, colour);
  if (advice->has_candidates)
    print_candidates(out, advice, colour);
  print_engines(out, advice);
  return g_string_free(out, FALSE);
}
