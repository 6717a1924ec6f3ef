#include "reports/advice_report.h"
#include "reports/advice_words.h"
#include "reports/answer_page.h"
#include "reports/held_words.h"
#include "reports/html.h"
#include "reports/text.h"
#include "reports/whatif_words.h"

static void number_cell(GString *out, int64_t number)
{
  g_string_append_printf(out, "<td>%" G_GINT64_FORMAT "</td>", number);
}

static void word_cell(GString *out, const char *text)
{
  g_string_append(out, "<td class=\"word\">");
  html_text(out, text);
  g_string_append(out, "</td>");
}

/* Prose, which may break. */
static void text_cell(GString *out, const char *text)
{
  g_string_append(out, "<td class=\"text\">");
  html_text(out, text);
  g_string_append(out, "</td>");
}

/* What the terminal says in a line, as a sentence. */
static void append_sentence(GString *out, const char *line)
{
  g_autoptr(GString) sentence = g_string_new(line);
  sentence->str[0] = g_ascii_toupper(sentence->str[0]);
  g_string_append_c(sentence, '.');
  html_element(out, "p", sentence->str);
}

/* --- limits ----------------------------------------------------------------- */

static void append_list(GString *out, const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append(out, "<ul>");
  for (guint i = 0; i < lines->len; i++)
    html_element(out, "li", lines->pdata[i]);
  g_string_append(out, "</ul>\n");
}

static void append_limit_rows(GString *out, const struct advice *advice, guint from, guint until)
{
  static const char *const titles[] = {"What", "<When", "Points saved", NULL};
  answer_page_table(out, from == 0 ? "Limits that bind" : "Limits that save less", titles);
  for (guint i = from; i < until; i++) {
    const struct advice_limit *limit = g_ptr_array_index(advice->limits, i);
    g_autofree char *points = advice_limit_points(limit);
    answer_page_row(out, limit->words);
    word_cell(out, limit->when);
    html_element(out, "td", points);
    g_string_append(out, "</tr>\n");
  }
  answer_page_table_end(out);
}

/* Those that save most; who asks for more has the others. */
static void append_limits_table(GString *out, const struct advice *advice)
{
  enum { LIMITS_SHOWN = 12 };
  guint all = advice->limits->len, shown = MIN(all, LIMITS_SHOWN);
  append_limit_rows(out, advice, 0, shown);
  if (shown == all)
    return;
  g_string_append_printf(
      out, "<p>These save most, of %u.</p>\n<details><summary>The others</summary>\n", all);
  append_limit_rows(out, advice, shown, all);
  g_string_append(out, "</details>\n");
}

static void append_limits(GString *out, const struct advice *advice)
{
  g_autoptr(GPtrArray) held = held_lines(advice->baseline, NULL);
  answer_page_section(out, "What holds the month back");
  if (held->len > 0)
    html_element(out, "p", "Of the sessions asked for, up to each target:");
  append_list(out, held);
  if (!advice->priced)
    html_element(out, "p", "The solver has not come as far as prices; give it more time.");
  else if (advice->limits->len == 0)
    html_element(out, "p", "No limit that binds would save a point if it gave way.");
  else {
    html_element(out, "p", advice_limits_caveat);
    append_limits_table(out, advice);
  }
  answer_page_section_end(out);
}

/* --- absences --------------------------------------------------------------- */

static void append_absence(GString *out, const struct advice_absence *absence)
{
  g_autofree char *by = advice_absence_by(absence), *lost = advice_absence_lost(absence),
                  *weeks = advice_absence_weeks(absence);
  answer_page_row(out, absence->name);
  number_cell(out, absence->band);
  word_cell(out, absence->week);
  number_cell(out, absence->sessions);
  number_cell(out, absence->alone);
  html_element(out, "td", lost);
  html_element(out, "td", weeks);
  text_cell(out, by);
  word_cell(out, advice_absence_sureness(absence));
  g_string_append(out, "</tr>\n");
}

