/* The relaxation's point, on programmes whose point is known by hand. */
#include "solver/bound/relaxed_point.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <math.h>

/* The point of the programme, which is freed; NULL: none was found. g_free it. */
static double *point_of(struct programme *programme)
{
  struct solver_settings settings = solver_default_settings();
  struct column_view *view = column_view_new(programme);
  struct run run;
  settings.deterministic = true;
  run_begin(&run, view, &settings, NULL);
  relaxed_point_find(&run);
  double *out = g_steal_pointer(&run.point);
  run_clear(&run);
  column_view_free(view);
  programme_free(programme);
  return out;
}

/* Three of which two may never be done together: half of each. */
static void shares_are_found(void **state)
{
  (void)state;
  static const int64_t pairs[][4] = {{1, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 1, 0}};
  struct programme *programme = programme_new();
  for (int j = 0; j < 4; j++)
    sample_placement(programme, j, 0, j < 3 ? -7 : 5);
  for (int i = 0; i < 3; i++)
    sample_row(programme, -PROGRAMME_INFINITY, pairs[i], 1);
  g_autofree double *point = point_of(programme);
  assert_non_null(point);
  for (int j = 0; j < 3; j++)
    assert_true(fabs(point[j] - 0.5) < 0.02);
  assert_true(fabs(point[3]) < 1e-9); /* dear, and in no row: presolve settles it */
}

/* Where presolve settles everything there is nothing to relax. */
static void what_is_settled_is_its_point(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  sample_placement(programme, 0, 0, -3);
  sample_placement(programme, 1, 0, 4);
  g_autofree double *point = point_of(programme);
  assert_non_null(point);
  assert_true(fabs(point[0] - 1) < 1e-9 && fabs(point[1]) < 1e-9);
}

static void what_is_impossible_has_none(void **state)
{
  (void)state;
  static const int64_t both[] = {1, 1};
  struct programme *programme = programme_new();
  sample_placement(programme, 0, 0, 0);
  sample_placement(programme, 1, 0, 0);
  sample_row(programme, 3, both, PROGRAMME_INFINITY);
  assert_null(point_of(programme));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares_are_found),
      cmocka_unit_test(what_is_settled_is_its_point),
      cmocka_unit_test(what_is_impossible_has_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
