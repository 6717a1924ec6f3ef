/* Which neighbourhood is drawn how often, and how large: sizes follow what can be
 * searched to the end. */
#include "solver/lns/choices.h"
#include "tests/support/check.h"

#include <glib.h>

enum { DRAWS = 4000, ALLOWED = 300, PLACEMENTS = 20000 };

static void slots_are_drawn_most_and_both_breadths(void **state)
{
  (void)state;
  struct choices choices;
  struct dice dice = dice_numbered(1, 2);
  int counts[BREADTHS][NEIGHBOURHOODS] = {0};
  choices_begin(&choices, false, PLACEMENTS);
  for (int k = 0; k < DRAWS; k++) {
    struct choice choice = choices_draw(&choices, true, false, &dice);
    counts[choice.breadth][choice.kind]++;
  }
  for (int b = 0; b < BREADTHS; b++) {
    assert_in_range(counts[b][NEIGHBOURHOOD_BLOCK], DRAWS / 10, DRAWS / 6);
    assert_true(counts[b][NEIGHBOURHOOD_SLOTS] > 2 * counts[b][NEIGHBOURHOOD_BLOCK]);
  }
}

static void windows_are_of_each_kind_and_larger(void **state)
{
  (void)state;
  struct choices choices, windows;
  struct dice dice = dice_numbered(1, 2);
  int counts[NEIGHBOURHOODS] = {0};
  choices_begin(&choices, false, PLACEMENTS);
  choices_begin(&windows, true, PLACEMENTS);
  for (int k = 0; k < DRAWS; k++)
    counts[choices_draw(&windows, true, false, &dice).kind]++;
  for (int k = 0; k < NEIGHBOURHOODS; k++) {
    assert_in_range(counts[k], DRAWS / 4, DRAWS / 2);
    assert_true(windows.size[BREADTH_ALL][k] > 4 * choices.size[BREADTH_ALL][k]);
  }
}

/* A window that frees a whole month takes its time and is no window. */
static void of_a_small_month_no_window_begins_with_more_than_a_third(void **state)
{
  (void)state;
  struct choices windows;
  choices_begin(&windows, true, 900);
  for (int k = 0; k < NEIGHBOURHOODS; k++)
    assert_true(windows.size[BREADTH_ALL][k] == 300);
  choices_begin(&windows, true, 90);
  assert_true(windows.size[BREADTH_ALL][NEIGHBOURHOOD_SLOTS] == 150); /* and no less */
}

static void without_a_guide_nothing_is_likely(void **state)
{
  (void)state;
  struct choices choices;
  struct dice dice = dice_numbered(1, 2);
  choices_begin(&choices, false, PLACEMENTS);
  for (int k = 0; k < DRAWS; k++)
    assert_int_equal(choices_draw(&choices, false, false, &dice).breadth, BREADTH_ALL);
}

/* A person's hours and runs are kept only by exchanges with others over the whole month. */
static void where_annealing_is_in_vain_a_third_is_of_whole_months(void **state)
{
  (void)state;
  struct choices choices;
  struct dice dice = dice_numbered(1, 2);
  int months[2] = {0};
  choices_begin(&choices, false, PLACEMENTS);
  for (int k = 0; k < DRAWS; k++)
    for (int in_vain = 0; in_vain < 2; in_vain++)
      months[in_vain] += choices_draw(&choices, true, in_vain, &dice).kind == NEIGHBOURHOOD_PEOPLE;
  assert_int_equal(months[false], 0);
  assert_in_range(months[true], DRAWS / 4, DRAWS / 2);
}

