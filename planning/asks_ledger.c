#include "planning/asks_ledger.h"

#include <glib.h>

struct line {
  struct where where;
  bool counts;
  char *why; /* it does not, in the first month of those that said so; NULL: none did */
};

struct asks_ledger {
  GHashTable *by_place; /* "file:line:column" to struct line */
  GPtrArray *lines;     /* the same, in the order they came in */
};

static void free_line(gpointer data)
{
  struct line *line = data;
  g_free(line->why);
  g_free(line);
}

struct asks_ledger *asks_ledger_new(void)
{
  struct asks_ledger *ledger = g_new(struct asks_ledger, 1);
  *ledger = (struct asks_ledger){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                 g_ptr_array_new_with_free_func(free_line)};
  return ledger;
}

void asks_ledger_free(struct asks_ledger *ledger)
{
  if (!ledger)
    return;
  g_hash_table_unref(ledger->by_place);
  g_ptr_array_unref(ledger->lines);
  g_free(ledger);
}

static struct line *line_at(struct asks_ledger *ledger, struct where where)
{
  char *place = g_strdup_printf("%s:%d:%d", where.file, where.line, where.column);
  struct line *line = g_hash_table_lookup(ledger->by_place, place);
  if (line) {
    g_free(place);
    return line;
  }
  line = g_new(struct line, 1);
  *line = (struct line){.where = where};
  g_hash_table_insert(ledger->by_place, place, line);
  g_ptr_array_add(ledger->lines, line);
  return line;
}

void asks_ledger_counts(struct asks_ledger *ledger, struct where where)
{
  line_at(ledger, where)->counts = true;
}

void asks_ledger_idle(struct asks_ledger *ledger, struct where where, const char *format, ...)
{
  struct line *line = line_at(ledger, where);
  va_list arguments;
  if (line->why)
    return;
  va_start(arguments, format);
  line->why = g_strdup_vprintf(format, arguments);
  va_end(arguments);
}

void asks_ledger_tell(const struct asks_ledger *ledger, struct diagnostics *out)
{
  for (guint i = 0; i < ledger->lines->len; i++) {
    const struct line *line = g_ptr_array_index(ledger->lines, i);
    if (!line->counts)
      diagnostics_warning(out, line->where, "%s", line->why);
  }
}
