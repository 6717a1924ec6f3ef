#include "commands/console.h"

#include "reports/text.h"

#include <errno.h>
#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char red[] = "\033[31m", yellow[] = "\033[33m", bold[] = "\033[1m",
                  plain[] = "\033[0m";

/* Fit for a terminal: names and words of other people's files may steer one. g_free it. */
static char *masked(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  return text_plain(valid);
}

bool console_has_colour(FILE *stream)
{
  const char *refused = getenv("NO_COLOR");
  const char *terminal = getenv("TERM");
  if ((refused && refused[0]) || !terminal || strcmp(terminal, "dumb") == 0)
    return false;
  return isatty(fileno(stream)) == 1;
}

void console_error(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *raw = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *text = masked(raw);
  bool colour = console_has_colour(stderr);
  fflush(stdout);
  fprintf(stderr, "%srota:%s %s\n", colour ? red : "", colour ? plain : "", text);
}

void console_hint(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *raw = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *text = masked(raw);
  fflush(stdout);
  fprintf(stderr, "%s\n", text);
}

static void print_place(const struct where *where, bool colour)
{
  g_autofree char *file = where->file ? masked(where->file) : NULL;
  fputs(colour ? bold : "", stderr);
  if (!file)
    fputs("rota: ", stderr);
  else if (where->line <= 0)
    fprintf(stderr, "%s: ", file);
  else if (where->column <= 0)
    fprintf(stderr, "%s:%d: ", file, where->line);
  else
    fprintf(stderr, "%s:%d:%d: ", file, where->line, where->column);
  fputs(colour ? plain : "", stderr);
}

int console_diagnostics(struct diagnostics *diagnostics)
{
  bool colour = console_has_colour(stderr);
  int count = 0;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  fflush(stdout);
  for (int i = 0; i < count; i++) {
    print_place(&items[i].where, colour);
    bool left_out = items[i].severity == SEVERITY_SLIP && !diagnostics_strict(diagnostics);
    if (left_out || items[i].severity == SEVERITY_WARNING)
      fprintf(stderr, "%s%s:%s ", colour ? yellow : "", left_out ? "left out" : "warning",
              colour ? plain : "");
    g_autofree char *text = masked(items[i].text);
    fprintf(stderr, "%s\n", text);
  }
  if (diagnostics_errors(diagnostics) == 0 && diagnostics_mistakes(diagnostics) > 0)
    console_hint("what is left out does not count in this rota; --strict stops instead");
  return diagnostics_errors(diagnostics);
}

void console_count_mistakes(struct diagnostics *diagnostics)
{
  int count = 0, files = 0, mistakes = 0, slips = 0;
  const char *last = NULL;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  for (int i = 0; i < count; i++) {
    if (items[i].severity == SEVERITY_WARNING)
      continue;
    mistakes++;
    slips += items[i].severity == SEVERITY_SLIP;
    files += mistakes == 1 || g_strcmp0(last, items[i].where.file) != 0;
    last = items[i].where.file;
  }
  console_hint("%d mistake%s in %d file%s", mistakes, mistakes == 1 ? "" : "s", files,
               files == 1 ? "" : "s");
  if (slips == mistakes && diagnostics_strict(diagnostics))
    console_hint(
        "a build leaves out what is wrong in preferences/ or objections/ and goes on, unless "
        "--strict");
}

bool console_flush(void)
{
  if (fflush(stdout) == 0 && !ferror(stdout))
    return true;
  console_error("can't write to standard output: %s", g_strerror(errno));
  return false;
}