static void append_absences(GString *out, const struct advice *advice)
{
  static const char *const titles[] = {"Who",
                                       "Band",
                                       "<At its worst",
                                       "Sessions",
                                       "Lost if nobody steps in",
                                       "Lost",
                                       "Weeks that lose",
                                       "<Of what",
                                       "<How sure",
                                       NULL};
  g_autofree char *summary = advice_absences_summary(advice);
  answer_page_section(out, "Who can't be spared");
  append_sentence(out, summary);
  html_element(out, "p", advice_absences_caveat);
  answer_page_table(out, "Who can't be spared", titles);
  for (guint i = 0; i < advice->absences->len; i++)
    append_absence(out, advice->absences->pdata[i]);
  answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_pairs(GString *out, const struct advice *advice)
{
  static const char *const titles[] = {"Who",   "<At its worst", "Lost",      "Apart",
                                       "Weeks", "<Of what",      "<How sure", NULL};
  g_autofree char *summary = advice_pairs_summary(advice);
  answer_page_section(out, "Which two must not be away together");
  append_sentence(out, summary);
  if (advice->pairs->len > 0) {
    html_element(out, "p", advice_pairs_caveat);
    answer_page_table(out, "Which two must not be away together", titles);
  }
  for (guint i = 0; i < advice->pairs->len; i++) {
    const struct advice_pair *pair = g_ptr_array_index(advice->pairs, i);
    g_autofree char *names = advice_pair_names(pair), *by = advice_absence_by(pair->worst);
    g_autofree char *lost = advice_absence_lost(pair->worst);
    answer_page_row(out, names);
    word_cell(out, pair->worst->week);
    html_element(out, "td", lost);
    number_cell(out, pair->apart);
    number_cell(out, pair->weeks);
    text_cell(out, by);
    word_cell(out, advice_absence_sureness(pair->worst));
    g_string_append(out, "</tr>\n");
  }
  if (advice->pairs->len > 0)
    answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_roles(GString *out, const struct advice *advice)
{
  static const char *const titles[] = {"What", "<Who can do it", "Lost by one absence",
                                       "<With all of them away", NULL};
  answer_page_section(out, "What hangs on few");
  answer_page_table(out, "What hangs on few", titles);
  for (guint i = 0; i < advice->roles->len; i++) {
    const struct advice_role *role = g_ptr_array_index(advice->roles, i);
    g_autofree char *holders = advice_role_holders(role);
    g_autofree char *together = advice_role_together(role);
    if (!advice_role_matters(role))
      continue;
    answer_page_row(out, role->words);
    word_cell(out, holders);
    number_cell(out, role->lost);
    text_cell(out, together);
    g_string_append(out, "</tr>\n");
  }
  answer_page_table_end(out);
  answer_page_section_end(out);
}

/* --- candidates ------------------------------------------------------------- */

/* What else changes, and what then holds more back. */
static void append_more(GString *out, const struct advice *advice,
                        const struct advice_candidate *candidate)
{
  g_autofree char *changes = advice_candidate_changes(advice, candidate);
  g_autoptr(GString) text = g_string_new(changes);
  g_autoptr(GPtrArray) lines =
      candidate->outcome ? held_lines(candidate->outcome, advice->baseline) : NULL;
  for (guint i = 0; lines && i < lines->len; i++)
    g_string_append_printf(text, "%s%s", text->len ? ". " : "", (char *)lines->pdata[i]);
  text_cell(out, text->str);
}

static void append_candidate(GString *out, const struct advice *advice, guint index)
{
  const struct advice_candidate *candidate = g_ptr_array_index(advice->candidates, index);
  static const enum outcome_measure shown[] = {MEASURE_GAPS, MEASURE_COST, MEASURE_FCP_GAP,
                                               MEASURE_LIST_END};
  g_autofree char *claim = advice_claim_words(advice, candidate);
  g_autoptr(GString) gap = g_string_new(NULL);
  g_autofree char *number = g_strdup_printf("%u", index + 1);
  answer_page_row(out, number);
  text_cell(out, candidate->words);
  for (gsize m = 0; m < G_N_ELEMENTS(shown); m++) {
    g_autoptr(GString) text = g_string_new(NULL);
    whatif_difference(text, &outcome_measures[shown[m]],
                      advice_candidate_difference(candidate, advice->baseline, shown[m]));
    html_element(out, "td", text->len ? text->str : "-");
  }
  whatif_figure(gap, &outcome_measures[MEASURE_GAP],
                candidate->outcome ? candidate->outcome->values[MEASURE_GAP] : OUTCOME_UNKNOWN);
  html_element(out, "td", gap->str);
  word_cell(out, claim);
  append_more(out, advice, candidate);
  g_string_append(out, "</tr>\n");
}

static void append_candidates(GString *out, const struct advice *advice)
{
  static const char *const titles[] = {"Rank",        "<What",         "Cover missing",
                                       "Points",      "PCN gap, days", "Waiting list at the end",
                                       "Proof's gap", "<How sure",     "<What else changes",
                                       NULL};
  answer_page_section(out, "What would help most");
  if (advice->candidates->len == 0)
    html_element(out, "p", "By the prices, no hire, skill, room or session would save anything.");
  else {
    html_element(out, "p", advice_candidates_caveat);
    answer_page_table(out, "What would help most", titles);
    for (guint i = 0; i < advice->candidates->len; i++)
      append_candidate(out, advice, i);
    answer_page_table_end(out);
    g_autoptr(GPtrArray) best = advice_best(advice);
    append_list(out, best);
  }
  answer_page_section_end(out);
}

/* --- the page --------------------------------------------------------------- */

/* How far from the best the rota is, as far as that is known. */
static void append_proof(GString *line, const struct outcome *baseline)
{
  g_autofree char *by =
      baseline->bound_by ? g_strdup_printf(" by %s", baseline->bound_by) : g_strdup("");
  if (baseline->values[MEASURE_GAP] == OUTCOME_UNKNOWN)
    return;
  g_string_append_printf(line, ", proven%s to be ", by);
  if (baseline->values[MEASURE_GAP] == 0)
    g_string_append(line, "the fewest there can be");
  else {
    g_string_append(line, "at most ");
    text_number(line, baseline->values[MEASURE_COST] - baseline->values[MEASURE_BOUND]);
    g_string_append(line, " above the fewest there can be");
  }
}

static void append_baseline(GString *out, const struct outcome *baseline)
{
  g_autoptr(GString) line = g_string_new("The rota as it is: ");
  if (baseline->status != OUTCOME_BUILT) {
    g_string_append(line, whatif_status_words(baseline->status));
    html_element(out, "p", line->str);
    if (baseline->reason)
      html_element(out, "pre", baseline->reason);
    return;
  }
  text_number(line, baseline->values[MEASURE_COST]);
  g_string_append(line, baseline->values[MEASURE_COST] == 1 ? " point" : " points");
  append_proof(line, baseline);
  g_string_append(line, "; needed sessions missing: ");
  text_number(line, baseline->values[MEASURE_GAPS]);
  html_element(out, "p", line->str);
}

static void append_engines(GString *out, const struct advice *advice)
{
  g_autoptr(GPtrArray) notes = advice_engine_notes(advice);
  for (guint i = 0; i < notes->len; i++)
    html_element(out, "p", notes->pdata[i]);
}

char *advice_html(const struct advice *advice)
{
  g_autofree char *month = whatif_month(advice->month);
  g_autofree char *title = g_strdup_printf("What would help: %s, %s", advice->service, month);
  GString *out = answer_page_begin(title);
  append_baseline(out, advice->baseline);
  answer_page_main(out);
  if (advice->baseline->status == OUTCOME_BUILT)
    append_limits(out, advice);
  if (advice->has_absences) {
    append_absences(out, advice);
    if (advice->has_pairs)
      append_pairs(out, advice);
    append_roles(out, advice);
  }
  if (advice->has_candidates)
    append_candidates(out, advice);
  append_engines(out, advice);
  return answer_page_end(out);
}
