/* Outcomes written as JSON and read back: every figure as it was, and damage is
 * an error, never a crash. */
#include "inputs/outcome_reader.h"
#include "inputs/outcome_writer.h"
#include "model/json.h"
#include "model/waiting/waiting.h"
#include "tests/support/check.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static struct outcome *sample(void)
{
  struct outcome *outcome = outcome_new();
  outcome->name = g_strdup("<script>alert(\"Größe\")</script>");
  outcome->scenario = g_strdup("scenarios/a.yaml");
  outcome->service = g_strdup("Hove MSK");
  outcome->month = g_strdup("2027-01");
  g_strfreev(outcome->changes);
  outcome->changes = g_strsplit("two more band 7s\na \"quoted\" line", "\n", -1);
  outcome->status = OUTCOME_BUILT;
  outcome->stopped_early = true;
  outcome->fingerprint = g_strdup("0123abcd");
  outcome->bound_by = g_strdup("cbc");
  outcome->engine_fault = g_strdup("highs: it crashed");
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    outcome->values[m] = m % 5 == 4 ? OUTCOME_UNKNOWN : 1234567 * (m % 2 ? -1 : 1) + m;
  for (int i = 0; i < 3; i++) {
    struct outcome_shortfall *shortfall = outcome_add_shortfall(outcome);
    *shortfall = (struct outcome_shortfall){g_strdup("cover"), g_strdup("need"), i, 2 + i, 100 * i};
    struct outcome_pcn *pcn = outcome_add_pcn(outcome);
    *pcn = (struct outcome_pcn){
        g_strdup("goldstone"), g_strdup("Goldstone PCN"), 66808, 11, 123 + i, 4};
  }
  *outcome_add_held(outcome) = (struct outcome_held){
      HELD_HOURS, g_strdup("hours for Clinic"), g_strdup(""), g_strdup("clinic"), 12, 0};
  ((struct outcome_pcn *)outcome->pcns->pdata[1])->per_10000 = OUTCOME_UNKNOWN;
  *outcome_add_area(outcome) = (struct outcome_area){g_strdup("Stone, Ford"), 5, 4, 3, 1212, 0};
  struct outcome_weeks *weeks = outcome_add_weeks(outcome);
  const int chosen[] = {0, 7, 2000};
  weeks->fingerprint = g_strdup("4567cdef");
  g_array_append_vals(weeks->chosen, chosen, G_N_ELEMENTS(chosen));
  struct outcome_day day = {739999, {-400, 3, 0, 5, -7}, 12, false};
  g_array_append_val(outcome->known, day);
  day.date++;
  day.recurs = true;
  g_array_append_val(outcome->known, day);
  outcome->n_weeks = 5;
  outcome->weeks = g_new0(struct outcome_week, 6);
  int64_t number = -37;
  for (int w = 0; w <= 5; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int s = 0; s < OUTCOME_SERIES; s++) {
        outcome->weeks[w].of[g][s] =
            (struct outcome_spread){number, number - 50, number + 1, number - 7, number + 9};
        number += 8191;
      }
  outcome->n_standards = WAITING_STANDARDS;
  for (int s = 0; s < WAITING_STANDARDS; s++)
    outcome->standards[s] = (struct outcome_standard){
        s % WAITING_GROUPS, 20 + s, s - 1, s == 1, s - 1, -1, 1234 * s, 5};
  return outcome;
}

static void assert_same(const struct outcome *a, const struct outcome *b)
{
  char *left = json_text(outcome_json(a)), *right = json_text(outcome_json(b));
  assert_string_equal(left, right);
  g_free(left);
  g_free(right);
  assert_int_equal(a->status, b->status);
  assert_string_equal(a->name, b->name);
  assert_int_equal(a->stopped_early, b->stopped_early);
  assert_string_equal(a->bound_by, b->bound_by);
  assert_string_equal(a->engine_fault, b->engine_fault);
  assert_memory_equal(a->values, b->values, sizeof a->values);
  assert_int_equal(a->n_weeks, b->n_weeks);
  assert_memory_equal(a->weeks, b->weeks, sizeof *a->weeks * ((size_t)a->n_weeks + 1));
  assert_int_equal(a->n_standards, b->n_standards);
  for (int s = 0; s < a->n_standards; s++) {
    const struct outcome_standard *x = &a->standards[s], *y = &b->standards[s];
    assert_true(x->group == y->group && x->weeks == y->weeks && x->met == y->met &&
                x->lasts == y->lasts && x->met_low == y->met_low && x->met_high == y->met_high &&
                x->chance_met == y->chance_met && x->chance_lasts == y->chance_lasts);
  }
  for (guint i = 0; i < a->ordinary->len; i++) {
    const struct outcome_weeks *x = a->ordinary->pdata[i], *y = b->ordinary->pdata[i];
    assert_string_equal(x->fingerprint, y->fingerprint);
    assert_int_equal(x->chosen->len, y->chosen->len);
    assert_memory_equal(x->chosen->data, y->chosen->data, sizeof(int) * x->chosen->len);
  }
  for (guint i = 0; i < a->pcns->len; i++) {
    const struct outcome_pcn *x = a->pcns->pdata[i], *y = b->pcns->pdata[i];
    assert_true(x->patients == y->patients && x->per_10000 == y->per_10000);
  }
}

