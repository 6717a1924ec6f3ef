/* People whose posts change in the middle of the month: for every rota that a few
 * placements before and after the 15th can make, rows and check of each rule that can tell
 * people apart say the same. */
#include "model/formulation.h"
#include "tests/support/check.h"
#include "tests/support/trial.h"

/* Bob is promoted, rotates to crawley and goes down to half; Cat is sent elsewhere and
 * learns. */
static const char people[] =
    "ann: {name: Ann Able, band: 7, team: hove, works: {mon-fri: [am, pm], tue: [eve]},\n"
    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
    "bob: {name: Bob Best, band: 6, team: hove, supervisor: ann, works: {mon-fri: [am, pm]},\n"
    "      skills: {msk: yes, fcp: {stage: 1}},\n"
    "      changes: [{from: 2027-02-11, wte: 0.8, works: {mon-thu: [am, pm]}},\n"
    "        {from: 2027-02-15, band: 7, team: crawley, wte: 0.5, skills: {spine: yes},\n"
    "         works: {mon-tue: [am, pm], wed: [am]}}]}\n"
    "cat: {name: Cat Cole, band: 5, wte: 0.5, team: crawley, supervisor: ann,\n"
    "      works: {mon-wed: [am, pm]}, sites: [hove, goldstone, remote],\n"
    "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}},\n"
    "      changes: [{from: 2027-02-16, sites: [crawley, goldstone], skills: {fcp: {stage: "
    "1}}}]}\n";

static const char tasks[] =
    "tasks:\n"
    "  clinic:  {stream: generalist, skill: msk, at: hub, slots: {new: 3}}\n"
    "  spine:   {stream: specialist, skill: spine, at: hub, slots: {new: 2}}\n"
    "  fcp:     {stream: generalist, skill: fcp, min_stage: 1, at: pcn}\n"
    "  duty:    {min_band: 7, at: [hub, remote]}\n"
    "  support: {at: [hub, remote], room: none}\n";

static const char placements[] =
    "ann 2027-02-15 am support hove\n"
    "bob 2027-02-09 am clinic hove\n"
    "bob 2027-02-09 pm support hove\n"
    "bob 2027-02-15 am support hove\n"
    "bob 2027-02-15 pm duty hove\n"
    "bob 2027-02-16 am clinic crawley\n"
    "bob 2027-02-16 pm spine hove\n"
    "bob 2027-02-18 am clinic hove\n"
    "cat 2027-02-09 am fcp goldstone\n"
    "cat 2027-02-15 pm clinic hove\n"
    "cat 2027-02-16 am support crawley\n";

static const struct {
  const char *rule, *use;
} uses[] = {
    {"availability", "{}"},
    {"capacity_floor", "{who: {band: 7}, least: 9}"},
    {"consecutive", "{who: {band: 7}, most_days: 1}"},
    {"contract_hours", "{who: {band: 7}, per_minutes: 600, hard_above: no}"},
    {"count_limit", "{who: {band: 7}, per: week, most: 1}"},
    {"count_limit", "{who: {team: hove}, per: month, least: 5}"},
    {"count_limit", "{who: {team: crawley}, per: month, count: days, least: 4}"},
    {"debrief", "{leaders: {band: 7}}"},
    {"delegation", "{who: {band: [5, 6]}, seniors: {band: 7}, per_senior: 1}"},
    {"fair_share", "{task: clinic, who: {band: 7}, within: 0}"},
    {"fair_share", "{task: clinic, who: {team: crawley}, within: 0, by: contract}"},
    {"keep_apart", "{who: {team: crawley}}"},
    {"premium_hours", "{who: {team: crawley}, evening_from: 12, evening: 50}"},
    {"ratio", "{who: {band: 7}, each: person}"},
    {"ratio", "{who: {team: crawley}}"},
    {"same_site", "{who: {band: 7}}"},
    {"skill", "{}"},
    {"small_team", "{at: hove, least: 1, most: 1, support: {band: [5, 6]}, support_least: 1}"},
    {"split_days", "{who: {band: 7}, most: 0}"},
    {"succession", "{who: {band: 7}, then_task: clinic, within_days: 1}"},
    {"supervision", "{task: support, who: {team: crawley}}"},
    {"support_time", "{who: {band: 7}, task: support, share: 40}"},
    {"team_meeting", "{task: support}"},
    {"trainee", "{debriefers: {band: 7}}"},
    {"travel", "{who: {band: 7}, break_minutes: 60}"},
    {"undivided", "{task: support, who: {band: 7}}"},
    {"variety", "{who: {band: 7}, share_most: 5, used_within: 1}"},
    {"whole_days", "{who: {band: 7}, least_minutes: 300}"},
    {"working_time", "{who: {band: 7}, average_hours: 1, weeks: 4, opted_out: {team: hove}}"},
};

