#include "reports/terminal_parts.h"

#include <string.h>

static bool is_taken(const char *const *codes, int count, const char *code)
{
  for (int i = 0; i < count; i++)
    if (strcmp(codes[i], code) == 0)
      return true;
  return false;
}

/* The letters and digits of the id: "hove-hub" is "hovehub". */
static char *letters_of(const char *id)
{
  GString *out = g_string_new(NULL);
  for (; *id; id++)
    if (g_ascii_isalnum(*id))
      g_string_append_c(out, *id);
  return g_string_free(out, FALSE);
}

/* The first letters of the id. Where that code is taken, a later letter of the id
 * takes the place of the last one; where those are taken too, the end is a number. */
static char *make_code(const char *id, int width, const char *const *taken, int count)
{
  g_autofree char *letters = letters_of(id);
  int length = (int)strlen(letters);
  char *code = g_strndup(strlen(id) <= (size_t)width ? id : letters, (gsize)width);
  for (int next = width; next < length && is_taken(taken, count, code); next++)
    code[width - 1] = letters[next];
  for (int number = 2; is_taken(taken, count, code); number++) {
    g_free(code);
    g_autofree char *digits = g_strdup_printf("%d", number);
    int kept = MAX(0, width - (int)strlen(digits));
    code = g_strdup_printf("%.*s%s", kept, letters, digits);
  }
  return code;
}

char **terminal_codes(const char *const *ids, int count, int width)
{
  char **codes = g_new0(char *, (gsize)count + 1);
  for (int i = 0; i < count; i++)
    codes[i] = make_code(ids[i], width, (const char *const *)codes, i);
  return codes;
}
