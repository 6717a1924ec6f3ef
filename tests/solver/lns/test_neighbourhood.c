/* What each neighbourhood frees: free placements, each once, whole cells, about as many
 * as asked for, and of the kind that its name says. */
#include "solver/lns/neighbourhood.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CLINICIANS = 12, SIZE = 60, DRAWS = 40 };

struct month {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct solution *nothing, *all;
};

static int open_month(void **state)
{
  struct month *month = g_new0(struct month, 1);
  month->programme = sample_month(CLINICIANS, 2);
  month->view = column_view_new(month->programme);
  month->index = placement_index_new(month->view);
  month->nothing = solution_new(month->view, NULL);
  g_autofree int64_t *ones = g_new(int64_t, (gsize)month->programme->n_columns + 1);
  for (int j = 0; j < month->programme->n_columns; j++)
    ones[j] = 1;
  month->all = solution_new(month->view, ones);
  *state = month;
  return 0;
}

static int close_month(void **state)
{
  struct month *month = *state;
  solution_free(month->all);
  solution_free(month->nothing);
  placement_index_free(month->index);
  column_view_free(month->view);
  programme_free(month->programme);
  g_free(month);
  return 0;
}

/* Which clinicians, slots, sites and tasks the columns are of. */
struct extent {
  bool clinicians[CLINICIANS], slots[64], sites[16], tasks[16], cells[CLINICIANS * 64];
  int n_clinicians, n_slots, first_slot, last_slot, n_cells;
};

static int mark(bool *marks, int at)
{
  bool is_new = !marks[at];
  marks[at] = true;
  return is_new;
}

static struct extent extent_of(const struct month *month, const GArray *drawn)
{
  struct extent extent = {.first_slot = 64};
  for (guint k = 0; k < drawn->len; k++) {
    const struct label *label = &month->programme->columns[g_array_index(drawn, int, k)].label;
    extent.n_clinicians += mark(extent.clinicians, label->clinician);
    extent.n_slots += mark(extent.slots, label->slot);
    extent.n_cells += mark(extent.cells, label->clinician * 64 + label->slot);
    extent.sites[label->site] = extent.tasks[label->task] = true;
    extent.first_slot = MIN(extent.first_slot, label->slot);
    extent.last_slot = MAX(extent.last_slot, label->slot);
  }
  return extent;
}

/* Each once, each free, and with it all of its cell. */
static void assert_whole_cells(const struct month *month, const GArray *drawn)
{
  g_autofree bool *taken = g_new0(bool, (gsize)month->programme->n_columns);
  for (guint k = 0; k < drawn->len; k++) {
    int column = g_array_index(drawn, int, k);
    assert_true(month->programme->columns[column].placement);
    assert_false(taken[column]);
    taken[column] = true;
  }
  for (guint k = 0; k < drawn->len; k++) {
    const struct cells *cells = &month->index->cells;
    int cell = placement_index_cell(month->index,
                                    &month->programme->columns[g_array_index(drawn, int, k)].label);
    for (int at = cells->first[cell]; at < cells->first[cell + 1]; at++)
      assert_true(taken[cells->columns[at]]);
  }
}

static void draw(const struct month *month, enum neighbourhood kind,
                 const struct solution *solution, int number, GArray *drawn)
{
  struct dice dice = dice_numbered(1, (uint64_t)number);
  g_array_set_size(drawn, 0);
  neighbourhood_draw(month->index, kind, solution, NULL, SIZE, &dice, drawn);
}

static void each_frees_whole_cells_about_as_many_as_asked_for(void **state)
{
  const struct month *month = *state;
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  for (int kind = 0; kind <= NEIGHBOURHOOD_BROKEN; kind++) {
    guint most = 0;
    for (int number = 0; number < DRAWS; number++) {
      draw(month, (enum neighbourhood)kind, month->all, number, drawn);
      assert_whole_cells(month, drawn);
      most = MAX(most, drawn->len);
      /* clinicians may come whole, cells come one by one */
      assert_true(drawn->len <= SIZE + 40 * 8);
    }
    assert_true(most >= SIZE);
  }
}

/* Whoever it meets is free in some slots on end, half of the month at most. */
static void blocks_are_of_clinicians_in_some_weeks(void **state)
{
  const struct month *month = *state;
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  int clinicians = 0;
  for (int number = 0; number < DRAWS; number++) {
    draw(month, NEIGHBOURHOOD_BLOCK, month->nothing, number, drawn);
    struct extent extent = extent_of(month, drawn);
    assert_true(drawn->len == 0 ||
                extent.last_slot - extent.first_slot <= month->index->n_slots / 2);
    clinicians += extent.n_clinicians;
  }
  assert_true(clinicians > 2 * DRAWS);
}

static void one_clinician_is_free_over_the_month(void **state)
{
  const struct month *month = *state;
  for (int c = 0; c < CLINICIANS; c++) {
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(int));
    guint placements = 0;
    neighbourhood_clinician(month->index, c, own);
    for (guint k = 0; k < own->len; k++)
      assert_int_equal(month->programme->columns[g_array_index(own, int, k)].label.clinician, c);
    for (guint k = 0; k < month->index->placements->len; k++) {
      int column = g_array_index(month->index->placements, int, k);
      placements += month->programme->columns[column].label.clinician == c;
    }
    assert_int_equal(own->len, placements);
  }
}

