#include "reports/html.h"

void html_text(GString *out, const char *text)
{
  for (const char *at = text; *at; at++) {
    unsigned char byte = (unsigned char)*at;
    if (byte == '&')
      g_string_append(out, "&amp;");
    else if (byte == '<')
      g_string_append(out, "&lt;");
    else if (byte == '>')
      g_string_append(out, "&gt;");
    else if (byte == '"')
      g_string_append(out, "&quot;");
    else if (byte == '\'')
      g_string_append(out, "&#39;");
    else if (byte >= ' ' || byte == '\n' || byte == '\t')
      g_string_append_c(out, *at);
  }
}

void html_element(GString *out, const char *name, const char *text)
{
  g_string_append_printf(out, "<%s>", name);
  html_text(out, text);
  g_string_append_printf(out, "</%s>", name);
}