static struct outcome *decode(const json_t *document, char **said)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct outcome *outcome = NULL;
  enum status status = outcome_decode(document, "o.json", diagnostics, &outcome);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(status == STATUS_OK, count == 0);
  assert_int_equal(status == STATUS_OK, outcome != NULL);
  *said = g_strdup(count ? items[0].text : "");
  diagnostics_free(diagnostics);
  return outcome;
}

static void test_round_trip(void **state)
{
  (void)state;
  struct outcome *outcome = sample();
  char *text = json_text(outcome_json(outcome)), *said;
  json_t *document = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  struct outcome *back = decode(document, &said);
  assert_string_equal(said, "");
  assert_same(outcome, back);
  json_decref(document);
  g_free(said);
  g_free(text);
  outcome_free(back);
  outcome_free(outcome);
}

static void test_round_trip_of_nothing(void **state)
{
  (void)state;
  struct outcome *outcome = outcome_new();
  outcome->reason = g_strdup("it went wrong\nin two lines");
  json_t *document = outcome_json(outcome);
  char *said;
  struct outcome *back = decode(document, &said);
  assert_string_equal(said, "");
  assert_null(back->name);
  assert_null(back->bound_by);
  assert_null(back->engine_fault);
  assert_null(back->weeks);
  assert_int_equal(back->status, OUTCOME_FAILED);
  assert_string_equal(back->reason, outcome->reason);
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    assert_true(back->values[m] == OUTCOME_UNKNOWN);
  json_decref(document);
  g_free(said);
  outcome_free(back);
  outcome_free(outcome);
}

/* Replaces the first `from` in the text, decodes it and looks for `wanted`. */
static void assert_refused(const char *from, const char *to, const char *wanted)
{
  struct outcome *outcome = sample();
  char *text = json_text(outcome_json(outcome)), *said;
  char *at = strstr(text, from);
  assert_non_null(at);
  char *damaged = g_strdup_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
  json_t *document = json_loads(damaged, 0, NULL);
  assert_non_null(document);
  struct outcome *back = decode(document, &said);
  if (!strstr(said, wanted))
    fail_msg("'%s' for '%s': said '%s', not '%s'", to, from, said, wanted);
  assert_null(back);
  json_decref(document);
  g_free(said);
  g_free(damaged);
  g_free(text);
  outcome_free(outcome);
}

