#include "model/programme.h"
#include "tests/support/check.h"

#include <glib.h>
#include <string.h>

static struct programme *with_columns(int count)
{
  struct programme *programme = programme_new();
  for (int j = 0; j < count; j++)
    assert_int_equal(
        programme_add_column(programme,
                             (struct column){.upper = 1, .cost = 10 * j, .label = LABEL_NONE}),
        j);
  return programme;
}

static void test_terms_of_a_column_add_up(void **state)
{
  (void)state;
  struct programme *programme = with_columns(3);
  programme_add_term(programme, 2, 5);
  programme_add_term(programme, 0, 1);
  programme_add_term(programme, 1, 4);
  programme_add_term(programme, 2, -2);
  programme_add_term(programme, 1, -4);
  int row = programme_add_row(programme, 0, 3, LABEL_NONE);
  assert_int_equal(programme->rows[row].count, 2);
  assert_int_equal(programme->terms[0].column, 0);
  assert_int_equal(programme->terms[0].coefficient, 1);
  assert_int_equal(programme->terms[1].column, 2);
  assert_int_equal(programme->terms[1].coefficient, 3);
  programme_free(programme);
}

static void test_two_terms_are_sorted(void **state)
{
  (void)state;
  struct programme *programme = with_columns(3);
  programme_add_term(programme, 2, 5);
  programme_add_term(programme, 0, 1);
  programme_add_row(programme, 0, 3, LABEL_NONE);
  programme_add_term(programme, 1, 4);
  programme_add_term(programme, 1, 2);
  programme_add_row(programme, 0, 3, LABEL_NONE);
  assert_int_equal(programme->terms[0].column, 0);
  assert_int_equal(programme->terms[1].column, 2);
  assert_int_equal(programme->rows[1].count, 1);
  assert_int_equal(programme->terms[2].coefficient, 6);
  programme_free(programme);
}

static void test_dropped_terms_are_forgotten(void **state)
{
  (void)state;
  struct programme *programme = with_columns(2);
  programme_add_term(programme, 0, 9);
  programme_drop_terms(programme);
  programme_add_term(programme, 1, 1);
  int row = programme_add_row(programme, 0, 1, LABEL_NONE);
  assert_int_equal(programme->n_terms, 1);
  assert_int_equal(programme->terms[programme->rows[row].first].column, 1);
  programme_free(programme);
}

static void test_a_row_may_be_empty(void **state)
{
  (void)state;
  struct programme *programme = with_columns(1);
  programme_add_row(programme, 1, PROGRAMME_INFINITY, LABEL_NONE);
  const int64_t x[] = {1};
  assert_int_equal(programme_activity(programme, 0, x), 0);
  assert_int_equal(programme_first_broken(programme, x), 0);
  programme_free(programme);
}

static void test_values(void **state)
{
  (void)state;
  struct programme *programme = with_columns(3);
  programme_add_term(programme, 1, 2);
  programme_add_term(programme, 2, -3);
  programme_add_row(programme, -1, 2, LABEL_NONE);
  const int64_t both[] = {0, 1, 1}, last[] = {0, 0, 1}, beyond[] = {2, 0, 0};
  assert_int_equal(programme_activity(programme, 0, both), -1);
  assert_int_equal(programme_objective(programme, both), 30);
  assert_int_equal(programme_first_broken(programme, both), -1);
  assert_int_equal(programme_first_broken(programme, last), 0);
  assert_int_equal(programme_first_broken(programme, beyond), programme->n_rows);
  programme_free(programme);
}

static void test_grows(void **state)
{
  (void)state;
  enum { MANY = 3000 };
  struct programme *programme = with_columns(MANY);
  for (int i = 0; i < MANY; i++) {
    programme_add_term(programme, i, i + 1);
    programme_add_row(programme, 0, i, LABEL_NONE);
  }
  for (int i = 0; i < MANY; i++) {
    assert_int_equal(programme->rows[i].upper, i);
    assert_int_equal(programme->terms[programme->rows[i].first].coefficient, i + 1);
  }
  programme_free(programme);
}

static struct programme *small_programme(void)
{
  struct programme *programme = with_columns(3);
  programme_add_term(programme, 1, 2);
  programme_add_term(programme, 2, -3);
  programme_add_row(programme, -1, 2, LABEL_NONE);
  return programme;
}

static bool is_like_small(struct programme *programme)
{
  struct programme *other = small_programme();
  char *left = programme_fingerprint(programme), *right = programme_fingerprint(other);
  bool out = strcmp(left, right) == 0;
  g_free(left);
  g_free(right);
  programme_free(other);
  programme_free(programme);
  return out;
}

/* Any number of the programme is in it, and what rules call their own rows is not. */
static void test_fingerprint(void **state)
{
  (void)state;
  struct programme *programme = small_programme();
  assert_true(is_like_small(programme));
  programme = small_programme();
  programme->rows[0].label.use = 7;
  assert_true(is_like_small(programme));
  programme = small_programme();
  programme->rows[0].upper++;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme->terms[0].coefficient++;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme->terms[0].column = 0;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme->columns[2].cost--;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme->columns[2].upper++;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme->columns[2].placement = !programme->columns[2].placement;
  assert_false(is_like_small(programme));
  programme = small_programme();
  programme_add_row(programme, 0, 0, LABEL_NONE);
  assert_false(is_like_small(programme));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_terms_of_a_column_add_up),
      cmocka_unit_test(test_two_terms_are_sorted),
      cmocka_unit_test(test_dropped_terms_are_forgotten),
      cmocka_unit_test(test_a_row_may_be_empty),
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_grows),
      cmocka_unit_test(test_fingerprint),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
