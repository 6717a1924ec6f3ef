/* The nearest word, and sessions as people write them. */
#include "inputs/when.h"
#include "model/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void distance_counts_edits_and_swaps(void **state)
{
  (void)state;
  assert_int_equal(nearest_distance("", ""), 0);
  assert_int_equal(nearest_distance("", "abc"), 3);
  assert_int_equal(nearest_distance("abc", ""), 3);
  assert_int_equal(nearest_distance("crawly", "crawley"), 1);
  assert_int_equal(nearest_distance("hvoe", "hove"), 1);
  assert_int_equal(nearest_distance("hub", "bus"), 3 - 1);
  assert_int_equal(nearest_distance("kitten", "sitting"), 3);
  assert_int_equal(nearest_distance("ca", "abc"), 3); /* restricted: 2 without */
}

static void only_near_words_are_suggested(void **state)
{
  (void)state;
  static const char *const known[] = {"hove", "crawley", "am", "pm", "goldstone"};
  assert_string_equal(nearest_word("crawly", known, 5), "crawley");
  assert_string_equal(nearest_word("Hove", known, 5), "hove");
  assert_string_equal(nearest_word("ma", known, 5), "am");
  assert_string_equal(nearest_word("gldston", known, 5), "goldstone");
  assert_null(nearest_word("brighton", known, 5));
  assert_null(nearest_word("a", known, 5));
  assert_null(nearest_word("", known, 5));
  assert_null(nearest_word("hove", known, 0));
  /* a third of the letters may be wrong, of a short word one */
  static const char *const short_and_long[] = {"eve", "clinic"};
  assert_string_equal(nearest_word("clxxic", short_and_long, 2), "clinic");
  assert_null(nearest_word("cxxxic", short_and_long, 2));
  assert_string_equal(nearest_word("xve", short_and_long, 2), "eve");
  assert_null(nearest_word("xxe", short_and_long, 2));
  g_autofree char *huge = g_strnfill(100000, 'x');
  assert_null(nearest_word(huge, known, 5));
}

/* A service with three sessions, which is all that patterns need. */
static const struct service service = {
    .blocks = {{.id = "am"}, {.id = "pm"}, {.id = "eve"}},
    .n_blocks = 3,
};

static bool read(const char *text, struct pattern *out)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct arena *nodes = arena_new();
  struct reader reader = {.diagnostics = diagnostics, .service = &service, .nodes = nodes};
  struct node node = {.kind = NODE_SCALAR, .where = {"x", 1, 1}, .text = text};
  bool good = when_pattern(&reader, &node, out);
  assert_int_equal(good, diagnostics_errors(diagnostics) == 0);
  arena_free(nodes);
  diagnostics_free(diagnostics);
  return good;
}

static void expect(const char *text, const uint8_t blocks[WEEK_DAYS])
{
  struct pattern pattern = {.from = 5, .until = 7};
  assert_true(read(text, &pattern));
  assert_memory_equal(pattern.blocks, blocks, WEEK_DAYS);
  assert_int_equal(pattern.from, 5);
  assert_int_equal(pattern.until, 7);
}

static void patterns_name_days_and_sessions(void **state)
{
  (void)state;
  expect("tue am", (const uint8_t[]){0, 1, 0, 0, 0, 0, 0});
  expect("mon-fri am pm", (const uint8_t[]){3, 3, 3, 3, 3, 0, 0});
  expect("mon, wed eve", (const uint8_t[]){4, 0, 4, 0, 0, 0, 0});
  expect("sat-mon pm", (const uint8_t[]){2, 0, 0, 0, 0, 2, 2});
  expect("eve", (const uint8_t[]){4, 4, 4, 4, 4, 4, 4});
  expect("Thu", (const uint8_t[]){0, 0, 0, 0xff, 0, 0, 0});
  expect("all", (const uint8_t[]){0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff});
}

static void what_is_no_pattern_is_left_alone(void **state)
{
  (void)state;
  static const char *const texts[] = {"", " ", "night", "mon-", "-fri", "mon-tue-wed", "mon am x"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    struct pattern pattern = {.blocks = {9}};
    assert_false(read(texts[i], &pattern));
    assert_int_equal(pattern.blocks[0], 9);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(distance_counts_edits_and_swaps),
      cmocka_unit_test(only_near_words_are_suggested),
      cmocka_unit_test(patterns_name_days_and_sessions),
      cmocka_unit_test(what_is_no_pattern_is_left_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
