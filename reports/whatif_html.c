#include "reports/answer_page.h"
#include "reports/held_words.h"
#include "reports/html.h"
#include "reports/text.h"
#include "reports/whatif_page.h"
#include "reports/whatif_words.h"

#include <string.h>

static void append_badge(GString *out, int column)
{
  g_autofree char *letter = whatif_letter(column - 1);
  g_string_append_printf(out, "<span class=\"badge\" style=\"background:%s\">%s</span>",
                         whatif_page_colour(column), letter);
}

/* Why there are no figures: the conflict's own lines. */
static void append_reason(struct whatif_page *page, const struct outcome *outcome)
{
  const char *words = whatif_status_words(outcome->status);
  if (!words)
    return;
  g_string_append(page->out, "<p class=\"warning\">");
  html_text(page->out, words);
  g_string_append(page->out, "</p>");
  if (outcome->reason)
    html_element(page->out, "pre", outcome->reason);
}

/* What holds the service back; of a scenario, more than as it is. */
static void append_held(struct whatif_page *page, int column)
{
  const struct whatif_report *report = page->report;
  g_autoptr(GPtrArray) lines =
      held_lines(whatif_report_outcome(report, column), column > 0 ? report->baseline : NULL);
  if (lines->len == 0)
    return;
  html_element(page->out, "p", column > 0 ? "Held back by" : "As it is, held back by");
  g_string_append(page->out, "<ul>");
  for (guint i = 0; i < lines->len; i++)
    html_element(page->out, "li", lines->pdata[i]);
  g_string_append(page->out, "</ul>");
}

static void append_scenario(struct whatif_page *page, int column)
{
  const struct outcome *outcome = whatif_report_outcome(page->report, column);
  g_string_append(page->out, "<li><h3>");
  append_badge(page->out, column);
  html_text(page->out, outcome->name);
  g_string_append(page->out, "</h3><ul>");
  for (char **change = outcome->changes; *change; change++)
    html_element(page->out, "li", *change);
  if (!*outcome->changes)
    html_element(page->out, "li", "changes nothing");
  g_string_append(page->out, "</ul>");
  append_reason(page, outcome);
  append_held(page, column);
  g_string_append(page->out, "</li>\n");
}

static void append_scenarios(struct whatif_page *page)
{
  g_string_append(page->out,
                  "<section><h2>What each scenario changes</h2>\n"
                  "<ol class=\"cards\">\n");
  for (int c = 1; c < page->columns; c++)
    append_scenario(page, c);
  g_string_append(page->out, "</ol>\n");
  append_held(page, 0);
  if (page->report->baseline->status != OUTCOME_BUILT) {
    html_element(page->out, "p", "The service as it is:");
    append_reason(page, page->report->baseline);
  }
  g_string_append(page->out, "</section>\n");
}

static void append_notes(struct whatif_page *page)
{
  g_autoptr(GPtrArray) notes = whatif_notes(page->report);
  g_string_append(page->out, "<section><h2>How to read this</h2>\n<ul>\n");
  html_element(page->out, "li",
               "Every rota was checked by rules that take no part in the search. Cost adds up, in "
               "points, what is short or not as wished; no lawful rota costs less than the bound.");
  html_element(page->out, "li",
               "A difference that is not clear is grey, with ~ before it: a cost where the proven "
               "ranges overlap, a list within its 8 cases in 10 as it is, any figure within what "
               "other searches for the same services found.");
  html_element(page->out, "li",
               "A clear change for the better is marked \xe2\x96\xb2 and blue, for the worse "
               "\xe2\x96\xbc and orange.");
  for (guint i = 0; i < notes->len; i++)
    html_element(page->out, "li", notes->pdata[i]);
  g_string_append(page->out, "</ul></section>\n");
}

/* The scenario that leaves the fewest waiting; 0: no list is known. */
static int fewest_waiting(const struct whatif_page *page)
{
  int best = 0;
  int64_t least = INT64_MAX;
  for (int c = 1; c < page->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(page->report, c);
    int64_t people = outcome->values[MEASURE_LIST_END];
    if (outcome->status != OUTCOME_BUILT || people == OUTCOME_UNKNOWN || people >= least)
      continue;
    best = c;
    least = people;
  }
  return best;
}

