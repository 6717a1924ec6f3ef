/* Moves on a roster: each is lawful for the cells, some exchange and give back, some
 * begin together; and a descent ends where no cell alone has anything better. */
#include "solver/anneal/moves.h"
#include "solver/anneal/roster.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CLINICIANS = 4, SLOTS = 3, TASKS = 2, PENALTY = 1000, MOVES = 5000, CHANGES_MOST = 16 };

/* Everybody can do either task in any slot. */
struct rota {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct evaluator *evaluator;
  struct mover mover;
};

static int column_of(int clinician, int slot, int task)
{
  return (clinician * SLOTS + slot) * TASKS + task;
}

/* With `whole`, a row weighs what each does in the first slot against the second. */
static int open_with(void **state, bool whole)
{
  struct rota *rota = g_new0(struct rota, 1);
  rota->programme = programme_new();
  for (int c = 0; c < CLINICIANS; c++)
    for (int slot = 0; slot < SLOTS; slot++)
      for (int task = 0; task < TASKS; task++) {
        int column = sample_placement(rota->programme, c, slot, -1 - (c + slot + task) % 3);
        rota->programme->columns[column].label.task = task;
        rota->programme->columns[column].label.site = 0;
      }
  for (int c = 0; c < CLINICIANS; c++)
    for (int slot = 0; slot < SLOTS; slot++) {
      for (int task = 0; task < TASKS; task++)
        programme_add_term(rota->programme, column_of(c, slot, task), 1);
      programme_add_row(rota->programme, 0, 1, LABEL_NONE);
    }
  for (int c = 0; c < CLINICIANS && whole; c++) {
    for (int task = 0; task < TASKS; task++) {
      programme_add_term(rota->programme, column_of(c, 0, task), 1);
      programme_add_term(rota->programme, column_of(c, 1, task), -1);
    }
    programme_add_row(rota->programme, -1, 1, LABEL_NONE);
  }
  rota->view = column_view_new(rota->programme);
  rota->index = placement_index_new(rota->view);
  struct solution *nothing = solution_new(rota->view, NULL);
  rota->evaluator = evaluator_new(rota->view, nothing->x, PENALTY);
  solution_free(nothing);
  mover_open(&rota->mover, rota->index, rota->evaluator, dice_numbered(1, 1));
  *state = rota;
  return 0;
}

static int open_rota(void **state)
{
  return open_with(state, false);
}

static int open_days(void **state)
{
  return open_with(state, true);
}

static int close_rota(void **state)
{
  struct rota *rota = *state;
  mover_close(&rota->mover);
  evaluator_free(rota->evaluator);
  placement_index_free(rota->index);
  column_view_free(rota->view);
  programme_free(rota->programme);
  g_free(rota);
  return 0;
}

static void set(struct rota *rota, int clinician, int slot, int task)
{
  roster_change(&rota->mover.roster, ROSTER_NOTHING, column_of(clinician, slot, task));
  evaluator_follow(rota->evaluator);
  evaluator_keep(rota->evaluator);
}

/* How many cells hold something, and whether any holds two. */
static int occupied(const struct rota *rota)
{
  int count = 0;
  for (int cell = 0; cell < CLINICIANS * SLOTS; cell++) {
    bool both = evaluator_is_raised(rota->evaluator, TASKS * cell) &&
                evaluator_is_raised(rota->evaluator, TASKS * cell + 1);
    assert_false(both);
    count += evaluator_is_raised(rota->evaluator, TASKS * cell) ||
             evaluator_is_raised(rota->evaluator, TASKS * cell + 1);
  }
  return count;
}

static void a_roster_knows_its_cells(void **state)
{
  struct rota *rota = *state;
  struct roster *roster = &rota->mover.roster;
  int cell = roster_cell_index(roster, (struct roster_cell){2, 1});
  struct roster_cell at = roster_cell_at(roster, cell);
  assert_int_equal(at.clinician, 2);
  assert_int_equal(at.slot, 1);
  assert_int_equal(
      cell, placement_index_cell(rota->index, &rota->programme->columns[column_of(2, 1, 0)].label));
  assert_int_equal(roster_set_in(roster, cell), ROSTER_NOTHING);
  set(rota, 2, 1, 1);
  assert_int_equal(roster_set_in(roster, cell), column_of(2, 1, 1));
  assert_int_equal(roster_same_in(roster, cell, column_of(0, 2, 0)), column_of(2, 1, 0));
  assert_int_equal(roster_same_in(roster, cell, ROSTER_NOTHING), ROSTER_NOTHING);
  assert_true(roster_fits(roster, cell, ROSTER_NOTHING));
  assert_true(roster_fits(roster, cell, column_of(0, 0, 1)));
  assert_int_equal(roster_task(roster, column_of(2, 1, 1)), 1);
  assert_int_equal(roster_task(roster, ROSTER_NOTHING), ROSTER_NOTHING);
  roster_change(roster, column_of(2, 1, 1), column_of(2, 1, 0));
  assert_int_equal(roster_set_in(roster, cell), column_of(2, 1, 0));
}

