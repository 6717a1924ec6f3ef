/* How good is it? */
#include "reports/broken.h"
#include "reports/terminal_parts.h"

enum { COSTS_SHOWN = 8 };

static void append_rules(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  int broken = assessment->audit->broken + assessment->misfits;
  g_autoptr(GString) line = g_string_new(NULL);
  if (broken == 0)
    g_string_append_printf(line, "all %d kept", assessment->hard_uses);
  else
    text_count(line, broken, "limit is broken:", "limits are broken:");
  terminal_line(terminal, "hard rules", line->str);
  g_autofree char *text = broken_text(assessment);
  g_string_append(terminal->out, text);
}

/* The gap beside what wishes come to; "-": nobody wished, or it is not known. */
static void append_of_wishes(GString *line, const struct assessment *assessment)
{
  if (assessment->gap_of_wishes < 0)
    g_string_append(line, ", of wishes: -");
  else
    g_string_append_printf(line, ", of wishes: %.2f%%", (double)assessment->gap_of_wishes / 100);
}

static void append_quality(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  const char *bound_by = assessment->run.bound_by;
  g_autoptr(GString) line = g_string_new(NULL);
  text_number(line, assessment->audit->cost);
  if (assessment->gap_hundredths == 0)
    g_string_append_printf(line, ", proven%s%s: no lawful rota costs less (gap 0.00%%)",
                           bound_by ? " by " : "", bound_by ? bound_by : "");
  else if (assessment->gap_hundredths > 0) {
    g_string_append(line, "; no lawful rota costs less than ");
    text_number(line, assessment->run.bound);
    g_string_append_printf(
        line, " (proven gap %.2f%%, points: ", (double)assessment->gap_hundredths / 100);
    text_number(line, assessment->gap_points);
    append_of_wishes(line, assessment);
    g_string_append_printf(line, "%s%s)", bound_by ? "; bound by " : "", bound_by ? bound_by : "");
  } else
    g_string_append(line, "; how much better a rota could be is not known (no bound proven)");
  terminal_line(terminal, "cost", line->str);
}

static void append_time(struct terminal *terminal)
{
  const struct provenance *run = &terminal->assessment->run;
  g_autoptr(GString) line = g_string_new(NULL);
  if (run->threads == 0)
    return; /* made by hand or by another system */
  if (run->deterministic)
    g_string_append(line, "counted in work, not in seconds");
  else
    g_string_append_printf(line, "%.1f s, the first rota after %.1f s", run->seconds,
                           run->first_seconds);
  g_string_append_printf(line, " (%d thread%s, seed %" G_GINT64_FORMAT ")", run->threads,
                         run->threads == 1 ? "" : "s", run->seed);
  if (run->interrupted)
    g_string_append(line, "; stopped early, the best so far was kept");
  terminal_line(terminal, "time", line->str);
}

/* What the cost is made of, the dearest first. */
static void append_costs(struct terminal *terminal)
{
  const GArray *costs = terminal->assessment->costs;
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < costs->len && i < COSTS_SHOWN; i++) {
    const struct cost_share *item = &g_array_index(costs, struct cost_share, i);
    g_string_append_printf(line, "%s%s ", i ? ", " : "", item->name);
    text_number(line, item->cost);
  }
  if (costs->len > COSTS_SHOWN)
    g_string_append(line, ", ...");
  if (terminal->assessment->missed->len > 0 && terminal->show != TERMINAL_SHOW_MISSED)
    g_string_append(line, " (by person and date: rota report --show missed)");
  if (line->len)
    terminal_line(terminal, "made of", line->str);
}

void terminal_good(struct terminal *terminal)
{
  terminal_heading(terminal, "HOW GOOD IS IT?");
  append_rules(terminal);
  append_quality(terminal);
  append_costs(terminal);
  append_time(terminal);
}
