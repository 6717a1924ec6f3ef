/* The answers of scenarios beside the service as it is: what differs, and whether
 * that is for the better; what is not known differs from nothing. */
#include "planning/answers.h"

#include "tests/support/check.h"

#include <string.h>

static struct outcome *built(void)
{
  struct outcome *outcome = outcome_new();
  outcome->status = OUTCOME_BUILT;
  return outcome;
}

static const struct answer *find(const GPtrArray *answers, const char *id, const char *about)
{
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(answers, i);
    if (strcmp(answer->measure.id, id) == 0 && strcmp(answer->about, about) == 0)
      return answer;
  }
  return NULL;
}

static void test_figures(void **state)
{
  (void)state;
  struct outcome *base = built(), *cheaper = built(), *without = outcome_new();
  const struct outcome *const scenarios[] = {cheaper, without};
  base->values[MEASURE_COST] = base->values[MEASURE_BOUND] = 100;
  cheaper->values[MEASURE_COST] = cheaper->values[MEASURE_BOUND] = 60;
  base->values[MEASURE_SEEN] = cheaper->values[MEASURE_SEEN] = 7;
  base->values[MEASURE_SESSIONS] = 5;
  cheaper->values[MEASURE_SESSIONS] = 6;
  g_autoptr(GPtrArray) answers = answers_new(base, scenarios, 2);
  const struct answer *cost = find(answers, "cost", "");
  assert_true(cost->differs);
  assert_int_equal(cost->cells[0].difference, 0);
  assert_int_equal(cost->cells[1].difference, -40);
  assert_int_equal(cost->cells[1].judged, 1);
  assert_false(cost->cells[1].same);
  assert_true(cost->cells[2].value == OUTCOME_UNKNOWN);
  assert_true(cost->cells[2].difference == OUTCOME_UNKNOWN);
  assert_int_equal(cost->cells[2].judged, 0);
  assert_true(find(answers, "seen", "")->cells[1].same);
  assert_int_equal(find(answers, "sessions", "")->cells[1].judged, 0); /* more is neither */
  assert_null(find(answers, "gap", ""));                               /* nobody knows it */
  outcome_free(base);
  outcome_free(cheaper);
  outcome_free(without);
}

static void add_shortfall(struct outcome *outcome, const char *kind, int64_t missing)
{
  *outcome_add_shortfall(outcome) =
      (struct outcome_shortfall){g_strdup("duty_cover"), g_strdup(kind), 1, missing, 300 * missing};
}

/* A rota without such a shortfall is short of nothing; where there is no rota, nobody
 * knows. Kinds of one rule are answers of their own. */
static void test_shortfalls(void **state)
{
  (void)state;
  struct outcome *base = built(), *other = built(), *without = outcome_new();
  const struct outcome *const scenarios[] = {other, without};
  add_shortfall(base, "cover", 2);
  add_shortfall(other, "over", 1);
  g_autoptr(GPtrArray) answers = answers_new(base, scenarios, 2);
  const struct answer *missing = find(answers, "shortfall", "duty_cover/cover");
  assert_string_equal(missing->measure.words, "duty_cover");
  assert_int_equal(missing->cells[0].value, 2);
  assert_int_equal(missing->cells[1].value, 0);
  assert_int_equal(missing->cells[1].judged, 1);
  assert_true(missing->cells[2].value == OUTCOME_UNKNOWN);
  const struct answer *over = find(answers, "shortfall_cost", "duty_cover/over");
  assert_string_equal(over->measure.words, "duty_cover, more than wanted, points");
  assert_int_equal(over->cells[1].value, 300);
  assert_int_equal(over->cells[1].judged, -1);
  outcome_free(base);
  outcome_free(other);
  outcome_free(without);
}

static void set_standard(struct outcome *outcome, int weeks, int met)
{
  outcome->n_standards = 1;
  outcome->standards[0] =
      (struct outcome_standard){.group = WAITING_PRIORITY, .weeks = weeks, .met = met};
}

/* Two that never meet it are alike, although no week says so; one that has another
 * standard is not like one that never meets this. */
static void test_standards(void **state)
{
  (void)state;
  struct outcome *base = built(), *never = built(), *sooner = built(), *other = built();
  const struct outcome *const scenarios[] = {never, sooner, other};
  set_standard(base, 2, -1);
  set_standard(never, 2, -1);
  set_standard(sooner, 2, 4);
  set_standard(other, 3, 4);
  sooner->month = g_strdup("2027-01"); /* its first Monday is the 28th of December */
  g_autoptr(GPtrArray) answers = answers_new(base, scenarios, 3);
  const struct answer *answer = find(answers, "standard_met", "priority/2");
  assert_true(answer->is_standard);
  assert_string_equal(answer->measure.words, "no priority wait over 2 weeks");
  assert_true(answer->cells[1].same);
  assert_int_equal(answer->cells[2].value, 4);
  assert_false(answer->cells[2].same);
  assert_int_equal(answer->cells[2].met_on, date_make(2027, 1, 24)); /* a Sunday */
  assert_int_equal(answer->cells[0].met_on, DATE_NONE);
  assert_int_equal(find(answers, "standard_met", "priority/3")->cells[3].value, 4);
  assert_null(answer->cells[3].standard);
  assert_false(answer->cells[3].same);
  outcome_free(base);
  outcome_free(never);
  outcome_free(sooner);
  outcome_free(other);
}

static void test_judged(void **state)
{
  (void)state;
  assert_int_equal(answer_judge(&outcome_measures[MEASURE_COST], -1), 1);
  assert_int_equal(answer_judge(&outcome_measures[MEASURE_SEEN], -1), -1);
  assert_int_equal(answer_judge(&outcome_measures[MEASURE_SESSIONS], -1), 0);
  assert_int_equal(answer_judge(&outcome_measures[MEASURE_COST], OUTCOME_UNKNOWN), 0);
}

