#include "reports/answer_page.h"

#include "reports/html.h"
#include "reports/page/page.h"

GString *answer_page_begin(const char *title)
{
  return html_begin(title, title, asset_scroll, asset_answers);
}

void answer_page_main(GString *out)
{
  g_string_append(out, "</header>\n<main id=\"main\">\n");
}

char *answer_page_end(GString *out)
{
  g_string_append(out, "</main>\n</body></html>\n");
  return g_string_free(out, FALSE);
}

void answer_page_section(GString *out, const char *title)
{
  g_string_append(out, "<section>");
  html_element(out, "h2", title);
  g_string_append_c(out, '\n');
}

void answer_page_section_end(GString *out)
{
  g_string_append(out, "</section>\n");
}

void answer_page_table(GString *out, const char *label, const char *const *columns)
{
  g_string_append(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
  html_text(out, label);
  g_string_append(out, "\"><table style=\"");
  for (int c = 0; columns[c]; c++)
    g_string_append_printf(out, "--c%d:'%s:';", c + 1, columns[c] + (columns[c][0] == '<'));
  g_string_append(out, "\"><thead><tr>");
  for (; *columns; columns++) {
    bool of_words = **columns == '<';
    g_string_append(out, of_words ? "<th scope=\"col\" class=\"word\">" : "<th scope=\"col\">");
    html_text(out, *columns + of_words);
    g_string_append(out, "</th>");
  }
  g_string_append(out, "</tr></thead>\n<tbody>\n");
}

void answer_page_table_end(GString *out)
{
  g_string_append(out, "</tbody></table></div>\n");
}

void answer_page_row(GString *out, const char *head)
{
  enum { LONG = 40 }; /* it may take several lines, lest it push the figures out of sight */
  g_string_append(out, g_utf8_strlen(head, -1) > LONG ? "<tr><th scope=\"row\" class=\"long\">"
                                                      : "<tr><th scope=\"row\">");
  html_text(out, head);
  g_string_append(out, "</th>");
}
