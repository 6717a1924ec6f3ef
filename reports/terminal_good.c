/* How good is it? */
#include "reports/broken.h"
#include "reports/terminal_parts.h"

enum { COSTS_SHOWN = 8 };

static void append_rules(struct terminal *terminal)
{
  const struct audit *audit = terminal->audit;
  int hard = 0;
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    hard += audit->problem->service->uses[u].hard;
  g_autoptr(GString) line = g_string_new(NULL);
  if (audit->broken == 0)
    g_string_append_printf(line, "all %d kept", hard);
  else
    text_count(line, audit->broken, "limit is broken:", "limits are broken:");
  terminal_line(terminal, "hard rules", line->str);
  g_autofree char *broken = broken_text(audit);
  g_string_append(terminal->out, broken);
}

static void append_quality(struct terminal *terminal)
{
  const struct run *run = terminal->run;
  int64_t gap = run_gap_hundredths(run, terminal->audit->cost);
  g_autoptr(GString) line = g_string_new(NULL);
  text_number(line, terminal->audit->cost);
  if (gap == 0)
    g_string_append(line, ", proven: no lawful rota costs less (gap 0.00%)");
  else if (gap > 0) {
    g_string_append(line, "; no lawful rota costs less than ");
    text_number(line, run->bound);
    g_string_append_printf(line, " (proven gap %.2f%%)", (double)gap / 100);
  } else
    g_string_append(line, "; how much better a rota could be is not known (no bound proven)");
  terminal_line(terminal, "cost", line->str);
}

static void append_time(struct terminal *terminal)
{
  const struct run *run = terminal->run;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%.1f s, the first rota after %.1f s", run->seconds,
                         run->first_seconds);
  g_string_append_printf(line, " (%d thread%s, seed %" G_GINT64_FORMAT ")", run->threads,
                         run->threads == 1 ? "" : "s", run->seed);
  if (run->interrupted)
    g_string_append(line, "; stopped early, the best so far was kept");
  terminal_line(terminal, "time", line->str);
}

static gint dearest_first(gconstpointer left, gconstpointer right, gpointer data)
{
  const struct audit *audit = data;
  int a = *(const int *)left, b = *(const int *)right;
  int64_t a_cost = audit->uses[a].cost, b_cost = audit->uses[b].cost;
  return a_cost != b_cost ? (a_cost < b_cost ? 1 : -1) : a - b;
}

/* What the cost is made of: the dearest uses of rules. */
static void append_costs(struct terminal *terminal)
{
  const struct audit *audit = terminal->audit;
  g_autoptr(GArray) uses = g_array_new(FALSE, FALSE, sizeof(int));
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    if (audit->uses[u].cost != 0)
      g_array_append_val(uses, u);
  g_array_sort_with_data(uses, dearest_first, (gpointer)(guintptr)audit);
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < uses->len && i < COSTS_SHOWN; i++) {
    int use = g_array_index(uses, int, i);
    g_string_append_printf(line, "%s%s ", i ? ", " : "", audit->problem->service->uses[use].name);
    text_number(line, audit->uses[use].cost);
  }
  if (uses->len > COSTS_SHOWN)
    g_string_append(line, ", ...");
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
