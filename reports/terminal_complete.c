/* Is it complete? What is missing, and why? */
#include "planning/reason.h"
#include "reports/terminal_parts.h"

#include <string.h>

/* What a page holds; rota.json has all of them. */
enum { SHOWN_MOST = 15, EXAMPLES_MOST = 2, TRIALS_MOST = 24 };

static const struct shortfall *shortfall_at(const GArray *shortfalls, guint index)
{
  return &g_array_index(shortfalls, struct shortfall, index);
}

static int count_kind(const GArray *shortfalls, enum shortfall_kind kind)
{
  int out = 0;
  for (guint i = 0; i < shortfalls->len; i++)
    out += shortfall_at(shortfalls, i)->kind == kind;
  return out;
}

/* "MSK clinic 12, Spinal clinic 3" */
static char *below_by_task(const struct service *service, const GArray *shortfalls)
{
  g_autofree int64_t *missing = g_new0(int64_t, (gsize)service->n_tasks + 1);
  GString *line = g_string_new(NULL);
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(shortfalls, i);
    if (shortfall->kind == SHORTFALL_TARGET)
      missing[shortfall->finding->at.task] += shortfall->finding->violation;
  }
  for (int t = 0; t < service->n_tasks; t++) {
    if (missing[t] == 0)
      continue;
    g_string_append_printf(line, "%s%s ", line->len ? ", " : "", service->tasks[t].name);
    text_number(line, missing[t]);
  }
  return g_string_free(line, FALSE);
}

static void append_verdict(struct terminal *terminal, const GArray *shortfalls)
{
  int gaps = count_kind(shortfalls, SHORTFALL_NEED) + count_kind(shortfalls, SHORTFALL_COVER);
  int below = (int)shortfalls_missing(shortfalls, SHORTFALL_TARGET);
  g_autoptr(GString) line = g_string_new(NULL);
  if (gaps == 0)
    g_string_append(line, "Yes: everything that is needed is covered.");
  else {
    g_string_append(line, "No: there ");
    text_count(line, gaps, "gap in what is needed.", "gaps in what is needed.");
    g_string_insert(line, (gssize)strlen("No: there "), gaps == 1 ? "is " : "are ");
  }
  if (below) {
    g_autofree char *tasks = below_by_task(terminal->audit->problem->service, shortfalls);
    g_string_append(line, " Short of targets by ");
    text_number(line, below);
    g_string_append_printf(line, ": %s.", tasks);
  }
  g_string_append(terminal->out, "  ");
  text_wrap(terminal->out, line->str, 2);
}

static void append_shortfall(struct terminal *terminal, const struct shortfall *shortfall,
                             int *trials)
{
  const struct finding *finding = shortfall->finding;
  g_autoptr(GString) line = g_string_new(finding->text);
  if (finding->price >= 0) {
    g_string_append(line, " (costs ");
    text_number(line, finding->price * finding->violation);
    g_string_append_c(line, ')');
  }
  g_string_append(terminal->out, "  - ");
  text_wrap(terminal->out, line->str, 4);
  g_autofree char *reason = reason_text(terminal->audit, shortfall, trials);
  if (!reason)
    return;
  g_string_append(terminal->out, "    why: ");
  text_wrap(terminal->out, reason, 9);
}

/* The gaps in what is needed, the dearest first. */
static void append_gaps(struct terminal *terminal, const GArray *shortfalls, int *trials)
{
  int gaps = 0;
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(shortfalls, i);
    bool gap = shortfall->kind == SHORTFALL_NEED || shortfall->kind == SHORTFALL_COVER;
    if (gap && gaps++ < SHOWN_MOST)
      append_shortfall(terminal, shortfall, trials);
  }
  if (gaps > SHOWN_MOST)
    g_string_append_printf(terminal->out, "  ... and %d more gaps; all are in rota.json\n",
                           gaps - SHOWN_MOST);
}

static const char *use_name(const struct terminal *terminal, const struct shortfall *shortfall)
{
  return terminal->audit->problem->service->uses[shortfall->finding->at.use].name;
}

/* Is it neither a gap nor a target? */
static bool is_besides(const struct shortfall *shortfall)
{
  return shortfall->kind == SHORTFALL_OTHER || shortfall->kind == SHORTFALL_OVER;
}

/* Whatever else uses of that name ask for, and its dearest instances. */
static void append_other(struct terminal *terminal, const GArray *shortfalls, const char *name)
{
  int times = 0;
  int64_t cost = 0;
  g_autoptr(GString) examples = g_string_new(NULL);
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(shortfalls, i);
    if (!is_besides(shortfall) || strcmp(use_name(terminal, shortfall), name) != 0)
      continue;
    cost += MAX(shortfall->finding->price, 0) * shortfall->finding->violation;
    if (times++ < EXAMPLES_MOST)
      g_string_append_printf(examples, "%s%s", times > 1 ? "; " : "", shortfall->finding->text);
  }
  g_autoptr(GString) line = g_string_new(name);
  g_string_append(line, ": ");
  text_count(line, times, "time, costs ", "times, costs ");
  text_number(line, cost);
  g_string_append_printf(line, "; %s%s", times > EXAMPLES_MOST ? "such as: " : "", examples->str);
  g_string_append(terminal->out, "  - ");
  text_wrap(terminal->out, line->str, 4);
}

static void append_others(struct terminal *terminal, const GArray *shortfalls)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(shortfalls, i);
    const char *name = use_name(terminal, shortfall);
    if (!is_besides(shortfall) || !g_hash_table_add(seen, (gpointer)name))
      continue;
    if (g_hash_table_size(seen) == 1)
      g_string_append(terminal->out, "  Also asked for, and not met in full:\n");
    append_other(terminal, shortfalls, name);
  }
}

void terminal_complete(struct terminal *terminal)
{
  int trials = TRIALS_MOST;
  g_autoptr(GArray) shortfalls = shortfalls_new(terminal->audit);
  terminal_heading(terminal, "IS IT COMPLETE?");
  append_verdict(terminal, shortfalls);
  append_gaps(terminal, shortfalls, &trials);
  append_others(terminal, shortfalls);
}
