#include "reports/html.h"

#include "reports/text.h"

#include <string.h>

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

/* A text as CSS has it in quotes: what CSS or HTML would take otherwise stands by its number. */
static void append_css_string(GString *out, const char *text)
{
  g_autofree char *plain = text_plain(text);
  g_string_append_c(out, '"');
  for (const char *at = plain; *at; at++)
    if ((guchar)*at >= 0x80 || g_ascii_isalnum(*at) || strchr(" ,.:;-", *at))
      g_string_append_c(out, *at);
    else
      g_string_append_printf(out, "\\%06x ", (guint)(guchar)*at); /* the space ends it */
  g_string_append_c(out, '"');
}

void html_foot(GString *out, const char *text)
{
  static const char font[] = "font-size: 7pt; color: #595959;";
  g_string_append(out, "@page { @bottom-left { content: ");
  append_css_string(out, text);
  g_string_append_printf(out,
                         "; %s } @bottom-right { content: counter(page) \" of \" counter(pages); "
                         "%s } }\n",
                         font, font);
}
