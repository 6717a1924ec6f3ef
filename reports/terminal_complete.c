/* Is it complete? What is missing, and why? */
#include "planning/reason.h"
#include "planning/shortfall.h"
#include "reports/terminal_parts.h"

#include <string.h>

/* What a page holds; rota.json has all of them. */
enum { SHOWN_MOST = 15, TARGETS_MOST = 3, EXAMPLES_MOST = 2 };

static const struct shortfall *shortfall_at(const struct assessment *assessment, guint index)
{
  return &g_array_index(assessment->shortfalls, struct shortfall, index);
}

/* "MSK clinic 12, Spinal clinic 3" */
static char *below_by_task(const struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  GString *line = g_string_new(NULL);
  for (int t = 0; t < service->n_tasks; t++) {
    if (assessment->below_target[t] == 0)
      continue;
    g_string_append_printf(line, "%s%s ", line->len ? ", " : "", service->tasks[t].name);
    text_number(line, assessment->below_target[t]);
  }
  return g_string_free(line, FALSE);
}

static void append_verdict(struct terminal *terminal)
{
  int gaps = terminal->assessment->gaps.count;
  int64_t below = terminal->assessment->kinds[SHORTFALL_TARGET].missing;
  g_autoptr(GString) line = g_string_new(NULL);
  if (gaps == 0)
    g_string_append(line, "Yes: everything that is needed is covered.");
  else {
    g_string_append(line, gaps == 1 ? "No: there is " : "No: there are ");
    text_count(line, gaps, "gap in what is needed.", "gaps in what is needed.");
  }
  if (below) {
    g_autofree char *tasks = below_by_task(terminal->assessment);
    g_string_append(line, " Short of targets by ");
    text_number(line, below);
    g_string_append_printf(line, ": %s.", tasks);
  }
  g_string_append(terminal->out, "  ");
  text_wrap(terminal->out, line->str, 2);
}

static void append_reason(struct terminal *terminal, const char *head, const char *text)
{
  if (!text)
    return;
  g_string_append(terminal->out, head);
  text_wrap(terminal->out, text, (int)strlen(head));
}

static void append_short(struct terminal *terminal, const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  g_autoptr(GString) line = g_string_new(finding->text);
  if (finding->price != PRICE_HARD) {
    g_string_append(line, " (costs ");
    text_number(line, shortfall->cost);
    g_string_append_c(line, ')');
  }
  g_string_append(terminal->out, "  - ");
  text_wrap(terminal->out, line->str, 4);
  if (!shortfall->why)
    return;
  const struct problem *problem = terminal->assessment->problem;
  g_autofree char *closest = reason_closest(problem, shortfall->why);
  g_autofree char *reason = reason_text(problem, shortfall->why);
  append_reason(terminal, "    who: ", closest);
  append_reason(terminal, "    why: ", reason);
}

/* The dearest of those that are gaps, or else short of targets. */
static int append_dearest(struct terminal *terminal, bool gaps, int most)
{
  const struct assessment *assessment = terminal->assessment;
  int shown = 0;
  for (guint i = 0; i < assessment->shortfalls->len && shown < most; i++) {
    const struct shortfall *shortfall = shortfall_at(assessment, i);
    if (gaps ? !shortfall_is_gap(shortfall) : shortfall->finding->kind != SHORTFALL_TARGET)
      continue;
    append_short(terminal, shortfall);
    shown++;
  }
  return shown;
}

static void append_gaps(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  int shown = append_dearest(terminal, true, SHOWN_MOST);
  if (assessment->gaps.count > shown)
    g_string_append_printf(terminal->out, "  ... and %d more gaps; all are in rota.json\n",
                           assessment->gaps.count - shown);
}

static void append_targets(struct terminal *terminal)
{
  int count = terminal->assessment->kinds[SHORTFALL_TARGET].count;
  if (count)
    g_string_append_printf(terminal->out, "  Short of targets%s:\n",
                           count > TARGETS_MOST ? ", the dearest" : "");
  append_dearest(terminal, false, TARGETS_MOST);
  if (count > TARGETS_MOST)
    g_string_append_printf(terminal->out,
                           "  ... and %d more; all with who could: 'rota explain "
                           "--gaps'\n",
                           count - TARGETS_MOST);
}

/* The dearest instances of the group, "text; text". */
static char *examples_of(const struct assessment *assessment, const struct shortfall_group *group)
{
  GString *out = g_string_new(NULL);
  int shown = 0;
  for (guint i = 0; i < assessment->shortfalls->len && shown < EXAMPLES_MOST; i++) {
    const struct finding *finding = shortfall_at(assessment, i)->finding;
    const char *name = assessment->problem->service->uses[finding->at.use].name;
    if (finding->kind == group->kind && strcmp(name, group->name) == 0)
      g_string_append_printf(out, "%s%s", shown++ ? "; " : "", finding->text);
  }
  return g_string_free(out, FALSE);
}

static void append_group(struct terminal *terminal, const struct shortfall_group *group)
{
  g_autofree char *examples = examples_of(terminal->assessment, group);
  g_autoptr(GString) line = g_string_new(group->name);
  g_string_append(line, group->kind == SHORTFALL_OVER ? ", more than wanted: " : ": ");
  text_count(line, group->sum.count, "time, costs ", "times, costs ");
  text_number(line, group->sum.cost);
  g_string_append_printf(line, "; %s%s", group->sum.count > EXAMPLES_MOST ? "such as: " : "",
                         examples);
  g_string_append(terminal->out, "  - ");
  text_wrap(terminal->out, line->str, 4);
}

/* What is neither a gap nor a target. */
static void append_others(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  bool any = false;
  for (guint i = 0; i < assessment->groups->len; i++) {
    const struct shortfall_group *group =
        &g_array_index(assessment->groups, struct shortfall_group, i);
    if (group->kind != SHORTFALL_OTHER && group->kind != SHORTFALL_OVER)
      continue;
    if (!any)
      g_string_append(terminal->out, "  Also asked for, and not met in full:\n");
    any = true;
    append_group(terminal, group);
  }
}

static void append_part_weeks(struct terminal *terminal)
{
  const GPtrArray *weeks = terminal->assessment->part_weeks;
  for (guint i = 0; i < weeks->len; i++) {
    g_string_append(terminal->out, "  Note: ");
    text_wrap(terminal->out, weeks->pdata[i], 8);
  }
}

void terminal_complete(struct terminal *terminal)
{
  terminal_heading(terminal, "IS IT COMPLETE?");
  append_verdict(terminal);
  append_gaps(terminal);
  append_targets(terminal);
  append_others(terminal);
  append_part_weeks(terminal);
}