static void test_damage(void **state)
{
  (void)state;
  assert_refused("\"status\": \"built\"", "\"status\": \"fine\"", "'status' is not one of");
  assert_refused("\"status\": \"built\"", "\"status\": 7", "'status' should be a text");
  assert_refused("\"status\": \"built\",", "", "'status' is missing");
  assert_refused("\"stopped_early\": true", "\"stopped_early\": 1", "should be true or false");
  assert_refused("\"service\"", "\"more\": 1, \"service\"", "more than its");
  assert_refused("\"weeks\": 5", "\"weeks\": 5, \"more\": 1", "trajectory has more than its");
  assert_refused("\"size\"", "\"more\": 1, \"size\"", "trajectory.priority has more than its");
  assert_refused("\"mean\"", "\"more\": 1, \"mean\"", "priority.size has more than its");
  assert_refused("\"rule\"", "\"more\": 1, \"rule\"", "shortfalls[0] has more than its");
  assert_refused("\"patients\"", "\"more\": 1, \"patients\"", "pcns[0] has more than its");
  assert_refused("\"by\": \"hours\"", "\"by\": \"luck\"", "held[0]: 'by' is not one of");
  assert_refused("\"at_once\"", "\"more\": 1, \"at_once\"", "held[0] has more than its");
  assert_refused("\"group\"", "\"more\": 1, \"group\"", "standards[0] has more than its");
  assert_refused("\"cost\"", "\"more\": 1, \"cost\"", "measures has more than its");
  assert_refused("\"cost\": 1234567", "\"cost\": \"many\"", "measures: 'cost' should be a whole");
  assert_refused("\"cost\": 1234567", "\"cost\": 12.5", "measures: 'cost' should be a whole");
  assert_refused("\"cost\": 1234567", "\"cost\": 90071992547409999", "out of range");
  assert_refused("\"gap\": 12345.69", "\"gap\": 1.234567", "more than two decimals");
  assert_refused("\"cost\"", "\"price\"", "'cost' is missing");
  assert_refused("\"patients\": 66808", "\"patients\": -1", "pcns[0]: 'patients' is out of range");
  assert_refused("\"weeks\": 5", "\"weeks\": 7", "a number for each week");
  assert_refused("\"weeks\": 5", "\"weeks\": 100000", "trajectory: 'weeks' is out of range");
  assert_refused("\"group\": \"routine\"", "\"group\": \"urgent\"", "'group' is not one of");
  assert_refused("\"date\": \"", "\"date\": \"on ", "known[0]: 'date' is no date");
  assert_refused("\"more\": [", "\"more\": [1, ", "'more'");
  assert_refused("\"chosen\": [", "\"chosen\": [1, ",
                 "ordinary[0]: 'chosen' should have ascending");
  assert_refused("\"chosen\": [", "\"chosen\": [-1, ",
                 "ordinary[0]: 'chosen' should have ascending");
  assert_refused("\"chosen\": [", "\"chosen\": [\"a\", ", "ordinary[0]: 'chosen' should be");
  assert_refused("\"mean\"", "\"average\"", "trajectory.priority.size: 'mean' is missing");
}

/* Whatever bytes change, there is an outcome or an error, and nothing else. */
static void test_mutations(void **state)
{
  (void)state;
  struct outcome *outcome = sample();
  char *text = json_text(outcome_json(outcome));
  size_t length = strlen(text);
  GRand *dice = g_rand_new_with_seed(7);
  for (int i = 0; i < 1500; i++) {
    char *damaged = g_strdup(text), *said;
    for (int n = g_rand_int_range(dice, 1, 5); n > 0; n--) {
      static const char bytes[] = "0123456789-.e\"[]{}:,ntrue x";
      damaged[g_rand_int_range(dice, 0, (gint32)length)] =
          bytes[g_rand_int_range(dice, 0, sizeof bytes - 1)];
    }
    json_t *document = json_loads(damaged, JSON_REJECT_DUPLICATES, NULL);
    struct outcome *back = document ? decode(document, &said) : NULL;
    if (document)
      g_free(said);
    outcome_free(back);
    json_decref(document);
    g_free(damaged);
  }
  g_rand_free(dice);
  g_free(text);
  outcome_free(outcome);
}

static void set_range(struct outcome *outcome, int64_t bound, int64_t cost)
{
  outcome->values[MEASURE_BOUND] = bound;
  outcome->values[MEASURE_COST] = cost;
}

static void test_open(void **state)
{
  (void)state;
  struct outcome *a = outcome_new(), *b = outcome_new();
  set_range(a, 10, 20);
  set_range(b, 15, 30);
  assert_true(outcome_is_open(a, b));
  set_range(b, 21, 30);
  assert_false(outcome_is_open(a, b));
  set_range(b, OUTCOME_UNKNOWN, 30);
  assert_true(outcome_is_open(a, b));
  set_range(a, 20, 20);
  set_range(b, 20, 20);
  assert_false(outcome_is_open(a, b));
  set_range(a, 10, 20);
  set_range(b, 10, 20);
  assert_true(outcome_is_open(a, b));
  a->fingerprint = g_strdup("x");
  b->fingerprint = g_strdup("x");
  assert_false(outcome_is_open(a, b));
  outcome_free(a);
  outcome_free(b);
}

/* Ids are keys of files, so each is there once. */
static void test_measures(void **state)
{
  (void)state;
  for (int m = 0; m < OUTCOME_MEASURES; m++) {
    assert_non_null(outcome_measures[m].id);
    assert_true(outcome_measures[m].decimals == 0 || outcome_measures[m].decimals == 2);
    for (int n = 0; n < m; n++)
      assert_string_not_equal(outcome_measures[m].id, outcome_measures[n].id);
  }
  assert_true(outcome_difference(3, 5) == -2);
  assert_true(outcome_difference(3, OUTCOME_UNKNOWN) == OUTCOME_UNKNOWN);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round_trip), cmocka_unit_test(test_round_trip_of_nothing),
      cmocka_unit_test(test_damage),     cmocka_unit_test(test_mutations),
      cmocka_unit_test(test_open),       cmocka_unit_test(test_measures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
