#include "reports/text.h"

#include <string.h>

/* Embeddings, overrides and isolates of direction. */
static bool turns_text(gunichar character)
{
  return (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

char *text_plain(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);
    bool kept = character == '\n' || character == '\t' || !g_unichar_iscntrl(character);
    if (kept && !turns_text(character))
      g_string_append_unichar(out, character);
  }
  return g_string_free(out, FALSE);
}

char *text_front(const char *text, int width)
{
  int used = 0;
  const char *at = text;
  while (*at) {
    used += text_character_width(g_utf8_get_char(at));
    if (used > width)
      break;
    at = g_utf8_next_char(at);
  }
  return g_strndup(text, (gsize)(at - text));
}

static void append_spaces(GString *out, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append_c(out, ' ');
}

char *text_fitted(const char *text, int width)
{
  if (text_width(text) <= width)
    return g_strdup(text);
  if (width <= 2)
    return text_front(text, width);
  g_autofree char *front = text_front(text, width - 2);
  return g_strconcat(front, "..", NULL);
}

void text_left(GString *out, const char *text, int width)
{
  g_autofree char *part = text_fitted(text, width);
  g_string_append(out, part);
  append_spaces(out, width - text_width(part));
}

void text_right(GString *out, const char *text, int width)
{
  g_autofree char *part = text_fitted(text, width);
  append_spaces(out, width - text_width(part));
  g_string_append(out, part);
}

void text_bold(GString *out, const char *text, bool colour)
{
  g_string_append_printf(out, "%s%s%s", colour ? "\033[1m" : "", text, colour ? "\033[0m" : "");
}

void text_number(GString *out, gint64 number)
{
  g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, number);
  size_t length = strlen(digits), start = digits[0] == '-';
  for (size_t i = 0; i < length; i++) {
    if (i > start && (length - i) % 3 == 0)
      g_string_append_c(out, ',');
    g_string_append_c(out, digits[i]);
  }
}

void text_count(GString *out, int count, const char *one, const char *many)
{
  text_number(out, count);
  g_string_append_printf(out, " %s", count == 1 ? one : many);
}

void text_csv(GString *out, const char *text)
{
  bool quoted = strpbrk(text, ",\"\n\r") || text[0] == ' ';
  if (quoted)
    g_string_append_c(out, '"');
  if (text[0] != '\0' && strchr("=+-@\t\r", text[0]))
    g_string_append_c(out, '\'');
  for (const char *at = text; *at; at++) {
    if (*at == '"')
      g_string_append_c(out, '"');
    g_string_append_c(out, *at);
  }
  if (quoted)
    g_string_append_c(out, '"');
}