static void slots_are_on_end_and_for_everybody(void **state)
{
  const struct month *month = *state;
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  int slots = 0, clinicians = 0;
  for (int number = 0; number < DRAWS; number++) {
    draw(month, NEIGHBOURHOOD_SLOTS, month->nothing, number, drawn);
    struct extent extent = extent_of(month, drawn);
    int gaps = 0;
    for (int slot = 0; slot < month->view->n_slots; slot++)
      gaps += extent.slots[slot] && !extent.slots[(slot + 1) % month->index->n_slots];
    assert_true(gaps <= 2); /* one run, but for the slot that nobody is in */
    slots += extent.n_slots;
    clinicians += extent.n_clinicians;
  }
  assert_true(slots < 4 * DRAWS);
  assert_true(clinicians > CLINICIANS / 2 * DRAWS);
}

/* A row that is broken is what is drawn around. */
static void what_is_broken_is_in_it(void **state)
{
  (void)state;
  static const int64_t broken[6] = {1, 1}, whole[6] = {0, 0, 1, 1};
  struct programme *p = programme_new();
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  for (int j = 0; j < 6; j++)
    sample_placement(p, j, j % 3, 0);
  sample_row(p, 1, broken, 2);
  sample_row(p, 0, whole, 2);
  struct column_view *view = column_view_new(p);
  struct placement_index *index = placement_index_new(view);
  struct solution *solution = solution_new(view, NULL);
  for (int number = 0; number < DRAWS; number++) {
    struct dice dice = dice_numbered(1, (uint64_t)number);
    g_array_set_size(drawn, 0);
    neighbourhood_draw(index, NEIGHBOURHOOD_BROKEN, solution, NULL, 1, &dice, drawn);
    assert_int_equal(drawn->len, 1);
    assert_true(g_array_index(drawn, int, 0) < 2);
  }
  solution_free(solution);
  placement_index_free(index);
  column_view_free(view);
  programme_free(p);
}

/* Of what is unlikely only what is set is freed. */
static void the_likely_and_the_set_are_freed(void **state)
{
  const struct month *month = *state;
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  g_autofree bool *likely = g_new0(bool, (gsize)month->programme->n_columns);
  for (int kind = 0; kind < NEIGHBOURHOODS; kind++)
    for (int number = 0; number < 5; number++) {
      struct dice dice = dice_numbered(1, (uint64_t)number);
      g_array_set_size(drawn, 0);
      neighbourhood_draw(month->index, (enum neighbourhood)kind, month->nothing, likely, SIZE,
                         &dice, drawn);
      assert_int_equal(drawn->len, 0);
    }
  struct dice dice = dice_numbered(1, 1);
  neighbourhood_draw(month->index, NEIGHBOURHOOD_SLOTS, month->all, likely, SIZE, &dice, drawn);
  assert_true(drawn->len >= SIZE);
}

/* Two rotas that differ in every second cell: only these are freed, whole or what is set there,
 * as many as asked for, and all of them where there is room. */
static void between_two_rotas_what_differs_is_freed(void **state)
{
  const struct month *month = *state;
  const struct cells *cells = &month->index->cells;
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(int));
  g_autofree int64_t *other = g_new0(int64_t, (gsize)month->programme->n_columns + 1);
  int n_cells = 0, sizes[] = {SIZE, 100000}, in_part = 0;
  for (int cell = 0; cell < cells->count; cell += 2)
    if (cells->first[cell] < cells->first[cell + 1]) {
      other[cells->columns[cells->first[cell]]] = 1;
      n_cells++;
    }
  for (int number = 0; number < 2 * DRAWS; number++) {
    struct dice dice = dice_numbered(1, (uint64_t)number);
    g_array_set_size(drawn, 0);
    neighbourhood_between(month->index, month->nothing, other, NULL, sizes[number % 2], &dice,
                          drawn);
    bool all_set = true;
    int freed = 0;
    for (guint k = 0; k < drawn->len; k++) {
      int column = g_array_index(drawn, int, k);
      int cell = placement_index_cell(month->index, &month->programme->columns[column].label);
      assert_int_equal(cell % 2, 0);
      all_set = all_set && other[column] == 1;
      freed += other[column] == 1;
    }
    if (all_set)
      in_part++;
    else
      assert_whole_cells(month, drawn);
    if (number % 2 == 0)
      assert_in_range(drawn->len, SIZE, SIZE + 40);
    else
      assert_int_equal(freed, n_cells);
  }
  assert_in_range(in_part, DRAWS / 2, 3 * DRAWS / 2); /* as often one as the other */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_frees_whole_cells_about_as_many_as_asked_for),
      cmocka_unit_test(blocks_are_of_clinicians_in_some_weeks),
      cmocka_unit_test(one_clinician_is_free_over_the_month),
      cmocka_unit_test(slots_are_on_end_and_for_everybody),
      cmocka_unit_test(what_is_broken_is_in_it),
      cmocka_unit_test(between_two_rotas_what_differs_is_freed),
      cmocka_unit_test(the_likely_and_the_set_are_freed),
  };
  return cmocka_run_group_tests(tests, open_month, close_month);
}