/* How the list at the end compares with that of the service as it is, as the table has it. */
static const char *verdict_of(const struct whatif_page *page, int column)
{
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    const struct answer_cell *cell = &answer->cells[column];
    if (strcmp(answer->measure.id, outcome_measures[MEASURE_LIST_END].id) == 0)
      return cell->difference == 0  ? "as many"
             : cell->unclear        ? "no clear difference"
             : cell->difference < 0 ? "clearly fewer"
                                    : "clearly more";
  }
  return "not known";
}

/* With which others those waiting at the end are within what chance brings to the best. */
static void append_as_good(const struct whatif_page *page, int best, GString *line)
{
  const int64_t most = whatif_report_outcome(page->report, best)->values[MEASURE_LIST_END_HIGH];
  int count = 0;
  for (int c = 1; c < page->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(page->report, c);
    int64_t people = outcome->values[MEASURE_LIST_END];
    if (c == best || outcome->status != OUTCOME_BUILT || people == OUTCOME_UNKNOWN || people > most)
      continue;
    g_autofree char *letter = whatif_letter(c - 1);
    g_string_append(line, count++ == 0 ? " Not clearly more wait with " : ", ");
    g_string_append_printf(line, "%s (", letter);
    text_number(line, people);
    g_string_append_c(line, ')');
  }
  if (count > 0)
    g_string_append_c(line, '.');
}

/* The best for the list, how sure that is, and what it costs. */
static void append_summary(struct whatif_page *page)
{
  const struct outcome *base = page->report->baseline;
  int best = fewest_waiting(page);
  if (best == 0 || !base->weeks)
    return;
  const struct outcome *outcome = whatif_report_outcome(page->report, best);
  const int64_t *values = outcome->values, *now = base->values;
  g_autofree char *letter = whatif_letter(best - 1);
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "Fewest wait at the end with %s, %s: ", letter, outcome->name);
  text_number(line, values[MEASURE_LIST_END]);
  g_string_append(line, " people (8 cases in 10: ");
  text_number(line, values[MEASURE_LIST_END_LOW]);
  g_string_append(line, " to ");
  text_number(line, values[MEASURE_LIST_END_HIGH]);
  g_string_append(line, "), and as it is ");
  text_number(line, now[MEASURE_LIST_END]);
  g_string_append_printf(line, ": %s.", verdict_of(page, best));
  append_as_good(page, best, line);
  g_string_append_printf(line, " The rota of %s costs ", letter);
  text_number(line, values[MEASURE_COST]);
  g_string_append(line, " points, as it is ");
  text_number(line, now[MEASURE_COST]);
  g_string_append(line, outcome_is_open(outcome, base) ? "; which is dearer is not proven." : ".");
  html_element(page->out, "p", line->str);
}

static void append_head(struct whatif_page *page)
{
  g_autoptr(GString) line = g_string_new(NULL);
  text_count(line, page->report->n_scenarios, "scenario", "scenarios");
  g_string_append(line, " beside the service as it is");
  html_element(page->out, "p", line->str);
  append_summary(page);
  answer_page_main(page->out);
}

char *whatif_html(const struct whatif_report *report)
{
  g_autoptr(GPtrArray) answers =
      answers_new(report->baseline, report->scenarios, report->n_scenarios);
  g_autofree char *month = whatif_month(report->baseline->month);
  g_autofree char *title = g_strdup_printf("What if? %s, %s", report->baseline->service, month);
  struct whatif_page page = {answer_page_begin(title), report, answers, 1 + report->n_scenarios,
                             outcome_week_ends(report->baseline, 0) + 1};
  append_head(&page);
  append_scenarios(&page);
  whatif_page_tables(&page);
  whatif_page_charts(&page);
  append_notes(&page);
  return answer_page_end(page.out);
}
