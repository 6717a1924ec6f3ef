/* The rota that a point of the relaxation is rounded to. */
#include "solver/anneal/rounding.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CHOICES = 3 };

/* A cell of three placements, and one of another person. */
static struct programme *two_cells(void)
{
  struct programme *p = programme_new();
  for (int k = 0; k < CHOICES; k++)
    sample_placement(p, 0, 0, k);
  sample_placement(p, 1, 0, 0);
  return p;
}

static void assert_rounds(const double *point, int first, int second)
{
  struct programme *p = two_cells();
  struct column_view *view = column_view_new(p);
  struct placement_index *index = placement_index_new(view);
  int64_t x[CHOICES + 1] = {1, 1, 1, 1};
  rounding_apply(index, point, x);
  for (int k = 0; k < CHOICES; k++)
    assert_int_equal(x[k], k == first);
  assert_int_equal(x[CHOICES], second);
  placement_index_free(index);
  column_view_free(view);
  programme_free(p);
}

static void the_largest_share_is_set(void **state)
{
  (void)state;
  assert_rounds((const double[]){0.2, 0.5, 0.3, 1}, 1, 1);
  assert_rounds((const double[]){0.4, 0.3, 0.3, 0.51}, 0, 1);
}

static void nothing_is_a_share_too(void **state)
{
  (void)state;
  assert_rounds((const double[]){0.2, 0.3, 0, 0.49}, -1, 0); /* of none there is 0.5 */
  assert_rounds((const double[]){0.35, 0.4, 0, 0}, 1, 0);    /* of none there is 0.25 */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_largest_share_is_set),
      cmocka_unit_test(nothing_is_a_share_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