static struct comparison compare(const struct trial *trial, bool with_rows)
{
  struct programme programme = *trial->programme;
  if (!with_rows)
    programme.n_rows = 0;
  return trial_compare(trial, &programme, with_rows);
}

/* And without its rows a rule would be told from its check. */
static void rows_and_check_agree(void **state)
{
  (void)state;
  for (size_t u = 0; u < G_N_ELEMENTS(uses); u++)
    for (int hard = 0; hard <= 1; hard++) {
      const struct rule *rule = rule_find(uses[u].rule);
      struct rule_example example = {
          .clinicians = people, .service = tasks, .use = uses[u].use, .candidates = placements};
      struct trial trial;
      if (hard && rule->nature == RULE_SOFT)
        continue;
      trial_begin(&trial, rule, &example, hard);
      struct comparison comparison = compare(&trial, true);
      bool silent = trial.programme->n_rows > 0 && compare(&trial, false).disagreements == 0;
      trial_end(&trial);
      assert_true(comparison.rotas > 1);
      if (comparison.disagreements > 0)
        fail_msg("%s %s, %s: rows and check disagree on %d of %d rotas", uses[u].rule, uses[u].use,
                 hard ? "hard" : "soft", comparison.disagreements, comparison.rotas);
      if (silent)
        fail_msg("%s %s: no rota needs its rows", uses[u].rule, uses[u].use);
    }
}

/* Written as they are in February; and as they were before, with what has changed since, and
 * what will afterwards. */
static const char now[] =
    "bob: {name: Bob Best, band: 7, team: crawley, wte: 0.5, supervisor: ann, base: crawley,\n"
    "      works: {cycle: 2027-02-01, weeks: [{mon-tue: [am, pm]}, {mon: [am], thu: [pm]}]},\n"
    "      hours: {fewest: 20, most: 70}, sites: [crawley, hove, remote],\n"
    "      skills: {spine: yes, fcp: {stage: 2}}}\n";
static const char since[] =
    "bob: {name: Bob Best, band: 5, team: hove, supervisor: ann, works: {mon-sat: [am, pm]},\n"
    "      base: hove, hours: {most: 90}, skills: {msk: yes, fcp: {stage: 0, trainee: yes}},\n"
    "      changes: [{from: 2026-02-15, band: 7, wte: 0.1, skills: {spine: yes, msk: no}},\n"
    "        {from: 2027-01-31, team: crawley, base: crawley, hours: {fewest: 20, most: 70},\n"
    "         sites: [crawley, hove, remote], skills: {fcp: {stage: 2}}},\n"
    "        {from: 2027-02-01, wte: 0.5,\n"
    "         works: {cycle: 2027-02-01, weeks: [{mon-tue: [am, pm]}, {mon: [am], thu: [pm]}]}},\n"
    "        {from: 2027-03-01, band: 8a, team: hove, wte: 1.0, works: {}, skills: {spine: "
    "no}}]}\n";

static char *fingerprint_of(const char *clinicians)
{
  struct rule_example example = {.clinicians = clinicians, .service = tasks};
  g_autoptr(GString) rules = g_string_new("\n");
  for (size_t u = 0; u < G_N_ELEMENTS(uses); u++)
    g_string_append_printf(rules, "  - %s: %s\n", uses[u].rule, uses[u].use);
  struct world *world = world_new(&example, rules->str);
  struct problem *problem = problem_new(world->service, world->month);
  struct programme *programme = formulation_build(problem);
  char *out = programme_fingerprint(programme);
  programme_free(programme);
  problem_free(problem);
  world_free(world);
  return out;
}

static void what_changed_before_is_as_if_written(void **state)
{
  (void)state;
  g_autofree char *written = fingerprint_of(now), *changed = fingerprint_of(since);
  g_autofree char *other = fingerprint_of(NULL);
  assert_string_equal(written, changed);
  assert_string_not_equal(written, other);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_and_check_agree),
      cmocka_unit_test(what_changed_before_is_as_if_written),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
