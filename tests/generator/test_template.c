/* Templates: gaps, parts, and what stands above them. */
#include "generator/template.h"
#include "tests/support/check.h"

static const char letter[] =
    "For the reader of this file, at no $price.\n"
    "#: always\n"
    "Dear $name,\n"
    "#: late\n"
    "you are late.\n"
    "#: each visit\n"
    "- $day at $place, $name\n"
    "#: always\n"
    "\n"
    "$place_of_work: $place$name.\n";

static struct template_values *letter_values(bool late)
{
  struct template_values *values = template_values_new();
  template_set(values, "name", "%s", "Ann");
  template_set(values, "place", "%s", "Hove");
  template_set(values, "place_of_work", "hub %d", 3);
  template_when(values, "late", late);
  template_when(values, "each visit", false);
  return values;
}

static void assert_written(const struct template_values *values, const char *expected)
{
  GString *out = g_string_new("> ");
  template_write(letter, values, out);
  assert_string_equal(out->str, expected);
  g_string_free(out, TRUE);
}

static void test_parts_apply_or_not(void **state)
{
  (void)state;
  struct template_values *values = letter_values(false);
  assert_written(values, "> Dear Ann,\n\nhub 3: HoveAnn.\n");
  template_when(values, "late", true);
  template_when(values, "late", true);
  assert_written(values, "> Dear Ann,\nyou are late.\n\nhub 3: HoveAnn.\n");
  template_when(values, "late", false);
  template_set(values, "name", "%s", "");
  assert_written(values, "> Dear ,\n\nhub 3: Hove.\n");
  template_values_free(values);
}

static void test_a_part_several_times(void **state)
{
  (void)state;
  struct template_values *values = letter_values(false);
  template_set(template_each(values, "each visit"), "day", "%s", "mon");
  struct template_values *second = template_each(values, "each visit");
  template_set(second, "day", "%s", "tue");
  template_set(second, "place", "%s", "$name"); /* a value is no template */
  assert_written(values,
                 "> Dear Ann,\n- mon at Hove, Ann\n- tue at $name, Ann\n"
                 "\nhub 3: HoveAnn.\n");
  template_values_free(values);
}

static void test_one_part(void **state)
{
  (void)state;
  struct template_values *values = letter_values(false);
  GString *out = g_string_new(NULL);
  template_write_part(letter, "late", values, out);
  assert_string_equal(out->str, "you are late.\n");
  g_string_free(out, TRUE);
  g_autofree char *text = template_part(letter, "each visit");
  assert_string_equal(text, "- $day at $place, $name\n");
  g_autofree char *empty = template_part("#: one\n#: two\nx\n", "one");
  assert_string_equal(empty, "");
  template_values_free(values);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parts_apply_or_not),
      cmocka_unit_test(test_a_part_several_times),
      cmocka_unit_test(test_one_part),
  };
  return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
