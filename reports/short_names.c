#include "reports/short_names.h"

#include "reports/text.h"

#include <string.h>

/* Columns of the front of a name that are kept, whatever its end is. */
enum { FRONT_LEAST = 3 };

/* Is another name's short form just this one? */
static bool is_taken(char *const *out, const char *const *names, int count, int index,
                     const char *text)
{
  for (int i = 0; i < count; i++)
    if (i != index && strcmp(names[i], names[index]) != 0 && strcmp(out[i], text) == 0)
      return true;
  return false;
}

/* "What ma..calls": front and end of the name. */
static char *without_middle(const char *name, const char *end, int width)
{
  g_autoptr(GString) tail = g_string_new("..");
  g_string_append(tail, end);
  g_autofree char *front = text_front(name, width - text_width(tail->str));
  return g_strconcat(front, tail->str, NULL);
}

/* The first of these that nobody has: the name without its middle, down to its last
 * word; then with an end of one letter, two, and so on; then with a number. */
static char *tell_apart(char *const *out, const char *const *names, int count, int index, int width)
{
  const char *name = names[index], *word = strrchr(name, ' ');
  int longest = width - FRONT_LEAST - 2;
  if (word && text_width(word + 1) <= longest) {
    char *text = without_middle(name, word + 1, width);
    if (!is_taken(out, names, count, index, text))
      return text;
    g_free(text);
  }
  const char *end = name + strlen(name);
  while (end > name && text_width(end) < longest) {
    end = g_utf8_prev_char(end);
    char *text = without_middle(name, end, width);
    if (!is_taken(out, names, count, index, text))
      return text;
    g_free(text);
  }
  for (int number = 2;; number++) {
    g_autofree char *digits = g_strdup_printf("%d", number);
    g_autofree char *front = text_front(name, MAX(0, width - (int)strlen(digits)));
    char *text = g_strconcat(front, digits, NULL);
    if (!is_taken(out, names, count, index, text))
      return text;
    g_free(text);
  }
}

char **short_names(const char *const *names, const char *const *forms, int count, int width)
{
  char **out = g_new0(char *, (gsize)count + 1);
  g_autofree bool *clash = g_new0(bool, (gsize)count + 1);
  for (int i = 0; i < count; i++)
    out[i] = text_fitted(forms ? forms[i] : names[i], width);
  for (int i = 0; i < count; i++)
    clash[i] = is_taken(out, names, count, i, out[i]);
  for (int i = 0; i < count; i++) {
    if (!clash[i] || text_width(names[i]) <= width)
      continue;
    char *text = tell_apart(out, names, count, i, width);
    g_free(out[i]);
    out[i] = text;
  }
  return out;
}
