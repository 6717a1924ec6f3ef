#include "model/text_wrap.h"

int text_character_width(gunichar character)
{
  if (g_unichar_iszerowidth(character))
    return 0;
  return g_unichar_iswide(character) ? 2 : 1;
}

int text_width(const char *text)
{
  int width = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    width += text_character_width(g_utf8_get_char(at));
  return width;
}

void text_wrap(GString *out, const char *text, int indent)
{
  int column = indent;
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (char **word = words; *word; word++) {
    int width = text_width(*word);
    if (word != words && column + 1 + width > TEXT_COLUMNS) {
      g_string_append_printf(out, "\n%*s", indent, "");
      column = indent;
    } else if (word != words) {
      g_string_append_c(out, ' ');
      column++;
    }
    g_string_append(out, *word);
    column += width;
  }
  g_string_append_c(out, '\n');
}
