/* Each place where a rule is missed, with its price, rule by rule. */
#include "reports/terminal_parts.h"

static void append_finding(GString *out, const struct finding *finding)
{
  enum { COST_WIDTH = 9 };
  g_autoptr(GString) cost = g_string_new(NULL);
  text_number(cost, finding->price * finding->violation);
  text_right(out, cost->str, COST_WIDTH);
  g_string_append(out, "  ");
  text_wrap(out, finding->text, COST_WIDTH + 2);
}

static void append_rule(GString *out, const struct missed *missed)
{
  g_autoptr(GString) line = g_string_new(missed->name);
  g_string_append(line, ": ");
  text_count(line, (int)missed->findings->len, "time, costs ", "times, costs ");
  text_number(line, missed->cost);
  g_string_append(out, "  ");
  text_wrap(out, line->str, 2);
  for (guint i = 0; i < missed->findings->len; i++)
    append_finding(out, missed->findings->pdata[i]);
}

void terminal_missed(struct terminal *terminal)
{
  const GArray *all = terminal->assessment->missed;
  terminal_heading(terminal, "WHAT WAS MISSED");
  if (all->len == 0)
    g_string_append(terminal->out, "  Nothing that has a price.\n");
  for (guint i = 0; i < all->len; i++)
    append_rule(terminal->out, &g_array_index(all, struct missed, i));
}
