#include "reports/html.h"

#include <stdbool.h>

/* Characters that change the direction of the text behind them: LRE to RLO, LRI to PDI. */
static bool turns_text(const char *at)
{
  unsigned char first = (unsigned char)at[0], second = (unsigned char)at[1];
  if (first != 0xe2 || (second != 0x80 && second != 0x81))
    return false;
  unsigned char third = (unsigned char)at[2];
  return second == 0x80 ? third >= 0xaa && third <= 0xae : third >= 0xa6 && third <= 0xa9;
}

void html_text(GString *out, const char *text)
{
  for (const char *at = text; *at; at++) {
    unsigned char byte = (unsigned char)*at;
    if (turns_text(at)) {
      at += 2;
      continue;
    }
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
    else if ((byte >= ' ' && byte != 0x7f) || byte == '\n' || byte == '\t')
      g_string_append_c(out, *at);
  }
}

void html_element(GString *out, const char *name, const char *text)
{
  g_string_append_printf(out, "<%s>", name);
  html_text(out, text);
  g_string_append_printf(out, "</%s>", name);
}
