/* Columns of text: widths, cutting, wrapping, numbers. */
#include "model/provenance.h"
#include "reports/text.h"
#include "tests/support/check.h"

static void test_cells(void **state)
{
  (void)state;
  g_autoptr(GString) out = g_string_new(NULL);
  text_left(out, "ann", 5);
  text_right(out, "7", 3);
  text_left(out, "a long name", 6);
  assert_string_equal(out->str, "ann    7a lo..");
}

static void test_cells_count_columns_not_bytes(void **state)
{
  (void)state;
  g_autoptr(GString) out = g_string_new(NULL);
  assert_int_equal(text_width("Zo\xc3\xab"), 3);
  text_left(out, "Zo\xc3\xab", 5);
  text_left(out, "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 5); /* three of two columns each */
  assert_string_equal(out->str, "Zo\xc3\xab  \xe6\x97\xa5.. ");
}

static void test_wrap(void **state)
{
  (void)state;
  g_autoptr(GString) text = g_string_new("start");
  for (int i = 0; i < 40; i++)
    g_string_append(text, " word");
  g_autoptr(GString) out = g_string_new("  ");
  text_wrap(out, text->str, 2);
  g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
  for (int i = 0; lines[i]; i++)
    assert_true(text_width(lines[i]) <= TEXT_COLUMNS);
  assert_true(g_str_has_prefix(lines[1], "  word word"));
  assert_string_equal(lines[g_strv_length(lines) - 1], "");
  assert_int_equal(text_width(lines[0]), 77);
}

static void test_wrap_keeps_a_word_that_is_too_long(void **state)
{
  (void)state;
  g_autofree char *word = g_strnfill(100, 'x');
  g_autoptr(GString) out = g_string_new(NULL);
  text_wrap(out, word, 0);
  assert_int_equal(out->len, 101);
}

static void test_numbers(void **state)
{
  (void)state;
  g_autoptr(GString) out = g_string_new(NULL);
  text_number(out, 0);
  g_string_append_c(out, ' ');
  text_number(out, -1000);
  g_string_append_c(out, ' ');
  text_number(out, 1234567);
  g_string_append_c(out, ' ');
  text_number(out, -999);
  g_string_append_c(out, ' ');
  text_count(out, 1, "person", "people");
  g_string_append_c(out, ' ');
  text_count(out, 1200, "person", "people");
  assert_string_equal(out->str, "0 -1,000 1,234,567 -999 1 person 1,200 people");
}

static void test_gap_is_rounded_away_from_proof(void **state)
{
  (void)state;
  struct provenance run = {.has_bound = true, .bound = 99999};
  assert_int_equal(provenance_gap_hundredths(&run, 99999), 0);
  assert_int_equal(provenance_gap_hundredths(&run, 100000), 1); /* 0.001%: not yet proven */
  assert_int_equal(provenance_gap_hundredths(&run, 200000), 5001);
  run.bound = -10;
  assert_int_equal(provenance_gap_hundredths(&run, 0), 100000);
  assert_int_equal(provenance_gap_hundredths(&run, -5), 10000);
  run.has_bound = false;
  assert_int_equal(provenance_gap_hundredths(&run, 5), -1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cells),   cmocka_unit_test(test_cells_count_columns_not_bytes),
      cmocka_unit_test(test_wrap),    cmocka_unit_test(test_wrap_keeps_a_word_that_is_too_long),
      cmocka_unit_test(test_numbers), cmocka_unit_test(test_gap_is_rounded_away_from_proof),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
