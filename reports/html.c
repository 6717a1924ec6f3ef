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

/* A rule of a style sheet: what each printed sheet ends with. */
static void append_foot(GString *out, const char *text)
{
  static const char font[] = "font-size: 7pt; color: #595959;";
  g_string_append(out, "@page { @bottom-left { content: ");
  append_css_string(out, text);
  g_string_append_printf(out,
                         "; %s } @bottom-right { content: counter(page) \" of \" counter(pages); "
                         "%s } }\n",
                         font, font);
}

GString *html_begin(const char *title, const char *foot, const char *common, const char *style)
{
  GString *out = g_string_new(
      "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
  html_element(out, "title", title);
  g_string_append_printf(out, "\n<style>\n%s%s", common, style);
  append_foot(out, foot);
  g_string_append(out,
                  "</style></head>\n<body>\n"
                  "<a class=\"skip\" href=\"#main\">To the content</a>\n<header>");
  html_element(out, "h1", title);
  return out;
}
