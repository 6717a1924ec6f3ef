/* Rules that look beyond the month, tried on pasts, and months after, drawn at random:
 * whatever was published, or was not, their rows and their check say the same. */
#include "model/formulation.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/trial.h"

#include <stdlib.h>

/* So few seeds have each use, and months as well as weeks. */
enum { SEEDS_LEAST = 8 };
enum { SEEDS = 24, CANDIDATES = 9, CLINICIANS = 3, BLOCKS = 3 };

static const char *const clinicians[] = {"ann", "bob", "cat"};
static const char *const blocks[] = {"am", "pm", "eve"};
static const char *const tasks[] = {"clinic", "spine", "duty"};
static const char *const sites[] = {"hove", "crawley", "remote", "goldstone"};

/* Months that begin on a Monday, a Friday, a Saturday and, in a leap year, a Tuesday. */
static const char *const months[] = {"2027-02", "2027-01", "2027-05", "2028-02"};

/* A rule, and the uses that take turns from seed to seed. */
struct look_back {
  const char *rule;
  const char *uses[4];
};

static const struct look_back rules[] = {
    {"working_time",
     {"{rest_hours: 14, average_hours: 30, weeks: 5}", "{weekly_rest: 2 in 14, break_minutes: 90}",
      "{average_hours: 12, weeks: 9, opted_out: {clinicians: [cat]}, weekly_rest: none}"}},
    {"consecutive",
     {"{most_days: 2}", "{most_days: 9, fewest_days: 3}", "{fewest_days_off: 3, task: clinic}",
      "{most_days: 1, most_weekends: 0, sessions: eve}"}},
    {"succession",
     {"{sessions: eve, then_sessions: am}", "{task: duty, within_days: 3}",
      "{at: crawley, then_task: [duty, spine]}"}},
    {"count_limit",
     {"{most: 2, task: duty}", "{most: 2, count: days}", "{least: 6, at: [hub, remote]}",
      "{least: 4, most: 5, count: days, sessions: [mon-fri am, sat-sun]}"}},
    {"cover", {"{}"}},
    {"fcp_cover",
     {"{task: clinic, patients_per_session: 3000}", "{task: [clinic, duty], most_gap_days: 1}",
      "{task: spine, sessions: [mon-sun am, sat-sun pm], patients_per_session: 1500}"}},
    {"capacity_floor",
     {"{least: 11}", "{least: 25, contacts: new, sessions: [mon-sun am, sat-sun pm]}",
      "{least: 60, who: {not: {clinicians: cat}}}"}},
    {"duty_cover",
     {"{task: duty}", "{task: [duty, spine], sessions: [mon-sun am], apart_weight: 9}",
      "{task: clinic, at: [hove, remote], over_weight: 0}"}},
    {"split_days", {"{most: 0}", "{most: 1}"}},
    {"same_site", {"{}", "{who: {clinicians: [ann, bob]}}"}},
    {"variety",
     {"{used_within: 3}", "{used_within: 5, task: spine}", "{used_within: 8, share_most: 3}"}},
    {"fair_share",
     {"{task: duty, within: 0}", "{sessions: [eve, sat, sun], look_back_months: 1}",
      "{by: contract, look_back_months: 2, at: crawley}"}},
    {"new_faces", {"{task: spine}", "{look_back_months: 1, task: duty, sessions: eve}"}},
    {"continuity", {"{times: 1}", "{share: 35}", "{share: 90, task: clinic, times: 1}"}},
};

/* A calendar month, or weeks. */
struct span {
  int first, weeks; /* no weeks: a month */
};

static int last_of(struct span span)
{
  return month_id_last(span.first, span.weeks);
}

/* Months next to months, and weeks, of any number, next to weeks. */
static struct span span_before(GRand *rand, struct span span)
{
  int weeks = span.weeks ? g_rand_int_range(rand, 1, 6) : 0, last = span.first - 1;
  return (struct span){weeks ? span.first - weeks * WEEK_DAYS : last + 1 - date_day(last), weeks};
}

static struct span span_after(GRand *rand, struct span span)
{
  return (struct span){last_of(span) + 1, span.weeks ? g_rand_int_range(rand, 1, 6) : 0};
}

static char *period_of(struct span span)
{
  char day[DATE_TEXT_SIZE];
  return span.weeks ? g_strdup_printf("period: {from: %s, weeks: %d}\n",
                                      date_format(span.first, day), span.weeks)
                    : g_strdup("");
}

