/* The answers as tables. */
#include "model/date.h"
#include "model/words.h"
#include "reports/html.h"
#include "reports/whatif_page.h"
#include "reports/whatif_words.h"

#include <string.h>

/* So many scenarios and the service as it is go across a sheet of A4 on its side, and across a
 * screen: more of them have another table below. */
enum { SCENARIOS_ACROSS = 6 };

/* Scenarios from ... until - 1, as columns; the service as it is comes first in any table. */
struct span {
  int from, until;
};

static int spans_count(const struct whatif_page *page)
{
  return MAX(1, (page->columns - 1 + SCENARIOS_ACROSS - 1) / SCENARIOS_ACROSS);
}

/* As even as they go. */
static struct span span_of(const struct whatif_page *page, int index)
{
  int scenarios = page->columns - 1, count = spans_count(page);
  return (struct span){1 + scenarios * index / count, 1 + scenarios * (index + 1) / count};
}

static void append_head(struct whatif_page *page, struct span span, const char *caption)
{
  g_string_append(page->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
  html_text(page->out, caption);
  g_string_append(page->out, "\"><table>");
  html_element(page->out, "caption", caption);
  g_string_append(page->out,
                  "<thead><tr><th scope=\"col\">Answer</th><th scope=\"col\">As it is</th>");
  for (int c = span.from; c < span.until; c++) {
    g_autofree char *letter = whatif_letter(c - 1);
    g_string_append_printf(page->out,
                           "<th scope=\"col\"><span class=\"badge\" style=\"background:%s;"
                           "margin:0\" title=\"",
                           whatif_page_colour(c));
    html_text(page->out, whatif_report_outcome(page->report, c)->name);
    g_string_append_printf(page->out, "\">%s</span></th>", letter);
  }
  g_string_append(page->out, "</tr></thead>\n<tbody>\n");
}

static void append_foot(struct whatif_page *page)
{
  g_string_append(page->out, "</tbody></table></div>\n");
}

static void append_change(struct whatif_page *page, const struct answer *answer, int column)
{
  static const char *const classes[] = {"bad", "", "good"};
  static const char *const marks[] = {"\xe2\x96\xbc ", "", "\xe2\x96\xb2 "};
  static const char *const words[] = {" title=\"worse\"", "", " title=\"better\""};
  g_autofree char *text = whatif_change_figure(answer, column);
  const struct answer_cell *cell = &answer->cells[column];
  int judged = 1 + cell->judged;
  if (column == 0)
    return;
  if (cell->unclear)
    g_string_append(page->out, "<small class=\"unclear\" title=\"not clear\">~ ");
  else
    g_string_append_printf(page->out, "<small class=\"%s\"%s>%s", classes[judged], words[judged],
                           marks[judged]);
  html_text(page->out, text);
  if (answer->is_standard && cell->difference != OUTCOME_UNKNOWN && cell->difference != 0)
    g_string_append(page->out, ABS(cell->difference) == 1 ? " week" : " weeks");
  g_string_append(page->out, "</small>");
}

/* A figure, or the day by which a standard is met, and whether that lasts. */
static char *value_of(const struct answer *answer, int column)
{
  const struct answer_cell *cell = &answer->cells[column];
  if (cell->met_on == DATE_NONE)
    return whatif_value(answer, column);
  g_autofree char *day = whatif_day(cell->met_on);
  return g_strconcat(day, cell->standard->lasts ? "" : ", not kept", NULL);
}

static void append_cell(struct whatif_page *page, const struct answer *answer, int column)
{
  g_autofree char *value = value_of(answer, column);
  g_string_append(page->out, "<td>");
  html_text(page->out, value);
  append_change(page, answer, column);
  g_string_append(page->out, "</td>");
}

/* Of what is short by rule, the rule's name in words. */
static char *words_of(const struct answer *answer)
{
  const char *words = answer->measure.words;
  return answer->label && answer->measure.group == GROUP_COVER ? words_key(words) : g_strdup(words);
}

static void append_answer(struct whatif_page *page, struct span span, const struct answer *answer)
{
  g_autofree char *words = words_of(answer);
  bool plain = strcmp(answer->measure.unit, "%") == 0 || answer->is_standard ||
               strstr(answer->measure.words, answer->measure.unit);
  g_string_append(page->out, "<tr><th scope=\"row\">");
  html_text(page->out, words);
  if (!plain) {
    g_string_append(page->out, "<span class=\"unit\">");
    html_text(page->out, answer->measure.unit);
    g_string_append(page->out, "</span>");
  }
  g_string_append(page->out, "</th>");
  append_cell(page, answer, 0);
  for (int c = span.from; c < span.until; c++)
    append_cell(page, answer, c);
  g_string_append(page->out, "</tr>\n");
}

/* Is the answer about one rule, or one network? */
static bool is_part(const struct answer *answer)
{
  return answer->measure.detail && answer->label;
}

static void append_group(struct whatif_page *page, struct span span, enum measure_group group)
{
  bool any = false;
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    if (is_part(answer) || answer->measure.group != group)
      continue;
    if (!any)
      g_string_append_printf(
          page->out, "<tr><th scope=\"rowgroup\" class=\"group\" colspan=\"%d\">%s</th></tr>\n",
          2 + span.until - span.from, measure_group_names[group]);
    any = true;
    append_answer(page, span, answer);
  }
}

/* What becomes of patients and people comes before what the search says of itself. */
static void append_answers(struct whatif_page *page, struct span span)
{
  append_head(page, span, "Each answer, and under it the difference from the service as it is");
  for (int group = 0; group < MEASURE_GROUPS; group++)
    if (group != GROUP_ROTA)
      append_group(page, span, (enum measure_group)group);
  append_group(page, span, GROUP_ROTA);
  append_foot(page);
}

static void append_part(struct whatif_page *page, struct span span, enum measure_group group,
                        const char *caption)
{
  append_head(page, span, caption);
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    if (is_part(answer) && answer->measure.group == group)
      append_answer(page, span, answer);
  }
  append_foot(page);
}

static bool has_parts(const struct whatif_page *page, enum measure_group group)
{
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    if (is_part(answer) && answer->measure.group == group)
      return true;
  }
  return false;
}

static void append_parts(struct whatif_page *page, enum measure_group group, const char *title,
                         const char *caption)
{
  if (!has_parts(page, group))
    return;
  g_string_append(page->out, "<section>");
  html_element(page->out, "h2", title);
  for (int i = 0; i < spans_count(page); i++)
    append_part(page, span_of(page, i), group, caption);
  g_string_append(page->out, "</section>\n");
}

void whatif_page_tables(struct whatif_page *page)
{
  g_string_append(page->out, "<section><h2>The answers</h2>\n");
  for (int i = 0; i < spans_count(page); i++)
    append_answers(page, span_of(page, i));
  g_string_append(page->out, "</section>\n");
  append_parts(page, GROUP_FCP, "First contact by network",
               "FCP sessions a week per 10,000 patients, and the longest run of open days without");
  append_parts(page, GROUP_COVER, "What is short, by rule",
               "People or units missing in the month, and what they cost");
}
