/* Writes rules drawn at random, to try solvers and checks with: random_rules.yaml. */
#include "generator/policies.h"
#include "generator/template.h"
#include "generator/writers.h"

#include <stdio.h>
#include <string.h>

enum { DRAW_PERCENT = 55, HARD_PERCENT = 30, WEIGHT_MOST = 60 };

/* Draws what stands for the gap that `text` begins with; returns what comes after. */
static const char *fill_gap(const char *text, struct dice *dice, GString *out)
{
  static const char hard_or_weight[] = "$hard_or_weight";
  if (g_str_has_prefix(text, hard_or_weight)) {
    if (dice_chance(dice, HARD_PERCENT))
      g_string_append(out, "hard: yes");
    else
      g_string_append_printf(out, "weight: %d", dice_between(dice, 0, WEIGHT_MOST));
    return text + strlen(hard_or_weight);
  }
  int least, most, length;
  bool read = sscanf(text, "$%d_to_%d%n", &least, &most, &length) == 2;
  g_assert(read);
  g_string_append_printf(out, "%d", dice_between(dice, least, most));
  return text + length;
}

static void write_rule(const char *rule, struct dice *dice, GString *out)
{
  for (const char *gap; (gap = strchr(rule, '$')); rule = fill_gap(gap, dice, out))
    g_string_append_len(out, rule, gap - rule);
  g_string_append_printf(out, "%s\n", rule);
}

void write_random_rules(const struct plan *plan, GString *out)
{
  struct dice dice = dice_new(plan->settings.seed, DICE_RULES);
  g_autofree char *head = template_part(policy_random_rules, "always");
  g_autofree char *rules = template_part(policy_random_rules, "each drawn or not");
  g_string_append(out, head);
  g_auto(GStrv) lines = g_strsplit(rules, "\n", -1);
  for (char **line = lines; **line; line++)
    if (dice_chance(&dice, DRAW_PERCENT))
      write_rule(*line, &dice, out);
}
