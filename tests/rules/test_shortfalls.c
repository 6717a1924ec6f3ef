/* What kind of shortfall each finding is: of every rule, in every rota that its
 * examples can make; and whatever the prices are. */
#include "model/audit.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/trial.h"

#include <string.h>

/* Words that a finding of that kind has and no other of the rule. Of a rule that is
 * not here, the findings are shortfalls of any kind if it is elastic, and otherwise
 * none. */
static struct {
  const char *rule, *words;
  enum shortfall_kind kind;
  bool of_demand;
  int seen;
} table[] = {
    {"capacity_floor", "the floor is", SHORTFALL_COVER, false, 0},
    {"cover", ": ? of ", SHORTFALL_NEED, true, 0},
    {"cover", "the target is", SHORTFALL_TARGET, true, 0},
    {"cover", "too many", SHORTFALL_OVER, true, 0},
    {"cover", "? session not offered: ", SHORTFALL_NOT_OFFERED, true, 0},
    {"cover", "? person not offered: ", SHORTFALL_NOT_OFFERED, true, 0},
    {"cover", "to the target not offered: ", SHORTFALL_TARGET, true, 0},
    {"duty_cover", ": ? of ", SHORTFALL_COVER, false, 0},
    {"duty_cover", "too many", SHORTFALL_OVER, false, 0},
    {"duty_cover", "on the working day ", SHORTFALL_OTHER, false, 0},
    {"duty_cover", " not offered: ", SHORTFALL_NOT_OFFERED, false, 0},
    {"event", ": * of ", SHORTFALL_NEED, true, 0},
    {"event", "the target is", SHORTFALL_TARGET, true, 0},
    {"event", "the target was", SHORTFALL_TARGET, true, 0},
    {"event", "too many", SHORTFALL_OVER, true, 0},
    {"event", "are sent there", SHORTFALL_OVER, true, 0},
    {"event_day", "but elsewhere", SHORTFALL_OTHER, false, 0},
    {"fcp_cover", "FCP sessions", SHORTFALL_COVER, false, 0},
    {"fcp_cover", "no FCP session on", SHORTFALL_OTHER, false, 0},
    {"fcp_cover", " not offered: ", SHORTFALL_NOT_OFFERED, false, 0},
    {"small_team", " clinician; the least is", SHORTFALL_COVER, false, 0},
    {"small_team", " clinicians; the least is", SHORTFALL_COVER, false, 0},
    {"small_team", "the most is", SHORTFALL_OVER, false, 0},
    {"small_team", "of the support staff", SHORTFALL_COVER, false, 0},
    {"supervision", "don't meet", SHORTFALL_OTHER, false, 0},
    {"support_time", "of supporting time", SHORTFALL_OTHER, false, 0},
    {"team_meeting", "can meet on", SHORTFALL_OTHER, false, 0},
};

static void check_finding(const struct rule *rule, const struct finding *finding)
{
  bool listed = false;
  int rows = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
    if (strcmp(table[i].rule, rule->name) != 0)
      continue;
    listed = true;
    g_autofree char *pattern = g_strdup_printf("*%s*", table[i].words);
    if (!g_pattern_match_simple(pattern, finding->text))
      continue;
    table[i].seen++;
    rows++;
    if (finding->kind != table[i].kind || (finding->demand != NONE) != table[i].of_demand)
      fail_msg("%s, '%s': kind '%s', line of demand %d", rule->name, finding->text,
               shortfall_kind_names[finding->kind], finding->demand);
  }
  if (listed && rows != 1)
    fail_msg("%s, '%s': %d rows of the table", rule->name, finding->text, rows);
  if ((finding->kind != SHORTFALL_NONE) != (rule->nature == RULE_ELASTIC))
    fail_msg("%s, '%s': kind '%s'", rule->name, finding->text, shortfall_kind_names[finding->kind]);
}

/* The subset of the example's candidates, judged by the rule and what stands beside it. */
static void check_rota(const struct trial *trial, unsigned chosen)
{
  struct assignment items[TRIAL_CANDIDATES_MAX];
  int count = 0;
  for (guint i = 0; i < trial->switched->len; i++)
    if (chosen >> i & 1)
      items[count++] = g_array_index(trial->switched, struct assignment, i);
  struct rota *rota = rota_new(trial->problem, items, count);
  struct audit *audit = audit_new(trial->problem, rota);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    check_finding(trial->problem->service->uses[finding->at.use].rule, finding);
  }
  audit_free(audit);
  rota_free(rota);
}