/* A history file, in which each clinician works in about `density` of ten sessions. The
 * checksum is wrong, which only warns. g_free path and text. */
static struct example_file draw_past(GRand *rand, struct span span, int density)
{
  char id[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];
  g_autofree char *period = period_of(span);
  int n_days = last_of(span) + 1 - span.first;
  GString *out = g_string_new(NULL);
  month_id_format(span.first, span.weeks, id);
  g_string_append_printf(out, "month: %s\n%saccounts:\n", id, period);
  for (int c = 0; c < CLINICIANS; c++)
    if (g_rand_int_range(rand, 0, 4) > 0)
      g_string_append_printf(out, "  %s: {contract: %d, planned: 0, balance: 0}\n", clinicians[c],
                             g_rand_int_range(rand, 0, 150) * 60);
  g_string_append(out, "assignments:\n");
  for (int c = 0; c < CLINICIANS; c++) {
    g_string_append_printf(out, "  %s:\n", clinicians[c]);
    g_string_append_printf(out, "    - %s am 08:30-12:15 gone gone\n",
                           date_format(span.first, day));
    for (int i = BLOCKS; i < BLOCKS * n_days; i++) {
      static const char *const times[] = {"08:30-12:15", "13:15-17:00", "17:00-20:00"};
      if (g_rand_int_range(rand, 0, 10) < density)
        g_string_append_printf(out, "    - %s %s %s %s %s\n",
                               date_format(span.first + i / BLOCKS, day), blocks[i % BLOCKS],
                               times[i % BLOCKS], tasks[g_rand_int_range(rand, 0, 3)],
                               sites[g_rand_int_range(rand, 0, 4)]);
    }
  }
  g_string_append(out, "checksum: none\n");
  return (struct example_file){
      .path = g_strdup_printf("history/%s.yaml", id),
      .text = g_string_free(out, FALSE),
  };
}

static void file_clear(struct example_file file)
{
  g_free((gpointer)(uintptr_t)file.path);
  g_free((gpointer)(uintptr_t)file.text);
}

/* Distinct lines, mostly in the first days of the month, otherwise in its last. */
static char *draw_candidates(GRand *rand, struct span span)
{
  enum { SPREAD_DAYS = 4 };
  int days = last_of(span) + 1 - span.first;
  char date[DATE_TEXT_SIZE];
  g_autoptr(GHashTable) drawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  int first = g_rand_int_range(rand, 0, 3) > 0 ? 1 : days + 1 - SPREAD_DAYS;
  GString *out = g_string_new(NULL);
  while (g_hash_table_size(drawn) < CANDIDATES) {
    int day = span.first - 1 + g_rand_int_range(rand, first, first + SPREAD_DAYS);
    char *line =
        g_strdup_printf("%s %s %s %s %s\n", clinicians[g_rand_int_range(rand, 0, 5) / 2],
                        date_format(day, date), blocks[g_rand_int_range(rand, 0, 3)],
                        tasks[g_rand_int_range(rand, 0, 3)], sites[g_rand_int_range(rand, 0, 4)]);
    if (!g_hash_table_contains(drawn, line))
      g_string_append(out, line);
    g_hash_table_add(drawn, line);
  }
  return g_string_free(out, FALSE);
}

/* In half of the seeds: at both of the month's ends sites are closed, and what they ask moves
 * or is owed. */
static char *draw_closures(GRand *rand, struct span span)
{
  int days = last_of(span) + 1 - span.first;
  char date[DATE_TEXT_SIZE];
  if (g_rand_int_range(rand, 0, 2) == 0)
    return g_strdup("");
  GString *out = g_string_new("closures:\n");
  for (int end = 0; end < 2; end++)
    for (int s = 0; s < (int)G_N_ELEMENTS(sites); s++) {
      int day = end ? days - g_rand_int_range(rand, 0, 3) : 1 + g_rand_int_range(rand, 0, 3);
      int to = g_rand_int_range(rand, 0, 4);
      g_string_append_printf(out, "  - {site: %s, from: %s, sessions: [%s, eve]", sites[s],
                             date_format(span.first - 1 + day, date),
                             blocks[g_rand_int_range(rand, 0, 2)]);
      if (to != s && g_rand_int_range(rand, 0, 3) > 0)
        g_string_append_printf(out, ", moves_to: %s", sites[to]);
      g_string_append(out, "}\n");
    }
  return g_string_free(out, FALSE);
}

/* Would some rota go wrong without any rows? */
static bool needs_rows(const struct trial *trial)
{
  struct programme without = *trial->programme;
  without.n_rows = 0;
  return trial_compare(trial, &without, false).disagreements > 0;
}

