/* formulation_limit and formulation_floor: rows with prices, worked out by hand. */
#include "model/formulation.h"
#include "tests/support/check.h"

enum { PLACEMENTS = 4 };

/* A formulation without a problem: four placements and nothing else. */
static struct formulation begin(void)
{
  struct formulation out = {.programme = programme_new(), .use = 3};
  for (int j = 0; j < PLACEMENTS; j++)
    programme_add_column(out.programme,
                         (struct column){.upper = 1, .placement = true, .label = LABEL_NONE});
  return out;
}

static void collect(struct formulation *formulation, int64_t coefficient)
{
  for (int j = 0; j < PLACEMENTS; j++)
    formulation_term(formulation, j, coefficient);
}

static void test_what_cannot_be_broken_makes_no_row(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  collect(&formulation, 1);
  formulation_limit(&formulation, LABEL_NONE, 0, PLACEMENTS, 1, PRICE_HARD);
  collect(&formulation, 1);
  formulation_limit(&formulation, LABEL_NONE, 2, 3, 1, 0); /* nobody minds */
  assert_int_equal(formulation.programme->n_rows, 0);
  assert_int_equal(formulation.programme->n_terms, 0);
  programme_free(formulation.programme);
}

static void test_hard(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  collect(&formulation, 1);
  formulation_limit(&formulation, formulation_label(&formulation), 1, 2, 1, PRICE_HARD);
  const struct programme *programme = formulation.programme;
  assert_int_equal(programme->n_rows, 1);
  assert_int_equal(programme->n_columns, PLACEMENTS);
  assert_int_equal(programme->rows[0].lower, 1);
  assert_int_equal(programme->rows[0].upper, 2);
  assert_int_equal(programme->rows[0].label.use, 3);
  programme_free(formulation.programme);
}

static void test_a_hard_row_of_nothing_cannot_hold(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  formulation_limit(&formulation, LABEL_NONE, 1, PROGRAMME_INFINITY, 1, PRICE_HARD);
  const int64_t x[PLACEMENTS] = {1, 1, 1, 1};
  assert_int_equal(programme_first_broken(formulation.programme, x), 0);
  programme_free(formulation.programme);
}

/* At least 1, at most 3 of 4: one can be missing, one too many. */
static void test_each_unit_costs_its_price(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  collect(&formulation, 1);
  formulation_limit(&formulation, LABEL_NONE, 1, 3, 1, 7);
  const struct programme *programme = formulation.programme;
  assert_int_equal(programme->n_rows, 1);
  assert_int_equal(programme->n_columns, PLACEMENTS + 2);
  for (int j = PLACEMENTS; j < PLACEMENTS + 2; j++) {
    assert_int_equal(programme->columns[j].cost, 7);
    assert_int_equal(programme->columns[j].upper, 1);
    assert_false(programme->columns[j].placement);
  }
  const int64_t none[] = {0, 0, 0, 0, 1, 0}, all[] = {1, 1, 1, 1, 0, 1};
  const int64_t free[] = {0, 0, 0, 0, 0, 0};
  assert_int_equal(programme_first_broken(programme, none), -1);
  assert_int_equal(programme_first_broken(programme, all), -1);
  assert_int_equal(programme_first_broken(programme, free), 0);
  programme_free(formulation.programme);
}

/* 450 minutes of sessions of 225, each started quarter of an hour at a price:
 * everything is a multiple of 15. */
static void test_common_factors_are_divided_out(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  collect(&formulation, 225);
  formulation_limit(&formulation, LABEL_NONE, 440, PROGRAMME_INFINITY, 15, 1);
  const struct programme *programme = formulation.programme;
  const struct row *row = &programme->rows[0];
  assert_int_equal(row->lower, 30); /* 440 / 15, rounded up */
  assert_int_equal(programme->terms[row->first].coefficient, 15);
  assert_int_equal(programme->terms[row->first + PLACEMENTS].coefficient, 1);
  assert_int_equal(programme->columns[PLACEMENTS].upper, 30);
  programme_free(formulation.programme);
}

