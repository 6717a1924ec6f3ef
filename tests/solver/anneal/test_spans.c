/* Moves of several slots: what two exchange they exchange slot by slot, in one stretch; what one
 * fills is one task in one stretch. */
#include "solver/anneal/spans.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CLINICIANS = 3, SLOTS = 10, TASKS = 2, PENALTY = 1000, MOVES = 500 };

/* Everybody can do either task in any slot, but the last clinician the second one only. */
struct rota {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct evaluator *evaluator;
  struct roster roster;
  struct dice dice;
};

static int open_rota(void **state)
{
  struct rota *rota = g_new0(struct rota, 1);
  rota->programme = programme_new();
  for (int c = 0; c < CLINICIANS; c++)
    for (int slot = 0; slot < SLOTS; slot++)
      for (int task = c == CLINICIANS - 1; task < TASKS; task++) {
        int column = sample_placement(rota->programme, c, slot, 0);
        rota->programme->columns[column].label.task = task;
        rota->programme->columns[column].label.site = 0;
      }
  rota->view = column_view_new(rota->programme);
  rota->index = placement_index_new(rota->view);
  struct solution *nothing = solution_new(rota->view, NULL);
  rota->evaluator = evaluator_new(rota->view, nothing->x, PENALTY);
  solution_free(nothing);
  roster_open(&rota->roster, rota->index, rota->evaluator);
  rota->dice = dice_numbered(1, 1);
  *state = rota;
  return 0;
}

static int close_rota(void **state)
{
  struct rota *rota = *state;
  roster_close(&rota->roster);
  evaluator_free(rota->evaluator);
  placement_index_free(rota->index);
  column_view_free(rota->view);
  programme_free(rota->programme);
  g_free(rota);
  return 0;
}

static int cell_at(const struct rota *rota, int clinician, int slot)
{
  return roster_cell_index(&rota->roster, (struct roster_cell){clinician, slot});
}

static void read_tasks(const struct rota *rota, int tasks[CLINICIANS][SLOTS])
{
  for (int c = 0; c < CLINICIANS; c++)
    for (int slot = 0; slot < SLOTS; slot++)
      tasks[c][slot] =
          roster_task(&rota->roster, roster_set_in(&rota->roster, cell_at(rota, c, slot)));
}

/* A task of the cell at random, or nothing. */
static int any_column(struct rota *rota, int cell)
{
  const struct cells *cells = &rota->index->cells;
  int count = cells->first[cell + 1] - cells->first[cell], at = dice_below(&rota->dice, count + 1);
  return at < count ? cells->columns[cells->first[cell] + at] : ROSTER_NOTHING;
}

static void one_fills_a_stretch_with_one_task(void **state)
{
  struct rota *rota = *state;
  int before[CLINICIANS][SLOTS], after[CLINICIANS][SLOTS], longest = 0;
  for (int k = 0; k < MOVES; k++) {
    int clinician = dice_below(&rota->dice, CLINICIANS), slot = dice_below(&rota->dice, SLOTS);
    int cell = cell_at(rota, clinician, slot), column = any_column(rota, cell), changed = 0;
    read_tasks(rota, before);
    bool made = span_fill(&rota->roster, cell, column, &rota->dice);
    read_tasks(rota, after);
    for (int c = 0; c < CLINICIANS; c++)
      for (int s = 0; s < SLOTS; s++)
        if (before[c][s] != after[c][s]) {
          changed++;
          assert_int_equal(c, clinician);
          assert_true(s >= slot);
          assert_int_equal(after[c][s], roster_task(&rota->roster, column));
        }
    assert_true(made == (changed > 0));
    longest = MAX(longest, changed);
  }
  assert_true(longest > 2);
}

static void two_exchange_slot_by_slot(void **state)
{
  struct rota *rota = *state;
  int before[CLINICIANS][SLOTS], after[CLINICIANS][SLOTS], longest = 0;
  for (int k = 0; k < MOVES; k++) {
    int one = dice_below(&rota->dice, CLINICIANS), slot = dice_below(&rota->dice, SLOTS);
    int two = (one + 1 + dice_below(&rota->dice, CLINICIANS - 1)) % CLINICIANS, changed = 0;
    int filled = cell_at(rota, one, slot);
    span_fill(&rota->roster, filled, any_column(rota, filled), &rota->dice);
    read_tasks(rota, before);
    bool made =
        span_exchange(&rota->roster, cell_at(rota, one, slot), cell_at(rota, two, 0), &rota->dice);
    read_tasks(rota, after);
    for (int s = 0; s < SLOTS; s++) {
      bool swapped = before[one][s] != after[one][s];
      changed += swapped;
      assert_int_equal(after[one][s], swapped ? before[two][s] : before[one][s]);
      assert_int_equal(after[two][s], swapped ? before[one][s] : before[two][s]);
      assert_true(!swapped || s >= slot);
    }
    assert_true(made == (changed > 0));
    longest = MAX(longest, changed);
  }
  assert_true(longest > 2);
  assert_false(span_exchange(&rota->roster, 0, 1, &rota->dice)); /* with oneself */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(one_fills_a_stretch_with_one_task, open_rota, close_rota),
      cmocka_unit_test_setup_teardown(two_exchange_slot_by_slot, open_rota, close_rota),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