/* One seed, of months or, every other four, of weeks: of the two before and the one after, any
 * were published. How many of its trials, hard and soft, rest on their rows. */
static int try_seed(const struct rule *rule, const char *use, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed(seed);
  struct span span = {DATE_NONE, 0};
  assert_true(month_id_parse(months[g_rand_int_range(rand, 0, G_N_ELEMENTS(months))], &span.first));
  if (seed & 4)
    span = (struct span){span.first + g_rand_int_range(rand, 0, 28), g_rand_int_range(rand, 1, 6)};
  int density = g_rand_int_range(rand, 0, 10), published = g_rand_int_range(rand, 0, 8);
  struct span next_before = span_before(rand, span);
  struct example_file earlier = draw_past(rand, span_before(rand, next_before), density);
  struct example_file before = draw_past(rand, next_before, density);
  struct example_file after = draw_past(rand, span_after(rand, span), density);
  g_autofree char *candidates = draw_candidates(rand, span);
  g_autofree char *closures = draw_closures(rand, span), *period = period_of(span);
  g_autofree char *month = g_strconcat(period, closures, NULL);
  char month_id[DATE_TEXT_SIZE];
  struct rule_example example = {
      .service =
          "week: {mon-sun: [am, pm, eve]}\n"
          "demand:\n"
          "  - {task: clinic, per: week, need: 5, target: 7, most: 9}\n"
          "  - {task: duty, at: every hub, per: week, sessions: [mon-sun am, sat-sun pm], need: "
          "3,\n"
          "     most: 3}\n"
          "tasks:\n"
          "  clinic: {skill: msk, at: [hub, remote, pcn], slots: {new: 3, follow_up: 4}}\n"
          "  spine: {skill: spine, at: [hub, remote, pcn], minutes_per_contact: 40}\n"
          "  duty: {at: [hub, remote, pcn]}\n",
      .clinicians =
          "ann: {band: 7, wte: 1.0, works: {mon-sun: [am, pm, eve]},\n"
          "      skills: {msk: yes, spine: yes}}\n"
          "bob: {band: 6, wte: 0.6, works: {mon-sun: [am, pm, eve]},\n"
          "      skills: {msk: yes, spine: yes}, joins: 2027-01-20}\n"
          "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]},\n"
          "      skills: {msk: yes}, leaves: 2028-02-25}\n",
      .month_id = month_id_format(span.first, span.weeks, month_id),
      .month = month,
      .use = use,
      .candidates = candidates,
  };
  int files = 0;
  if (published & 1)
    example.files[files++] = earlier;
  if (published & 2)
    example.files[files++] = before;
  if (published & 4)
    example.files[files++] = after;
  int at_stake = 0;
  for (int hard = 0; hard <= 1; hard++) {
    struct trial trial;
    trial_begin(&trial, rule, &example, hard);
    struct comparison comparison = trial_compare(&trial, trial.programme, true);
    at_stake += needs_rows(&trial);
    trial_end(&trial);
    if (comparison.disagreements > 0)
      fail_msg("%s: %s, seed %u: rows and check disagree on %d of %d rotas", rule->name, use, seed,
               comparison.disagreements, comparison.rotas);
  }
  file_clear(earlier);
  file_clear(before);
  file_clear(after);
  g_rand_free(rand);
  return at_stake;
}

static void test_pasts(void **state)
{
  const struct look_back *look_back = *state;
  const struct rule *rule = rule_find(look_back->rule);
  assert_non_null(rule);
  int seeds = MAX(cases_tried(SEEDS), SEEDS_LEAST), uses = 0, at_stake = 0;
  while (uses < (int)G_N_ELEMENTS(look_back->uses) && look_back->uses[uses])
    uses++;
  assert_true(uses > 0);
  for (guint32 seed = 1; uses > 0 && seed <= (guint32)seeds; seed++)
    at_stake += try_seed(rule, look_back->uses[seed % (guint32)uses], seed);
  assert_true(at_stake >= seeds / 4);
}

int main(void)
{
  struct CMUnitTest tests[G_N_ELEMENTS(rules)];
  for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
    tests[i] = (struct CMUnitTest){
        .name = rules[i].rule,
        .test_func = test_pasts,
        .initial_state = (void *)(uintptr_t)&rules[i],
    };
  return cmocka_run_group_tests_name("rules that look beyond the month", tests, NULL, NULL);
}