static void test_every_finding_of_every_rule(void **state)
{
  (void)state;
  for (int r = 0; r < rule_registry_count; r++)
    for (int e = 0; e < EXAMPLES_MAX && rule_registry[r]->examples[e].use; e++)
      for (int hard = rule_registry[r]->firm; hard <= 1; hard++) {
        struct trial trial;
        trial_begin(&trial, rule_registry[r], &rule_registry[r]->examples[e], hard);
        unsigned all = 1u << trial.switched->len;
        for (unsigned chosen = 0; chosen < all; chosen += cases_step(all))
          check_rota(&trial, chosen);
        trial_end(&trial);
      }
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    if (table[i].seen == 0)
      fail_msg("%s: no example says '%s'", table[i].rule, table[i].words);
}

static const struct rule_example event_of_nine = {
    .service =
        "sites:\n"
        "  hove:    {kind: hub, rooms: 12}\n"
        "  crawley: {kind: hub, rooms: 1}\n"
        "  remote:  {kind: remote}\n",
    .month =
        "events:\n"
        "  mass: {name: Mass clinic, kind: mass-clinic, at: hove, on: 2027-02-02 am,\n"
        "         need: [{task: clinic, need: 9, target: 12}]}\n",
};

/* How much of that kind the rota of these lines lacks, by that use of a rule. */
static int64_t missing(const struct rule_example *example, const char *rules, const char *rule,
                       const char *lines, enum shortfall_kind kind)
{
  struct world *world = world_new(example, rules);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, lines);
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct audit *audit = audit_new(problem, rota);
  int64_t out = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (strcmp(world->service->uses[finding->at.use].rule->name, rule) == 0 &&
        finding->kind == kind)
      out += finding->violation;
  }
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
  return out;
}

/* Nine are needed, twelve wanted, one comes: nine are missing, three more to the
 * target, and the one who comes is one too many. */
static void test_a_cancelled_event(void **state)
{
  (void)state;
  const char *one = "ann 2027-02-02 am clinic hove\n";
  assert_int_equal(missing(&event_of_nine, NULL, "event", one, SHORTFALL_NEED), 9);
  assert_int_equal(missing(&event_of_nine, NULL, "event", one, SHORTFALL_TARGET), 3);
  assert_int_equal(missing(&event_of_nine, NULL, "event", one, SHORTFALL_OVER), 1);
  assert_int_equal(missing(&event_of_nine, NULL, "event", one, SHORTFALL_OTHER), 0);
  assert_int_equal(missing(&event_of_nine, NULL, "event", one, SHORTFALL_COVER), 0);
}

/* Goldstone has 8,000 patients: two sessions a week at 4,000 each, eight in the
 * four weeks of February. Twenty open days without, of which any ten may be:
 * max(1, 2 * (ceil(5 / 2) - 1)) = 4, so sixteen days too long. Whatever a session
 * and a day cost, they stay what they are. */
static void test_gap_days_at_any_weight(void **state)
{
  (void)state;
  static const char *const uses[] = {
      "[{fcp_cover: {task: fcp, patients_per_session: 4000, most_gap_days: 1}}]",
      "[{fcp_cover: {task: fcp, patients_per_session: 4000, most_gap_days: 1, weight: 30}}]",
      "[{fcp_cover: {task: fcp, patients_per_session: 4000, most_gap_days: 1, hard: yes}}]",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(uses); i++) {
    assert_int_equal(missing(NULL, uses[i], "fcp_cover", "", SHORTFALL_COVER), 8);
    assert_int_equal(missing(NULL, uses[i], "fcp_cover", "", SHORTFALL_OTHER), 16);
  }
}

/* Two on duty where one is wanted, at a price that is also that of one missing:
 * too many all the same, in the one slot; missing in the other 39 of the month
 * (20 days of am and pm). */
static void test_too_many_at_any_weight(void **state)
{
  (void)state;
  static const struct rule_example two_seniors = {
      .clinicians =
          "bob: {name: Bob Best, band: 7, wte: 1.0, base: hove,\n"
          "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
  };
  const char *rules =
      "[{duty_cover: {task: duty, sessions: mon-fri am pm, weight: 50, over_weight: 50}}]";
  const char *both = "ann 2027-02-02 am duty hove\nbob 2027-02-02 am duty crawley\n";
  assert_int_equal(missing(&two_seniors, rules, "duty_cover", both, SHORTFALL_OVER), 1);
  assert_int_equal(missing(&two_seniors, rules, "duty_cover", both, SHORTFALL_COVER), 39);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_finding_of_every_rule),
      cmocka_unit_test(test_a_cancelled_event),
      cmocka_unit_test(test_gap_days_at_any_weight),
      cmocka_unit_test(test_too_many_at_any_weight),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