/* Bits of slots in which a clinician has a task, or nothing: also when a move is undone. */
static void a_roster_knows_the_slots_of_a_task(void **state)
{
  struct rota *rota = *state;
  struct roster *roster = &rota->mover.roster;
  assert_int_equal(roster->slot_words, 1);
  assert_int_equal(roster_slots(roster, 2, ROSTER_NOTHING, 0), 7);
  set(rota, 2, 1, 1);
  set(rota, 2, 2, 0);
  set(rota, 0, 0, 1);
  assert_int_equal(roster_slots(roster, 2, 1, 0), 2);
  assert_int_equal(roster_slots(roster, 2, 0, 0), 4);
  assert_int_equal(roster_slots(roster, 2, ROSTER_NOTHING, 0), 1);
  roster_change(roster, column_of(2, 1, 1), column_of(2, 1, 0));
  assert_int_equal(roster_slots(roster, 2, 0, 0), 6);
  assert_int_equal(roster_slots(roster, 2, 1, 0), 0);
  evaluator_undo(rota->evaluator, 0);
  assert_int_equal(roster_slots(roster, 2, 0, 0), 4);
  assert_int_equal(roster_slots(roster, 2, 1, 0), 2);
  assert_int_equal(roster_slots(roster, 0, 1, 0), 1);
}

/* Of those who do the same in that slot, each alike; nobody else. */
static void a_colleague_does_the_same_in_that_slot(void **state)
{
  struct rota *rota = *state;
  struct dice dice = dice_numbered(1, 2);
  int drawn[CLINICIANS] = {0};
  assert_int_equal(roster_colleague(&rota->mover.roster, column_of(0, 1, 0), &dice),
                   ROSTER_NOTHING);
  set(rota, 0, 1, 0);
  set(rota, 1, 1, 0);
  set(rota, 2, 1, 0);
  set(rota, 3, 1, 1); /* the other task */
  set(rota, 3, 2, 0); /* another slot */
  for (int k = 0; k < 1000; k++) {
    int colleague = roster_colleague(&rota->mover.roster, column_of(0, 1, 0), &dice);
    assert_int_not_equal(colleague, ROSTER_NOTHING);
    const struct label *label = &rota->programme->columns[colleague].label;
    assert_int_equal(label->slot, 1);
    assert_int_equal(label->task, 0);
    drawn[label->clinician]++;
  }
  assert_int_equal(drawn[0] + drawn[3], 0);
  assert_true(drawn[1] > 400 && drawn[2] > 400);
}

struct seen {
  int cells[CHANGES_MOST]; /* moves that changed so many cells */
  int began, gave_back, idle, within, between;
};

/* What a move did: which cells hold something else than before. */
static void look(struct seen *seen, const struct rota *rota, const bool *before)
{
  int changed = 0, slots = 0, clinicians = 0, raised = 0, tasks[CLINICIANS][TASKS] = {0};
  bool in_slot[SLOTS] = {false}, of[CLINICIANS] = {false};
  for (int j = 0; j < rota->programme->n_columns; j++) {
    const struct label *label = &rota->programme->columns[j].label;
    int step = evaluator_is_raised(rota->evaluator, j) - before[j];
    raised += step;
    tasks[label->clinician][label->task] += step;
    if (step != 0)
      in_slot[label->slot] = of[label->clinician] = true;
  }
  for (int cell = 0; cell < CLINICIANS * SLOTS; cell++)
    changed += evaluator_is_raised(rota->evaluator, 2 * cell) != before[2 * cell] ||
               evaluator_is_raised(rota->evaluator, 2 * cell + 1) != before[2 * cell + 1];
  bool balanced = true;
  for (int c = 0; c < CLINICIANS; c++) {
    clinicians += of[c];
    balanced = balanced && tasks[c][0] == 0 && tasks[c][1] == 0;
  }
  for (int slot = 0; slot < SLOTS; slot++)
    slots += in_slot[slot];
  assert_true(changed < CHANGES_MOST);
  seen->cells[changed]++;
  seen->began += changed >= 2 && raised == changed && slots == 1;
  seen->gave_back += changed == 4 && balanced && clinicians == 2 && slots == 2;
  seen->within += changed == 2 && clinicians == 1;
  seen->between += changed == 2 && clinicians == 2 && slots == 1 && raised == 0;
}

