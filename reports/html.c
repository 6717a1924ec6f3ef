#include "reports/html.h"

#include "reports/text.h"

void html_text(GString *out, const char *text)
{
  g_autofree char *plain = text_plain(text);
  for (const char *at = plain; *at; at++)
    switch (*at) {
    case '&':
      g_string_append(out, "&amp;");
      break;
    case '<':
      g_string_append(out, "&lt;");
      break;
    case '>':
      g_string_append(out, "&gt;");
      break;
    case '"':
      g_string_append(out, "&quot;");
      break;
    case '\'':
      g_string_append(out, "&#39;");
      break;
    default:
      g_string_append_c(out, *at);
    }
}

void html_element(GString *out, const char *name, const char *text)
{
  g_string_append_printf(out, "<%s>", name);
  html_text(out, text);
  g_string_append_printf(out, "</%s>", name);
}
