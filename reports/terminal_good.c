/* How good is it? */
#include "reports/broken.h"
#include "reports/terminal_parts.h"

#include <string.h>

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
  const struct provenance *run = terminal->run;
  int64_t gap = provenance_gap_hundredths(run, terminal->audit->cost);
  g_autoptr(GString) line = g_string_new(NULL);
  text_number(line, terminal->audit->cost);
  if (gap == 0)
    g_string_append(line, ", proven: no lawful rota costs less (gap 0.00%)");
  else if (gap > 0) {
    g_string_append(line, "; no lawful rota costs less than ");
    text_number(line, run->bound);
    g_string_append_printf(line, " (proven gap %.2f%%, points: ", (double)gap / 100);
    text_number(line, terminal->audit->cost - run->bound);
    g_string_append_c(line, ')');
  } else
    g_string_append(line, "; how much better a rota could be is not known (no bound proven)");
  terminal_line(terminal, "cost", line->str);
}

static void append_time(struct terminal *terminal)
{
  const struct provenance *run = terminal->run;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%.1f s, the first rota after %.1f s", run->seconds,
                         run->first_seconds);
  g_string_append_printf(line, " (%d thread%s, seed %" G_GINT64_FORMAT ")", run->threads,
                         run->threads == 1 ? "" : "s", run->seed);
  if (run->interrupted)
    g_string_append(line, "; stopped early, the best so far was kept");
  terminal_line(terminal, "time", line->str);
}

/* What the uses of one name cost together. */
struct cost {
  const char *name;
  int64_t cost;
};

static gint dearest_first(gconstpointer left, gconstpointer right)
{
  const struct cost *a = left, *b = right;
  return a->cost != b->cost ? (a->cost < b->cost ? 1 : -1) : strcmp(a->name, b->name);
}

static void add_cost(GArray *costs, const char *name, int64_t cost)
{
  for (guint i = 0; i < costs->len; i++) {
    struct cost *item = &g_array_index(costs, struct cost, i);
    if (strcmp(item->name, name) == 0) {
      item->cost += cost;
      return;
    }
  }
  struct cost item = {name, cost};
  if (cost != 0)
    g_array_append_val(costs, item);
}

/* What the cost is made of, the dearest first. */
static void append_costs(struct terminal *terminal)
{
  const struct audit *audit = terminal->audit;
  g_autoptr(GArray) costs = g_array_new(FALSE, FALSE, sizeof(struct cost));
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    add_cost(costs, audit->problem->service->uses[u].name, audit->uses[u].cost);
  g_array_sort(costs, dearest_first);
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < costs->len && i < COSTS_SHOWN; i++) {
    const struct cost *item = &g_array_index(costs, struct cost, i);
    g_string_append_printf(line, "%s%s ", i ? ", " : "", item->name);
    text_number(line, item->cost);
  }
  if (costs->len > COSTS_SHOWN)
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