/* Exactly 2, at a price for each started 3: a unit leads past the other bound, so
 * the sides are rows of their own. */
static void test_bounds_closer_than_a_unit(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  collect(&formulation, 1);
  formulation_limit(&formulation, LABEL_NONE, 2, 2, 3, 1);
  const struct programme *programme = formulation.programme;
  assert_int_equal(programme->n_rows, 2);
  const int64_t none[] = {0, 0, 0, 0, 1, 0};
  assert_int_equal(programme_first_broken(programme, none), -1);
  assert_int_equal(programme_objective(programme, none), 1);
  programme_free(formulation.programme);
}

/* The columns that stand for what is missing below 3 of the 4 placements, by their
 * widths and prices. */
static void assert_floor(const struct formulation_step *steps, int n_steps,
                         const struct formulation_step *wanted, int n_wanted)
{
  struct formulation formulation = begin();
  collect(&formulation, 1);
  formulation_floor(&formulation, LABEL_NONE, 3, 1, steps, n_steps);
  const struct programme *programme = formulation.programme;
  assert_int_equal(programme->n_rows, 1);
  assert_int_equal(programme->rows[0].lower, 3);
  assert_true(programme->rows[0].upper >= PROGRAMME_INFINITY);
  assert_int_equal(programme->n_columns, PLACEMENTS + n_wanted);
  for (int i = 0; i < n_wanted; i++) {
    assert_int_equal(programme->columns[PLACEMENTS + i].lower, 0);
    assert_int_equal(programme->columns[PLACEMENTS + i].upper, wanted[i].width);
    assert_int_equal(programme->columns[PLACEMENTS + i].cost, wanted[i].price);
  }
  programme_free(formulation.programme);
}

static void test_a_floor_of_steps(void **state)
{
  (void)state;
  typedef struct formulation_step step;
  assert_floor((const step[]){{1, 5}, {1, 7}, {1, 9}}, 3, (const step[]){{1, 5}, {1, 7}, {1, 9}},
               3);
  /* the last step takes all that is left, whatever its width, and what is not
   * needed makes no column */
  assert_floor((const step[]){{1, 5}, {1, 7}}, 2, (const step[]){{1, 5}, {2, 7}}, 2);
  assert_floor((const step[]){{2, 5}, {9, 7}}, 2, (const step[]){{2, 5}, {1, 7}}, 2);
  assert_floor((const step[]){{9, 5}, {9, 7}}, 2, (const step[]){{3, 5}}, 1);
  assert_floor((const step[]){{0, 5}, {9, 5}}, 2, (const step[]){{3, 5}}, 1);
}

/* Sessions of 225 minutes, 440 wanted, by started quarters of an hour. */
static void test_a_floor_in_units(void **state)
{
  (void)state;
  struct formulation formulation = begin();
  const struct formulation_step steps[] = {{10, 1}, {1, 2}};
  collect(&formulation, 225);
  formulation_floor(&formulation, LABEL_NONE, 440, 15, steps, 2);
  const struct programme *programme = formulation.programme;
  assert_int_equal(programme->rows[0].lower, 30);
  assert_int_equal(programme->columns[PLACEMENTS].upper, 10);
  assert_int_equal(programme->columns[PLACEMENTS + 1].upper, 20);
  assert_int_equal(programme->terms[programme->rows[0].first + PLACEMENTS].coefficient, 1);
  collect(&formulation, 1);
  formulation_floor(&formulation, LABEL_NONE, 0, 1, steps, 2); /* nothing can be missing */
  assert_int_equal(programme->n_rows, 1);
  assert_int_equal(programme->n_terms, programme->open_from);
  programme_free(formulation.programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_cannot_be_broken_makes_no_row),
      cmocka_unit_test(test_hard),
      cmocka_unit_test(test_a_hard_row_of_nothing_cannot_hold),
      cmocka_unit_test(test_each_unit_costs_its_price),
      cmocka_unit_test(test_common_factors_are_divided_out),
      cmocka_unit_test(test_bounds_closer_than_a_unit),
      cmocka_unit_test(test_a_floor_of_steps),
      cmocka_unit_test(test_a_floor_in_units),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
