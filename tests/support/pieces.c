#include "tests/support/pieces.h"

#include <stdbool.h>
#include <string.h>

enum { DEPTH_MOST = 16 };

static int line_at(const char *text, gsize offset)
{
  int line = 1;
  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

static void add(GArray *out, const char *text, struct piece piece)
{
  while (piece.said < piece.said_end && g_ascii_isspace(text[piece.said]))
    piece.said++;
  while (piece.said_end > piece.said && g_ascii_isspace(text[piece.said_end - 1]))
    piece.said_end--;
  if (piece.said == piece.said_end)
    return;
  piece.line = line_at(text, piece.said);
  piece.last_line = line_at(text, piece.said_end - 1);
  g_array_append_val(out, piece);
}

static gsize line_end(const char *text, gsize from)
{
  const char *end = strchr(text + from, '\n');
  return end ? (gsize)(end - text) + 1 : strlen(text);
}

/* --- lines ------------------------------------------------------------------- */

static gsize indent_of(const char *text, gsize from)
{
  return strspn(text + from, " ");
}

static bool says_nothing(const char *text, gsize from)
{
  char first = text[from + indent_of(text, from)];
  return first == '\0' || first == '\n' || first == '#';
}

/* Where the comment at the end of a line begins, or the line's end. */
static gsize comment_at(const char *text, gsize from, gsize end)
{
  char quote = '\0';
  for (gsize i = from; i < end; i++) {
    if (quote != '\0')
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '"')
      quote = '"';
    else if (text[i] == '#' && i > from && text[i - 1] == ' ')
      return i;
  }
  return end;
}

/* A line, with those that are further in. */
static void add_lines(GArray *out, const char *text)
{
  for (gsize from = 0; text[from]; from = line_end(text, from)) {
    if (says_nothing(text, from))
      continue;
    gsize until = line_end(text, from), last = from;
    for (gsize next = until; text[next]; next = line_end(text, next)) {
      if (!says_nothing(text, next) && indent_of(text, next) <= indent_of(text, from))
        break;
      if (!says_nothing(text, next)) {
        until = line_end(text, next);
        last = next;
      }
    }
    add(out, text, (struct piece){from, until, from, comment_at(text, last, until), 0, 0});
  }
}

static void add_rows(GArray *out, const char *text)
{
  for (gsize from = line_end(text, 0); text[from]; from = line_end(text, from))
    add(out, text, (struct piece){from, line_end(text, from), from, line_end(text, from), 0, 0});
}

/* --- brackets ---------------------------------------------------------------- */

struct bracket {
  gsize member;  /* where the member that is being read begins */
  gsize members; /* how many came before it */
};

/* A member goes with the comma behind it, and the last one with the comma before it. */
static void add_member(GArray *out, const char *text, const struct bracket *bracket, gsize end)
{
  bool is_last = text[end] != ',';
  add(out, text,
      (struct piece){bracket->member - (is_last && bracket->members > 0 ? 1 : 0),
                     is_last ? end : end + 1, bracket->member, end, 0, 0});
}

static void add_members(GArray *out, const char *text)
{
  struct bracket open[DEPTH_MOST];
  int depth = 0;
  char quote = '\0';
  for (gsize i = 0; text[i]; i++) {
    if (quote != '\0') {
      quote = text[i] == quote ? '\0' : quote;
    } else if (text[i] == '"') {
      quote = '"';
    } else if (text[i] == '#' && (i == 0 || g_ascii_isspace(text[i - 1]))) {
      i = line_end(text, i) - 1;
    } else if (strchr("{[", text[i])) {
      g_assert(depth < DEPTH_MOST);
      open[depth++] = (struct bracket){i + 1, 0};
    } else if (depth > 0 && strchr(",]}", text[i])) {
      add_member(out, text, &open[depth - 1], i);
      open[depth - 1] = (struct bracket){i + 1, open[depth - 1].members + 1};
      depth -= text[i] != ',';
    }
  }
}

static int compare(const void *a, const void *b)
{
  const struct piece *one = a, *other = b;
  return (one->from > other->from) - (one->from < other->from);
}

GArray *pieces_of(const char *path, const char *text)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct piece));
  if (g_str_has_suffix(path, ".csv"))
    add_rows(out, text);
  else {
    add_lines(out, text);
    add_members(out, text);
  }
  g_array_sort(out, compare);
  return out;
}

char *pieces_without(const char *text, const struct piece *piece, const char *instead)
{
  GString *out = g_string_new(NULL);
  gsize from = instead ? piece->said : piece->from,
        until = instead ? piece->said_end : piece->until;
  g_string_append_len(out, text, (gssize)from);
  if (instead)
    g_string_append(out, instead);
  g_string_append(out, text + until);
  return g_string_free(out, FALSE);
}