static void every_kind_of_move_is_made(void **state)
{
  struct rota *rota = *state;
  struct seen seen = {0};
  bool before[CLINICIANS * SLOTS * TASKS] = {false};
  for (int k = 0; k < MOVES; k++) {
    evaluator_keep(rota->evaluator);
    if (k % 50 == 0) /* begin from an empty rota now and then */
      for (int j = 0; j < rota->programme->n_columns; j++)
        evaluator_set(rota->evaluator, j, 0);
    evaluator_keep(rota->evaluator);
    for (int j = 0; j < rota->programme->n_columns; j++)
      before[j] = evaluator_is_raised(rota->evaluator, j);
    int64_t cost = evaluator_cost(rota->evaluator);
    bool made = mover_draw(&rota->mover);
    occupied(rota);
    if (made)
      look(&seen, rota, before);
    else
      assert_int_equal(evaluator_cost(rota->evaluator), cost);
    if (k % 3 == 0) {
      evaluator_undo(rota->evaluator, 0);
      assert_int_equal(evaluator_cost(rota->evaluator), cost);
    }
  }
  assert_int_equal(seen.cells[0], 0); /* a move that is made changes something */
  assert_true(seen.cells[1] > MOVES / 50);
  assert_true(seen.between > MOVES / 50);
  assert_true(seen.within > MOVES / 500);
  assert_true(seen.gave_back > MOVES / 100);
  assert_true(seen.began > MOVES / 1000);
}

/* On an empty rota the only move that sets two is to begin together, and none of those
 * fails, whichever of the group is drawn first: 2 of 102 moves are of that kind. */
/* One who works a whole day has none of it after a single move, and somebody else all of it. */
static void whole_days_change_hands(void **state)
{
  struct rota *rota = *state;
  struct evaluator *evaluator = rota->evaluator;
  int times = 0;
  set(rota, 0, 0, 0);
  set(rota, 0, 1, 1);
  for (int k = 0; k < MOVES; k++) {
    bool made = mover_draw(&rota->mover), left = false;
    for (int c = 1; c < CLINICIANS; c++)
      left = left || (evaluator_is_raised(evaluator, column_of(c, 0, 0)) &&
                      evaluator_is_raised(evaluator, column_of(c, 1, 1)));
    times += made && left && !evaluator_is_raised(evaluator, column_of(0, 0, 0)) &&
             !evaluator_is_raised(evaluator, column_of(0, 1, 1));
    evaluator_undo(evaluator, 0);
  }
  assert_int_equal(times > 0, rota->index->has_mates);
}

static void any_of_a_group_begins_it(void **state)
{
  struct rota *rota = *state;
  enum { DRAWS = 20000 };
  int began = 0;
  for (int k = 0; k < DRAWS; k++) {
    mover_draw(&rota->mover);
    began += occupied(rota) > 1;
    evaluator_undo(rota->evaluator, 0);
  }
  assert_in_range(began, DRAWS / 65, DRAWS / 40);
}

/* Each cell has the placement that gains most: nobody stands in another's way. */
static void a_descent_ends_where_no_cell_has_better(void **state)
{
  struct rota *rota = *state;
  set(rota, 0, 0, 0);
  assert_true(mover_descend(&rota->mover) > 0);
  assert_int_equal(mover_descend(&rota->mover), 0);
  int64_t best = 0;
  for (int cell = 0; cell < CLINICIANS * SLOTS; cell++)
    best +=
        MIN(rota->programme->columns[2 * cell].cost, rota->programme->columns[2 * cell + 1].cost);
  assert_int_equal(evaluator_cost(rota->evaluator), best);
  assert_int_equal(occupied(rota), CLINICIANS * SLOTS);
}

/* One of four moves to a placement that is not likely is made; what some begin together
 * is as likely as not. */
static void unlikely_placements_are_set_less_often(void **state)
{
  struct rota *rota = *state;
  bool likely[CLINICIANS * SLOTS * TASKS];
  int set_likely = 0, set_other = 0;
  for (int j = 0; j < rota->programme->n_columns; j++)
    likely[j] = j % TASKS == 0;
  const struct guide guide = {.likely = likely};
  rota->mover.guide = &guide;
  for (int k = 0; k < MOVES; k++) {
    mover_draw(&rota->mover);
    for (int j = 0; j < rota->programme->n_columns; j++) {
      set_likely += evaluator_is_raised(rota->evaluator, j) && likely[j];
      set_other += evaluator_is_raised(rota->evaluator, j) && !likely[j];
    }
    evaluator_undo(rota->evaluator, 0);
  }
  assert_true(set_other > 0);
  assert_true(2 * set_other < set_likely);
}

#define A_ROTA(test) cmocka_unit_test_setup_teardown(test, open_rota, close_rota)
#define OF_DAYS(test) cmocka_unit_test_setup_teardown(test, open_days, close_rota)

int main(void)
{
  const struct CMUnitTest tests[] = {
      A_ROTA(a_roster_knows_its_cells),
      A_ROTA(a_roster_knows_the_slots_of_a_task),
      A_ROTA(a_colleague_does_the_same_in_that_slot),
      A_ROTA(every_kind_of_move_is_made),
      A_ROTA(whole_days_change_hands),
      OF_DAYS(whole_days_change_hands),
      A_ROTA(any_of_a_group_begins_it),
      A_ROTA(a_descent_ends_where_no_cell_has_better),
      A_ROTA(unlikely_placements_are_set_less_often),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