/* The other search of an outcome. */
static struct outcome *search_again(struct outcome *outcome, int64_t sessions, int64_t travel)
{
  struct outcome *other = outcome_add_other(outcome);
  other->values[MEASURE_SESSIONS] = sessions;
  other->values[MEASURE_TRAVEL] = travel;
  return other;
}

/* Sessions: 100 as it is, and 103 by another search; 104 and 105 with the scenario: spreads of 3
 * and 1, of which the mean is 2, so that what lies within 3 + 2 is not clear. Travel: 60 and 60
 * beside 90 and 80: spreads of 0 and 10, mean 5, and 30 is more than 5 + 10. */
static void test_clear(void **state)
{
  (void)state;
  struct outcome *base = built(), *other = built(), *same = built();
  const struct outcome *const scenarios[] = {other, same};
  base->fingerprint = g_strdup("a");
  same->fingerprint = g_strdup("a");
  other->fingerprint = g_strdup("b");
  base->values[MEASURE_SESSIONS] = 100;
  base->values[MEASURE_TRAVEL] = 60;
  search_again(base, 103, 60);
  other->values[MEASURE_SESSIONS] = 105;
  other->values[MEASURE_TRAVEL] = 90;
  search_again(other, 104, 80);
  same->values[MEASURE_SESSIONS] = 101; /* as templates change what the same sessions are */
  g_autoptr(GPtrArray) answers = answers_new(base, scenarios, 2);
  const struct answer *sessions = find(answers, "sessions", ""),
                      *travel = find(answers, "travel", "");
  assert_true(sessions->cells[1].unclear);
  assert_int_equal(sessions->cells[1].difference, 5);
  assert_false(sessions->cells[2].unclear);
  assert_false(travel->cells[1].unclear);
  assert_int_equal(travel->cells[1].judged, -1);
  other->values[MEASURE_SESSIONS] = 106;
  ((struct outcome *)other->others->pdata[0])->values[MEASURE_SESSIONS] = 105;
  ((struct outcome *)other->others->pdata[0])->values[MEASURE_TRAVEL] = 60;
  g_autoptr(GPtrArray) again = answers_new(base, scenarios, 2);
  assert_false(find(again, "sessions", "")->cells[1].unclear);
  assert_true(find(again, "travel", "")->cells[1].unclear); /* spreads 0 and 30, mean 15 */
  assert_int_equal(find(again, "travel", "")->cells[1].judged, 0);
  /* Searched once, the scenario has as it is' spread of 3, and the month's alone once both are. */
  other->once = true;
  other->values[MEASURE_SESSIONS] = 107;
  g_autoptr(GPtrArray) once = answers_new(base, scenarios, 2);
  assert_false(find(once, "sessions", "")->cells[1].unclear); /* 7 is more than 3 + 3 */
  base->once_ahead = true;
  g_autoptr(GPtrArray) ahead = answers_new(base, scenarios, 2);
  assert_false(find(ahead, "sessions", "")->cells[1].unclear);
  base->once = true;
  g_autoptr(GPtrArray) unknown = answers_new(base, scenarios, 2);
  assert_true(find(unknown, "sessions", "")->cells[1].unclear);
  outcome_free(base);
  outcome_free(other);
  outcome_free(same);
}

/* The same programme, and a template that gives here and takes there: 6 more are seen by the best
 * rota of the weeks after the month, and 1 fewer by another that is as good, so that it is not
 * clear. Where they agree it is, however far they lie apart. */
static void test_clear_same(void **state)
{
  (void)state;
  struct outcome *base = built(), *same = built();
  const struct outcome *const scenarios[] = {same};
  base->fingerprint = g_strdup("a");
  same->fingerprint = g_strdup("a");
  base->values[MEASURE_SEEN] = 500;
  search_again(base, 0, 0)->values[MEASURE_SEEN] = 540;
  same->values[MEASURE_SEEN] = 506;
  struct outcome *other = search_again(same, 0, 0);
  other->values[MEASURE_SEEN] = 539;
  g_autoptr(GPtrArray) apart = answers_new(base, scenarios, 1);
  assert_true(find(apart, "seen", "")->cells[1].unclear);
  other->values[MEASURE_SEEN] = 545;
  g_autoptr(GPtrArray) alike = answers_new(base, scenarios, 1);
  assert_false(find(alike, "seen", "")->cells[1].unclear);
  other->values[MEASURE_SEEN] = OUTCOME_UNKNOWN;
  g_autoptr(GPtrArray) unknown = answers_new(base, scenarios, 1);
  assert_true(find(unknown, "seen", "")->cells[1].unclear);
  outcome_free(base);
  outcome_free(same);
}

/* A standard that one search meets and another never does. */
static void test_clear_standards(void **state)
{
  (void)state;
  struct outcome *base = built(), *sooner = built();
  const struct outcome *const scenarios[] = {sooner};
  set_standard(base, 2, 9);
  set_standard(sooner, 2, 4);
  g_autoptr(GPtrArray) answers = answers_new(base, scenarios, 1);
  assert_false(find(answers, "standard_met", "priority/2")->cells[1].unclear);
  set_standard(outcome_add_other(sooner), 2, -1);
  g_autoptr(GPtrArray) again = answers_new(base, scenarios, 1);
  assert_true(find(again, "standard_met", "priority/2")->cells[1].unclear);
  outcome_free(base);
  outcome_free(sooner);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_figures),         cmocka_unit_test(test_clear),
      cmocka_unit_test(test_clear_standards), cmocka_unit_test(test_shortfalls),
      cmocka_unit_test(test_standards),       cmocka_unit_test(test_judged),
      cmocka_unit_test(test_clear_same),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
