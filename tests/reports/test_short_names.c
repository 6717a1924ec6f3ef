/* Names in a column: as they are where they fit, cut where they don't, and never the
 * same for two that differ. */
#include "reports/short_names.h"

#include "reports/text.h"
#include "tests/support/check.h"

#include <string.h>

static void assert_short(const char *const *names, const char *const *forms, int count, int width,
                         const char *const *expected)
{
  g_auto(GStrv) out = short_names(names, forms, count, width);
  assert_int_equal(g_strv_length(out), count);
  for (int i = 0; i < count; i++)
    assert_string_equal(out[i], expected[i]);
}

static void test_cut_where_nothing_clashes(void **state)
{
  (void)state;
  static const char *const names[] = {"Duty clinician", "What matters calls", "MSK clinic"};
  static const char *const expected[] = {"Duty clinician", "What matters..", "MSK clinic"};
  assert_short(names, NULL, 3, 14, expected);
}

static void test_last_words_tell_apart(void **state)
{
  (void)state;
  static const char *const names[] = {"What matters calls", "What matters clinic", "Duty"};
  static const char *const expected[] = {"What mat..calls", "What ma..clinic", "Duty"};
  assert_short(names, NULL, 3, 15, expected);
}

/* The last words are the same, and so are the fronts; then the ends, letter by letter. */
static void test_ends_tell_apart(void **state)
{
  (void)state;
  static const char *const names[] = {"Community drop-in A1", "Community drop-in B1",
                                      "Community drop-in B2"};
  static const char *const expected[] = {"Communi..A1", "Communi..B1", "Communi..B2"};
  assert_short(names, NULL, 3, 11, expected);
}

static void test_numbers_tell_apart(void **state)
{
  (void)state;
  static const char *const names[] = {"aaaaaaa1bbbbbbbb", "aaaaaaa2bbbbbbbb", "aaaaaaa3bbbbbbbb"};
  g_auto(GStrv) out = short_names(names, NULL, 3, 7);
  for (int i = 0; i < 3; i++) {
    assert_true(text_width(out[i]) <= 7);
    for (int j = 0; j < i; j++)
      assert_string_not_equal(out[i], out[j]);
  }
}

/* A form is kept as long as it is nobody else's too. */
static void test_forms(void **state)
{
  (void)state;
  static const char *const names[] = {"Owen Griffiths-Ap", "Olivia Griffiths-Ap",
                                      "Maya Desai-Long"};
  static const char *const forms[] = {"O. Griffiths-Ap", "O. Griffiths-Ap", "M. Desai-Long"};
  static const char *const expected[] = {"Owen Griffi..p", "Olivia Grif..p", "M. Desai-Long"};
  assert_short(names, forms, 3, 14, expected);
}

static void test_equal_names_stay_equal(void **state)
{
  (void)state;
  static const char *const names[] = {"Alexandra Montgomery", "Alexandra Montgomery"};
  static const char *const expected[] = {"Alexandra..", "Alexandra.."};
  assert_short(names, NULL, 2, 11, expected);
}

/* Characters of two columns and of several bytes. */
static void test_wide_characters(void **state)
{
  (void)state;
  static const char *const names[] = {
      "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac A",
      "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac B"};
  g_auto(GStrv) out = short_names(names, NULL, 2, 8);
  assert_string_not_equal(out[0], out[1]);
  for (int i = 0; i < 2; i++) {
    assert_true(text_width(out[i]) <= 8);
    assert_true(g_utf8_validate(out[i], -1, NULL));
  }
}

/* Whatever the width, a hundred names with one front. */
static void test_many_at_any_width(void **state)
{
  (void)state;
  enum { COUNT = 100 };
  char names[COUNT][32];
  const char *pointers[COUNT];
  for (int i = 0; i < COUNT; i++) {
    g_snprintf(names[i], sizeof names[i], "Community %d drop-in service", i);
    pointers[i] = names[i];
  }
  for (int width = 3; width <= 30; width++) {
    g_auto(GStrv) out = short_names(pointers, NULL, COUNT, width);
    for (int i = 0; i < COUNT; i++) {
      assert_true(text_width(out[i]) <= width);
      for (int j = 0; j < i; j++)
        assert_string_not_equal(out[i], out[j]);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cut_where_nothing_clashes),
      cmocka_unit_test(test_last_words_tell_apart),
      cmocka_unit_test(test_ends_tell_apart),
      cmocka_unit_test(test_numbers_tell_apart),
      cmocka_unit_test(test_forms),
      cmocka_unit_test(test_equal_names_stay_equal),
      cmocka_unit_test(test_wide_characters),
      cmocka_unit_test(test_many_at_any_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
