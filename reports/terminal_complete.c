/* Is it complete? What is missing, and why? */
#include "reports/reason.h"
#include "reports/terminal_parts.h"

#include <string.h>

/* What a page holds; rota.json has all of them. */
enum { SHOWN_MOST = 15, OTHERS_MOST = 8, TRIALS_MOST = 24 };

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

/* Those of two kinds, the dearest first, `most` of them. */
static void append_kinds(struct terminal *terminal, const GArray *shortfalls,
                         enum shortfall_kind kind, enum shortfall_kind other, int most, int *trials)
{
  int shown = 0, all = 0;
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(shortfalls, i);
    if (shortfall->kind != kind && shortfall->kind != other)
      continue;
    if (all++ >= most)
      continue;
    append_shortfall(terminal, shortfall, trials);
    shown++;
  }
  if (all > shown)
    g_string_append_printf(terminal->out, "  ... and %d more of these; all are in rota.json\n",
                           all - shown);
}

void terminal_complete(struct terminal *terminal)
{
  int trials = TRIALS_MOST;
  g_autoptr(GArray) shortfalls = shortfalls_new(terminal->audit);
  terminal_heading(terminal, "IS IT COMPLETE?");
  append_verdict(terminal, shortfalls);
  append_kinds(terminal, shortfalls, SHORTFALL_NEED, SHORTFALL_COVER, SHOWN_MOST, &trials);
  if (count_kind(shortfalls, SHORTFALL_OTHER))
    g_string_append(terminal->out, "  Also asked for, and not met in full:\n");
  append_kinds(terminal, shortfalls, SHORTFALL_OTHER, SHORTFALL_OTHER, OTHERS_MOST, &trials);
}
