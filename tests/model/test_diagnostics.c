#include "model/diagnostics.h"
#include "tests/support/check.h"

#include <string.h>

static void test_sorted_by_place(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  diagnostics_error(diagnostics, (struct where){"b.yaml", 1, 1}, "sixth");
  diagnostics_error(diagnostics, (struct where){"a.yaml", 10, 1}, "fourth");
  diagnostics_warning(diagnostics, (struct where){"a.yaml", 2, 7}, "third");
  diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 5}, "%s", "first");
  diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 5}, "second");
  diagnostics_error(diagnostics, (struct where){"a.yaml", 10, 1}, "fifth");
  static const char *const expected[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(count, 6);
  for (int i = 0; i < count; i++)
    assert_string_equal(items[i].text, expected[i]);
  diagnostics_free(diagnostics);
}

/* What is said twice of one place is kept once; of another place, or in other words, it
 * is another thing. */
static void test_repeats_are_dropped(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  for (int i = 0; i < 2; i++) {
    diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 5}, "first");
    diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 6}, "first");
    diagnostics_error(diagnostics, (struct where){"a.yaml", 3, 6}, "first");
    diagnostics_error(diagnostics, (struct where){"b.yaml", 3, 6}, "first");
  }
  diagnostics_error(diagnostics, (struct where){"b.yaml", 3, 6}, "second");
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(count, 5);
  assert_string_equal(items[4].text, "second");
  assert_string_equal(items[3].where.file, "b.yaml");
  diagnostics_free(diagnostics);
}

static void test_none_and_one(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  int count = -1;
  diagnostics_sorted(diagnostics, &count);
  assert_int_equal(count, 0);
  diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 5}, "only");
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(count, 1);
  assert_string_equal(items[0].text, "only");
  diagnostics_free(diagnostics);
}

static void test_warnings_are_no_errors(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(diagnostics_errors(diagnostics), 0);
  diagnostics_warning(diagnostics, (struct where){"a.yaml", 2, 7}, "late");
  assert_int_equal(diagnostics_errors(diagnostics), 0);
  diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 7}, "unknown");
  assert_int_equal(diagnostics_errors(diagnostics), 1);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(items[0].severity, SEVERITY_WARNING);
  assert_int_equal(items[1].severity, SEVERITY_ERROR);
  diagnostics_free(diagnostics);
}

/* While lenient, errors are slips; those stop where the diagnostics are strict. */
static void test_slips_stop_when_strict(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new(), *other = diagnostics_new();
  int count;
  diagnostics_set_lenient(diagnostics, true);
  diagnostics_error(diagnostics, (struct where){"a.yaml", 2, 7}, "unknown");
  diagnostics_set_lenient(diagnostics, false);
  assert_int_equal(diagnostics_errors(diagnostics), 0);
  assert_int_equal(diagnostics_mistakes(diagnostics), 1);
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(items[0].severity, SEVERITY_SLIP);
  diagnostics_repeat(other, &items[0], ", after all");
  diagnostics_error(diagnostics, (struct where){"b.yaml", 2, 7}, "unknown");
  assert_int_equal(diagnostics_errors(diagnostics), 1);
  diagnostics_set_strict(diagnostics, true);
  assert_int_equal(diagnostics_errors(diagnostics), 2);
  items = diagnostics_sorted(other, &count);
  assert_int_equal(items[0].severity, SEVERITY_SLIP);
  assert_string_equal(items[0].text, "unknown, after all");
  diagnostics_free(diagnostics);
  diagnostics_free(other);
}

/* The place of a mistake outlives the text of its file. */
static void test_keeps_its_own_copies(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  char file[] = "a.yaml", word[] = "crawly";
  diagnostics_error(diagnostics, (struct where){file, 1, 1}, "unknown site '%s'", word);
  memset(file, 'x', sizeof file - 1);
  memset(word, 'x', sizeof word - 1);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_string_equal(items[0].where.file, "a.yaml");
  assert_string_equal(items[0].text, "unknown site 'crawly'");
  diagnostics_free(diagnostics);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sorted_by_place),        cmocka_unit_test(test_repeats_are_dropped),
      cmocka_unit_test(test_slips_stop_when_strict), cmocka_unit_test(test_warnings_are_no_errors),
      cmocka_unit_test(test_keeps_its_own_copies),   cmocka_unit_test(test_none_and_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
