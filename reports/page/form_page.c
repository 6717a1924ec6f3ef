#include "reports/page/form_page.h"

#include "model/date.h"
#include "reports/page/page.h"

#include <stdlib.h>

/* The document where the script reads it: no "<" in it, so that nothing in it ends the element. */
static void append_document(GString *out, const json_t *document)
{
  char *text = json_dumps(document, JSON_COMPACT | JSON_SORT_KEYS);
  g_string_append(out, "<script type=\"application/json\" id=\"given\">");
  for (const char *at = text; *at; at++)
    if (*at == '<')
      g_string_append(out, "\\u003c");
    else
      g_string_append_c(out, *at);
  g_string_append(out, "</script>\n");
  free(text);
}

static void append_section(GString *out, const char *id, const char *title, const char *words)
{
  g_string_append_printf(
      out,
      "<section><h2 id=\"h-%s\">%s</h2><p>%s</p>"
      "<div id=\"%s\" role=\"group\" aria-labelledby=\"h-%s\"></div></section>\n",
      id, title, words, id, id);
}

char *form_page(const json_t *document)
{
  const json_t *clinician = json_object_get(document, "clinician");
  const char *month = json_string_value(json_object_get(document, "title"));
  const char *name = json_string_value(json_object_get(clinician, "name"));
  g_autofree char *title = g_strdup_printf("Preferences for %s: %s", month, name);
  const char *close =
      json_string_value(json_object_get(json_object_get(document, "criteria"), "close"));
  char day[DATE_LONG_SIZE] = "";
  int date;
  if (close && date_parse(close, &date))
    date_format_long(date, day);
  g_autofree char *subtitle =
      g_strdup_printf("%s%s%s", json_string_value(json_object_get(document, "service")),
                      day[0] ? "; to be sent by " : "", day);
  GString *out = page_head(title, subtitle, false);
  g_string_append(out,
                  "<noscript><p>This form needs scripts to be allowed in the browser. The "
                  "same can be written by hand: see docs/format.md.</p></noscript>\n"
                  "<p id=\"when\"></p>"
                  "<div class=\"tally\"><ul class=\"left\" id=\"left\" aria-live=\"polite\"></ul>"
                  "<p id=\"said\" role=\"alert\"></p></div>\n");
  append_section(out, "sites", "Places", "How you feel about a session there.");
  append_section(out, "tasks", "Tasks", "How you feel about a session of it.");
  append_section(out, "calendar", "Sessions",
                 "Choose one of your sessions to ask for something in it.");
  append_section(out, "asked", "What you ask for in these sessions", "");
  append_section(out, "people", "Colleagues", "With whom you like, or would rather not, work.");
  g_string_append(
      out,
      "<section id=\"send\"><h2>Send it</h2><p>Download the file and send it to whoever "
      "builds the rota. Until then a draft is kept in this browser.</p>\n"
      "<p><button id=\"download\" type=\"button\">Download</button> "
      "<button id=\"clear\" type=\"button\">Begin again</button></p>\n"
      "<details><summary>What the file says</summary><pre id=\"text\" "
      "tabindex=\"0\"></pre></details></section>\n");
  append_document(out, document);
  g_string_append_printf(out, "</main>\n<script>\n%s</script>\n</body></html>\n", asset_form);
  return g_string_free(out, FALSE);
}