/* Around the size that works, and as large as that is for this kind and breadth. */
static void sizes_are_drawn_around_the_one_that_works(void **state)
{
  (void)state;
  struct choices choices;
  struct dice dice = dice_numbered(1, 2);
  int least[BREADTHS] = {G_MAXINT, G_MAXINT}, most[BREADTHS] = {0};
  choices_begin(&choices, false, PLACEMENTS);
  choices.size[BREADTH_LIKELY][NEIGHBOURHOOD_SLOTS] = 1000;
  for (int k = 0; k < DRAWS; k++) {
    struct choice choice = choices_draw(&choices, true, false, &dice);
    if (choice.kind != NEIGHBOURHOOD_SLOTS)
      continue;
    least[choice.breadth] = MIN(least[choice.breadth], choice.size);
    most[choice.breadth] = MAX(most[choice.breadth], choice.size);
  }
  assert_in_range(least[BREADTH_LIKELY], 600, 620);
  assert_in_range(most[BREADTH_LIKELY], 1380, 1400);
  assert_true(most[BREADTH_ALL] < 600);
}

static void sizes_follow_what_ends(void **state)
{
  (void)state;
  struct choices choices;
  struct choice choice = {NEIGHBOURHOOD_SLOTS, BREADTH_LIKELY, 100};
  struct mip_result result = {.end = MIP_LIMIT, .iterations = 500};
  double *size = &choices.size[BREADTH_LIKELY][NEIGHBOURHOOD_SLOTS];
  choices_begin(&choices, false, PLACEMENTS);
  double first = *size;
  choices_learn(&choices, &choice, &result, ALLOWED);
  double smaller = *size;
  assert_true(smaller < first);
  result.end = MIP_NONE;
  choices_learn(&choices, &choice, &result, ALLOWED);
  assert_true(*size > smaller);
  double larger = *size;
  result.iterations = 2 * ALLOWED; /* it came to its end, but only just */
  choices_learn(&choices, &choice, &result, ALLOWED);
  assert_true(*size == larger);
  assert_true(choices.size[BREADTH_ALL][NEIGHBOURHOOD_SLOTS] == first);
  choice.kind = NEIGHBOURHOOD_BROKEN; /* which is not drawn, so nothing is learnt */
  choices_learn(&choices, &choice, &result, ALLOWED);
  for (int times = 0; times < 500; times++) {
    choice.kind = NEIGHBOURHOOD_BLOCK;
    result = (struct mip_result){.end = MIP_FOUND, .iterations = 500};
    choices_learn(&choices, &choice, &result, ALLOWED);
  }
  assert_true(choices.size[BREADTH_LIKELY][NEIGHBOURHOOD_BLOCK] == 40); /* and no less */
}

/* What two rotas differ by has a size of its own, that is learnt like any. */
static void between_two_rotas_it_has_a_size_too(void **state)
{
  (void)state;
  struct choices choices;
  struct dice dice = dice_numbered(1, 2);
  struct mip_result ended = {.end = MIP_NONE}, not_ended = {.end = MIP_LIMIT};
  choices_begin(&choices, true, PLACEMENTS);
  struct choice first = choices_between(&choices, &dice);
  assert_int_equal(first.kind, NEIGHBOURHOOD_BETWEEN);
  for (int times = 0; times < 20; times++)
    choices_learn(&choices, &first, &ended, ALLOWED);
  struct choice larger = choices_between(&choices, &dice);
  assert_true(larger.size > 3 * first.size);
  for (int times = 0; times < 20; times++)
    choices_learn(&choices, &larger, &not_ended, ALLOWED);
  assert_true(choices_between(&choices, &dice).size < larger.size / 3);
  assert_true(choices.size[BREADTH_LIKELY][NEIGHBOURHOOD_SLOTS] ==
              choices.size[BREADTH_ALL][NEIGHBOURHOOD_SLOTS]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(slots_are_drawn_most_and_both_breadths),
      cmocka_unit_test(windows_are_of_each_kind_and_larger),
      cmocka_unit_test(of_a_small_month_no_window_begins_with_more_than_a_third),
      cmocka_unit_test(without_a_guide_nothing_is_likely),
      cmocka_unit_test(where_annealing_is_in_vain_a_third_is_of_whole_months),
      cmocka_unit_test(sizes_are_drawn_around_the_one_that_works),
      cmocka_unit_test(sizes_follow_what_ends),
      cmocka_unit_test(between_two_rotas_it_has_a_size_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
