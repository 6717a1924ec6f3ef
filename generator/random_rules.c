/* Writes rules drawn at random, to try solvers and checks with. Hard ones are
 * only those that a rota can always keep, so that there is a lawful one. */
#include "generator/writers.h"

enum { PART_RULES = 6, DRAW_PERCENT = 55, HARD_PERCENT = 30, WEIGHT_MOST = 60 };

struct random_rule {
  const char *text; /* each # is a number, from its range */
  struct {
    int least, most;
  } range[2];
  bool may_be_hard;
};

static const struct random_rule random_rules[] = {
    {"contract_hours: {tolerance_minutes: #, per_minutes: #", {{225, 900}, {15, 225}}, false},
    {"support_time: {task: support, share: #, per_minutes: #", {{5, 40}, {15, 225}}, false},
    {"support_time: {who: {band: [7, 8]}, task: support, share: #", {{5, 40}}, false},
    {"duty_cover: {task: duty, need: #, apart_weight: #", {{1, 2}, {0, 40}}, false},
    {"fcp_cover: {task: fcp, patients_per_session: #, most_gap_days: #",
     {{6000, 30000}, {1, 5}},
     false},
    {"named_fcp: {task: fcp, share: #, sites_most: #", {{20, 100}, {1, 3}}, false},
    {"ratio: {generalist: #, specialist: 20, within: #", {{40, 100}, {0, 20}}, false},
    {"ratio: {each: person, within: #, per_minutes: #", {{5, 30}, {15, 225}}, false},
    {"count_limit: {task: duty, per: week, most: #", {{1, 4}}, true},
    {"count_limit: {task: clinic, per: day, most: #", {{1, 2}}, true},
    {"count_limit: {task: [spine, shoulder], per: month, most: #", {{4, 20}}, true},
    {"count_limit: {task: fcp, per: week, count: days, least: #", {{1, 3}}, false},
    {"count_limit: {at: remote, per: week, most: #", {{1, 5}}, false},
    {"lone_working: {at: hub, least: #", {{2, 3}}, true},
    {"lone_working: {at: venue, least: #", {{2, 3}}, true},
    {"delegation: {who: {band: 5}, seniors: {band: [6, 7, 8]}, at: hub, per_senior: #",
     {{1, 3}},
     true},
    {"succession: {task: duty, within_days: #", {{1, 3}}, true},
    {"succession: {task: clinic, then_task: fcp, sessions: mon-wed pm, within_days: #",
     {{1, 2}},
     true},
    {"consecutive: {most_days: #", {{3, 7}}, true},
    {"consecutive: {who: {band: [6, 7]}, fewest_days: #", {{2, 3}}, false},
    {"small_team: {at: hangleton, least: #, most: #", {{1, 2}, {2, 4}}, false},
    {"event_day: {least_sessions: #", {{1, 2}}, false},
    {"travel: {break_minutes: #", {{0, 45}}, true},
    {"equity: {good: #, poor: #", {{60, 95}, {10, 40}}, false},
    {"preferences: {who: {band: [5, 6, 7]}", {{0, 0}}, false},
};

static void write_rule(const struct random_rule *rule, struct dice *dice, GString *out)
{
  int range = 0;
  g_string_append(out, "  - ");
  for (const char *c = rule->text; *c; c++) {
    if (*c != '#') {
      g_string_append_c(out, *c);
      continue;
    }
    g_string_append_printf(out, "%d",
                           dice_between(dice, rule->range[range].least, rule->range[range].most));
    range++;
  }
  if (rule->may_be_hard && dice_chance(dice, HARD_PERCENT))
    g_string_append(out, ", hard: yes}\n");
  else
    g_string_append_printf(out, ", weight: %d}\n", dice_between(dice, 0, WEIGHT_MOST));
}

void write_random_rules(const struct plan *plan, GString *out)
{
  struct dice dice = dice_new(plan->settings.seed, PART_RULES);
  g_string_append(out,
                  "\n# drawn at random: not a policy, but a test\nrules:\n"
                  "  - cover:\n");
  for (size_t r = 0; r < G_N_ELEMENTS(random_rules); r++)
    if (dice_chance(&dice, DRAW_PERCENT))
      write_rule(&random_rules[r], &dice, out);
}
