/* The bandit draws what paid, and yet everything now and then; sizes follow what
 * can be searched to the end. */
#include "solver/lns/bandit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { DRAWS = 4000, LESSONS = 50, ALLOWED = 300 };

static const enum neighbourhood good = NEIGHBOURHOOD_TASK;

static void count_draws(const struct bandit *bandit, bool guided,
                        int counts[BREADTHS][NEIGHBOURHOODS])
{
  struct dice dice = dice_numbered(1, 2);
  memset(counts, 0, sizeof(int[BREADTHS][NEIGHBOURHOODS]));
  for (int k = 0; k < DRAWS; k++) {
    struct choice choice = bandit_draw(bandit, guided, &dice);
    counts[choice.breadth][choice.kind]++;
  }
}

/* One neighbourhood pays, when likely placements alone are freed. */
static void teach(struct bandit *bandit)
{
  struct mip_result ended = {.end = MIP_OPTIMAL, .iterations = 100};
  bandit_begin(bandit);
  for (int lesson = 0; lesson < LESSONS; lesson++)
    for (int b = 0; b < BREADTHS; b++)
      for (int k = 0; k < NEIGHBOURHOODS; k++) {
        struct choice choice = {(enum neighbourhood)k, (enum breadth)b, 100};
        bandit_learn(bandit, &choice, k == (int)good && b == BREADTH_LIKELY ? 50 : 0, &ended,
                     ALLOWED);
      }
}

static void what_paid_is_drawn_most_and_all_else_at_times(void **state)
{
  (void)state;
  struct bandit bandit;
  int counts[BREADTHS][NEIGHBOURHOODS];
  teach(&bandit);
  count_draws(&bandit, true, counts);
  for (int b = 0; b < BREADTHS; b++)
    for (int k = 0; k < NEIGHBOURHOODS; k++) {
      assert_true(counts[b][k] > 0);
      if (k != (int)good || b != BREADTH_LIKELY)
        assert_true(counts[BREADTH_LIKELY][good] > 2 * counts[b][k]);
    }
  /* and of what paid, what might pay too */
  assert_true(counts[BREADTH_ALL][good] > DRAWS / 10);
}

static void without_a_guide_nothing_is_likely(void **state)
{
  (void)state;
  struct bandit bandit;
  int counts[BREADTHS][NEIGHBOURHOODS];
  teach(&bandit);
  count_draws(&bandit, false, counts);
  for (int k = 0; k < NEIGHBOURHOODS; k++) {
    assert_int_equal(counts[BREADTH_LIKELY][k], 0);
    assert_true(counts[BREADTH_ALL][k] > 0);
  }
}

static void sizes_follow_what_ends(void **state)
{
  (void)state;
  struct bandit bandit;
  struct choice choice = {good, BREADTH_LIKELY, 100};
  struct mip_result result = {.end = MIP_LIMIT, .iterations = 500};
  bandit_begin(&bandit);
  double first = bandit.size[BREADTH_LIKELY][good];
  bandit_learn(&bandit, &choice, 0, &result, ALLOWED);
  double smaller = bandit.size[BREADTH_LIKELY][good];
  assert_true(smaller < first);
  result.end = MIP_NONE;
  bandit_learn(&bandit, &choice, 0, &result, ALLOWED);
  assert_true(bandit.size[BREADTH_LIKELY][good] > smaller);
  assert_true(bandit.size[BREADTH_ALL][good] == first);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_paid_is_drawn_most_and_all_else_at_times),
      cmocka_unit_test(without_a_guide_nothing_is_likely),
      cmocka_unit_test(sizes_follow_what_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
