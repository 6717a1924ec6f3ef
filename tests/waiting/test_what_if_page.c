/* docs/what-if.md shows what the model says: each row of its worked examples. */
#include "model/waiting/waiting.h"
#include "tests/support/check.h"

#include <glib.h>
#include <string.h>

enum { WEEKS = 26 };

static char *page;

static int read_page(void **state)
{
  (void)state;
  return g_file_get_contents(ROTA_SOURCE_DIR "/docs/what-if.md", &page, NULL, NULL) ? 0 : -1;
}

static int drop_page(void **state)
{
  (void)state;
  g_free(page);
  return 0;
}

/* Takes the text. */
static void assert_shown(char *text)
{
  if (!strstr(page, text))
    fail_msg("docs/what-if.md does not show: %s", text);
  g_free(text);
}

static struct waiting_forecast *forecast_of(const struct waiting_list *list, int first, int more,
                                            int slots, struct waiting_check *checks)
{
  int new_slots[WEEKS], follow_ups[WEEKS] = {0};
  for (int w = 0; w < WEEKS; w++)
    new_slots[w] = w < first ? slots + more : slots;
  struct waiting_supply supply = {
      .n_weeks = WEEKS, .new_slots = new_slots, .follow_ups = follow_ups};
  struct waiting_settings settings = {1, 1};
  waiting_checks(list, &supply, checks);
  return waiting_forecast_new(list, &supply, &settings);
}

static double expected(const struct waiting_forecast *forecast, int week, int group, int quantity)
{
  return forecast->weeks[week].of[group][quantity].expected;
}

static double over_18(const struct waiting_forecast *forecast, int week)
{
  return expected(forecast, week, WAITING_ALL, WAITING_BAND + 5) +
         expected(forecast, week, WAITING_ALL, WAITING_BAND + 6);
}

/* One more clinic session a week, of four new slots. */
static void test_one_more_clinic(void **state)
{
  (void)state;
  static const struct waiting_list list = {
      .classes = {{.standard_weeks = 2, .a_week = 6, .list = {4}},
                  {.standard_weeks = 12, .a_week = 32, .list = {30, 28, 50, 120, 90, 34}}},
      .dna_new = 0.1,
      .backfill = 0.25,
      .dna_return = 0.5,
      .constant_demand = true,
  };
  static const int weeks[] = {0, 1, 2, 3, 4, 5, 6, 7, 26};
  struct waiting_check checks[2][WAITING_GROUPS];
  struct waiting_forecast *as_it_is = forecast_of(&list, 0, 0, 40, checks[0]);
  struct waiting_forecast *one_more = forecast_of(&list, 0, 0, 44, checks[1]);
  for (size_t i = 0; i < G_N_ELEMENTS(weeks); i++) {
    GString *row = g_string_new(NULL);
    g_string_append_printf(row, "| %d |", weeks[i]);
    for (int f = 0; f < 2; f++) {
      const struct waiting_forecast *forecast = f == 0 ? as_it_is : one_more;
      g_string_append_printf(
          row, " %.1f | %.1f | %.1f |", expected(forecast, weeks[i], WAITING_ALL, WAITING_SIZE),
          expected(forecast, weeks[i], WAITING_ROUTINE, WAITING_LATE), over_18(forecast, weeks[i]));
    }
    assert_shown(g_string_free(row, FALSE));
  }
  for (int f = 0; f < 2; f++) {
    const struct waiting_check *all = &checks[f][WAITING_ALL];
    const struct waiting_standard *standards = (f == 0 ? as_it_is : one_more)->standards;
    assert_shown(g_strdup_printf("| %d slots | %.1f | %.2f | %.0f | %.1f | %d | %d |",
                                 f == 0 ? 40 : 44, all->capacity, all->load, all->target_queue,
                                 all->relief_capacity, standards[WAITING_ROUTINE].met,
                                 standards[WAITING_ALL].met));
  }
  waiting_forecast_free(as_it_is);
  waiting_forecast_free(one_more);
}

/* Ten calls a week beside 40 slots, of which half settle. */
static void test_calls(void **state)
{
  (void)state;
  static const struct waiting_list list = {
      .classes = {{.standard_weeks = 2, .a_week = 6, .list = {4}},
                  {.standard_weeks = 12, .a_week = 32, .list = {30, 28, 50, 120, 90, 34}}},
      .dna_new = 0.1,
      .backfill = 0.25,
      .dna_return = 0.5,
      .calls_settled = 0.5,
      .constant_demand = true,
  };
  int new_slots[WEEKS], follow_ups[WEEKS] = {0}, calls[WEEKS];
  for (int w = 0; w < WEEKS; w++) {
    new_slots[w] = 40;
    calls[w] = 10;
  }
  struct waiting_supply supply = {
      .n_weeks = WEEKS, .new_slots = new_slots, .follow_ups = follow_ups, .calls = calls};
  struct waiting_check checks[WAITING_GROUPS];
  waiting_checks(&list, &supply, checks);
  struct waiting_forecast *forecast =
      waiting_forecast_new(&list, &supply, &(struct waiting_settings){1, 1});
  const struct waiting_check *all = &checks[WAITING_ALL];
  assert_shown(g_strdup_printf("| 40 slots and 10 calls | %.1f | %.2f | %.0f | %.1f | %d | %d |",
                               all->capacity, all->load, all->target_queue, all->relief_capacity,
                               forecast->standards[WAITING_ROUTINE].met,
                               forecast->standards[WAITING_ALL].met));
  assert_shown(
      g_strdup_printf("356 − 26 × 6 = %.0f", expected(forecast, WEEKS, WAITING_ALL, WAITING_SIZE)));
  assert_shown(g_strdup_printf("%.0f are settled",
                               expected(forecast, 1, WAITING_PRIORITY, WAITING_SETTLED)));
  waiting_forecast_free(forecast);
}

/* The published example, with the capacity that it has and with that which brings
 * relief: 1590 slots in 26 weeks, 62 in four weeks and 61 in the others. */
static void test_relief(void **state)
{
  (void)state;
  static const struct waiting_list list = {
      .classes = {{.standard_weeks = 2},
                  {.standard_weeks = 52, .a_week = 30, .list = {0, 0, 0, 0, 0, 600, 600}}},
      .constant_demand = true,
  };
  struct waiting_check before[WAITING_GROUPS], after[WAITING_GROUPS];
  struct waiting_forecast *as_it_is = forecast_of(&list, 0, 0, 27, before);
  struct waiting_forecast *relieved = forecast_of(&list, 4, 1, 61, after);
  const struct waiting_check *check = &before[WAITING_ROUTINE];
  assert_shown(g_strdup_printf("30 / 27 = %.2f", check->load));
  assert_shown(g_strdup_printf("30 × 52 / 4 = %.0f", check->target_queue));
  assert_shown(g_strdup_printf("30 + (1200 − 390) / 26 = %.2f", check->relief_capacity));
  assert_shown(g_strdup_printf("1200 + 26 × (30 − 27) = %.0f",
                               expected(as_it_is, WEEKS, WAITING_ALL, WAITING_SIZE)));
  assert_shown(g_strdup_printf("1200 + 26 × 30 − 1590 = %.0f",
                               expected(relieved, WEEKS, WAITING_ALL, WAITING_SIZE)));
  waiting_forecast_free(as_it_is);
  waiting_forecast_free(relieved);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_more_clinic),
      cmocka_unit_test(test_calls),
      cmocka_unit_test(test_relief),
  };
  return cmocka_run_group_tests(tests, read_page, drop_page);
}
