/* The answers as tables. */
#include "reports/html.h"
#include "reports/whatif_page.h"
#include "reports/whatif_words.h"

#include <string.h>

/* More columns than these stand closer together. */
enum { COLUMNS_WIDE = 9 };

static void append_head(struct whatif_page *page, const char *caption)
{
  g_string_append_printf(page->out, "<div class=\"scroll\"><table%s>",
                         page->columns > COLUMNS_WIDE ? " class=\"many\"" : "");
  html_element(page->out, "caption", caption);
  g_string_append(page->out, "<thead><tr><th scope=\"col\"></th><th scope=\"col\">as it is</th>");
  for (int c = 1; c < page->columns; c++) {
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
  g_autofree char *text = whatif_change(answer, column);
  int judged = 1 + answer->cells[column].judged;
  if (!text[0])
    return;
  g_string_append_printf(page->out, "<small class=\"%s\"%s>%s", classes[judged], words[judged],
                         marks[judged]);
  html_text(page->out, text);
  g_string_append(page->out, "</small>");
}

static void append_answer(struct whatif_page *page, const struct answer *answer)
{
  bool plain = strcmp(answer->measure.unit, "%") == 0 || answer->is_standard ||
               strstr(answer->measure.words, answer->measure.unit);
  g_string_append(page->out, "<tr><th scope=\"row\">");
  html_text(page->out, answer->measure.words);
  if (!plain) {
    g_string_append(page->out, "<span class=\"unit\">");
    html_text(page->out, answer->measure.unit);
    g_string_append(page->out, "</span>");
  }
  g_string_append(page->out, "</th>");
  for (int c = 0; c < page->columns; c++) {
    g_autofree char *value = whatif_value(answer, c);
    g_string_append(page->out, "<td>");
    html_text(page->out, value);
    append_change(page, answer, c);
    g_string_append(page->out, "</td>");
  }
  g_string_append(page->out, "</tr>\n");
}

/* Is the answer about one rule, or one network? */
static bool is_part(const struct answer *answer)
{
  return answer->measure.detail && answer->label;
}

static void append_answers(struct whatif_page *page)
{
  enum measure_group group = MEASURE_GROUPS;
  append_head(page, "Each answer, and under it the difference from the service as it is");
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    if (is_part(answer))
      continue;
    if (answer->measure.group != group)
      g_string_append_printf(
          page->out, "<tr><th scope=\"rowgroup\" class=\"group\" colspan=\"%d\">%s</th></tr>\n",
          1 + page->columns, measure_group_names[answer->measure.group]);
    group = answer->measure.group;
    append_answer(page, answer);
  }
  append_foot(page);
}

static void append_parts(struct whatif_page *page, enum measure_group group, const char *title,
                         const char *caption)
{
  bool any = false;
  for (guint i = 0; i < page->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(page->answers, i);
    if (!is_part(answer) || answer->measure.group != group)
      continue;
    if (!any) {
      g_string_append(page->out, "<section>");
      html_element(page->out, "h2", title);
      append_head(page, caption);
    }
    any = true;
    append_answer(page, answer);
  }
  if (!any)
    return;
  append_foot(page);
  g_string_append(page->out, "</section>\n");
}

void whatif_page_tables(struct whatif_page *page)
{
  g_string_append(page->out, "<section><h2>The answers</h2>\n");
  append_answers(page);
  g_string_append(page->out, "</section>\n");
  append_parts(page, GROUP_FCP, "First contact by network",
               "FCP sessions a week per 10,000 patients, and the longest run of open days without");
  append_parts(page, GROUP_COVER, "What is short, by rule",
               "People or units missing in the month, and what they cost");
}
