#include "model/diagnostics.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

struct diagnostics {
  GArray *items; /* struct diagnostic */
  GStringChunk *texts;
  int errors, slips;
  bool strict, lenient;
};

struct diagnostics *diagnostics_new(void)
{
  struct diagnostics *diagnostics = g_new0(struct diagnostics, 1);
  diagnostics->items = g_array_new(FALSE, FALSE, sizeof(struct diagnostic));
  diagnostics->texts = g_string_chunk_new(1024);
  return diagnostics;
}

void diagnostics_free(struct diagnostics *diagnostics)
{
  if (!diagnostics)
    return;
  g_array_free(diagnostics->items, TRUE);
  g_string_chunk_free(diagnostics->texts);
  g_free(diagnostics);
}

/* What people wrote may hold control characters; a terminal must not obey them. */
static char *without_controls(const char *text)
{
  GString *plain = g_string_new(NULL);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (g_unichar_iscntrl(c))
      g_string_append_c(plain, '?');
    else
      g_string_append_unichar(plain, c);
  }
  return g_string_free(plain, FALSE);
}

static void add(struct diagnostics *diagnostics, enum severity severity, struct where where,
                const char *written)
{
  g_autofree char *text = without_controls(written);
  struct diagnostic item = {.severity = severity, .where = where};
  if (where.file) {
    g_autofree char *file = without_controls(where.file);
    item.where.file = g_string_chunk_insert_const(diagnostics->texts, file);
  }
  item.text = g_string_chunk_insert(diagnostics->texts, text);
  g_array_append_val(diagnostics->items, item);
  diagnostics->errors += severity == SEVERITY_ERROR;
  diagnostics->slips += severity == SEVERITY_SLIP;
}

void diagnostics_error(struct diagnostics *diagnostics, struct where where, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  add(diagnostics, diagnostics->lenient ? SEVERITY_SLIP : SEVERITY_ERROR, where, text);
}

void diagnostics_warning(struct diagnostics *diagnostics, struct where where, const char *format,
                         ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  add(diagnostics, SEVERITY_WARNING, where, text);
}

void diagnostics_set_strict(struct diagnostics *diagnostics, bool strict)
{
  diagnostics->strict = strict;
}

bool diagnostics_strict(const struct diagnostics *diagnostics)
{
  return diagnostics->strict;
}

void diagnostics_set_lenient(struct diagnostics *diagnostics, bool lenient)
{
  diagnostics->lenient = lenient;
}

void diagnostics_repeat(struct diagnostics *diagnostics, const struct diagnostic *said,
                        const char *more)
{
  g_autofree char *text = g_strconcat(said->text, more, NULL);
  add(diagnostics, said->severity, said->where, text);
}

void diagnostics_cite(struct diagnostics *diagnostics, const char *file, const char *original)
{
  g_autofree char *plain = without_controls(original);
  for (guint i = 0; i < diagnostics->items->len; i++) {
    struct where *where = &g_array_index(diagnostics->items, struct diagnostic, i).where;
    if (g_strcmp0(where->file, file) == 0)
      where->file = g_string_chunk_insert_const(diagnostics->texts, plain);
  }
}

static gint by_place(gconstpointer left, gconstpointer right)
{
  const struct where *a = &((const struct diagnostic *)left)->where;
  const struct where *b = &((const struct diagnostic *)right)->where;
  int order = g_strcmp0(a->file, b->file);
  if (order == 0)
    order = (a->line > b->line) - (a->line < b->line);
  if (order == 0)
    order = (a->column > b->column) - (a->column < b->column);
  return order;
}

/* A mistake in a file that is read for two months is found twice and reported once. */
static void drop_repeats(GArray *items)
{
  struct diagnostic *all = (struct diagnostic *)(void *)items->data;
  guint kept = 0;
  for (guint i = 0; i < items->len; i++)
    if (kept == 0 || by_place(&all[kept - 1], &all[i]) != 0 ||
        strcmp(all[kept - 1].text, all[i].text) != 0)
      all[kept++] = all[i];
  g_array_set_size(items, kept);
}

const struct diagnostic *diagnostics_sorted(struct diagnostics *diagnostics, int *count)
{
  g_array_sort(diagnostics->items, by_place); /* GLib's array sort is stable */
  drop_repeats(diagnostics->items);
  *count = (int)diagnostics->items->len;
  return (const struct diagnostic *)(const void *)diagnostics->items->data;
}

int diagnostics_errors(const struct diagnostics *diagnostics)
{
  return diagnostics->errors + (diagnostics->strict ? diagnostics->slips : 0);
}

int diagnostics_mistakes(const struct diagnostics *diagnostics)
{
  return diagnostics->errors + diagnostics->slips;
}
