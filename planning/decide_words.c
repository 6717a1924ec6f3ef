#include "planning/decide_words.h"

#include "model/words.h"
#include "planning/conflict_sources.h"

#include <string.h>

/* So many places of one rule are named; more tell nothing new. */
enum { PLACES_MOST = 6 };

struct where decide_words_where(const struct deciding *at, const int *rows, int count)
{
  for (int locks = 1; locks >= 0; locks--)
    for (int i = 0; i < count; i++) {
      struct where where = conflict_row_where(at->problem, at->programme, rows[i]);
      if (where.file && (locks == 0 || deciding_is_lock(at, rows[i])))
        return where;
    }
  for (int i = 0; i < count; i++)
    if (deciding_use(at, rows[i]) && deciding_use(at, rows[i])->where.file)
      return deciding_use(at, rows[i])->where;
  return (struct where){.file = at->problem->service->blocks[0].where.file};
}

static void append_use(const struct deciding *at, const int *rows, int count, int use, GString *out)
{
  int places = 0;
  for (int i = 0; i < count; i++) {
    const struct label *label = &at->programme->rows[rows[i]].label;
    if (label->use != use || ++places > PLACES_MOST)
      continue;
    char line[WORDS_SIZE];
    g_autofree char *name =
        use == NONE ? g_strdup("what is demanded") : words_use(&at->problem->service->uses[use]);
    g_autofree char *place = words_label(at->problem, label);
    if (places == 1)
      g_string_append_printf(out, "%s%s: ", out->len > 0 ? "; " : "", name);
    g_string_append_printf(
        out, "%s%s%s", places > 1 ? ", " : "", place[0] ? place : "the service as a whole",
        words_where(conflict_row_where(at->problem, at->programme, rows[i]), line));
  }
  if (places > PLACES_MOST)
    g_string_append_printf(out, " and %d more", places - PLACES_MOST);
}

void decide_words_rows(const struct deciding *at, const int *rows, int count, GString *out)
{
  for (int use = NONE; use < at->problem->service->n_uses; use++)
    append_use(at, rows, count, use, out);
}

/* --- clashes ------------------------------------------------------------------ */

struct clash {
  char *lines; /* which lines it is of */
  char *text;
  struct where where;
  int more; /* of the same lines */
};

static void free_clash(void *item)
{
  struct clash *clash = item;
  g_free(clash->lines);
  g_free(clash->text);
  g_free(clash);
}

/* The uses and lines that the rows come from, each once. */
static char *lines_of(const struct deciding *at, const int *rows, int count)
{
  GString *out = g_string_new(NULL);
  for (int i = 0; i < count; i++) {
    const struct label *label = &at->programme->rows[rows[i]].label;
    struct where where = conflict_row_where(at->problem, at->programme, rows[i]);
    g_autofree char *line =
        g_strdup_printf("%d %s:%d\n", label->use, where.file ? where.file : "", where.line);
    if (!strstr(out->str, line))
      g_string_append(out, line);
  }
  return g_string_free(out, FALSE);
}

void decide_words_clash(struct deciding *at, const int *rows, int count, const char *introduction)
{
  g_autofree char *lines = lines_of(at, rows, count);
  if (!at->clashes)
    at->clashes = g_ptr_array_new_with_free_func(free_clash);
  for (guint i = 0; i < at->clashes->len; i++) {
    struct clash *clash = g_ptr_array_index(at->clashes, i);
    if (strcmp(clash->lines, lines) == 0) {
      clash->more++;
      return;
    }
  }
  g_autoptr(GString) words = g_string_new(NULL);
  decide_words_rows(at, rows, count, words);
  struct clash *clash = g_new0(struct clash, 1);
  clash->lines = g_steal_pointer(&lines);
  clash->text = g_strdup_printf("%s: %s", introduction, words->str);
  clash->where = decide_words_where(at, rows, count);
  g_ptr_array_add(at->clashes, clash);
}

void decide_words_tell_clashes(struct deciding *at)
{
  for (guint i = 0; at->clashes && i < at->clashes->len; i++) {
    const struct clash *clash = g_ptr_array_index(at->clashes, i);
    if (clash->more > 0)
      diagnostics_error(at->out, clash->where, "%s; so it is in %s%d more %s", clash->text,
                        at->unfinished ? "at least " : "", clash->more,
                        clash->more == 1 ? "place" : "places");
    else
      diagnostics_error(at->out, clash->where, "%s", clash->text);
  }
  g_clear_pointer(&at->clashes, g_ptr_array_unref);
}
