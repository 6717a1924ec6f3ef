/* Each figure in which one document is not as another, in a sentence that shows it. */
#include "planning/differences.h"
#include "tests/support/check.h"

#include <string.h>

/* All sentences, a line each. */
static void assert_said(const char *truth, const char *stated, const char *lines)
{
  json_t *a = json_loads(truth, JSON_DECODE_ANY, NULL),
         *b = json_loads(stated, JSON_DECODE_ANY, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) text = g_string_new(NULL);
  assert_non_null(a);
  assert_non_null(b);
  differences_add(a, b, all);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf(text, "%s\n", (const char *)all->pdata[i]);
  assert_string_equal(text->str, lines);
  json_decref(a);
  json_decref(b);
}

static void figures_are_named_by_their_place(void **state)
{
  (void)state;
  assert_said("{\"a\": 1}", "{\"a\": 1}", "");
  assert_said("{\"a\": {\"b\": 1.25}}", "{\"a\": {\"b\": null}}",
              "a: b: null is stated, but it is 1.25\n");
  assert_said("{\"a\": 1, \"b\": 2}", "{\"b\": 2, \"c\": 3}",
              "a is left out\nc is stated, but no rota has it\n");
}

static void items_of_a_list_are_found_by_what_they_are_about(void **state)
{
  (void)state;
  assert_said("{\"people\": [{\"id\": \"ann\", \"n\": 1}, {\"id\": \"bob\", \"n\": 2}]}",
              "{\"people\": [{\"id\": \"bob\", \"n\": 3}, {\"id\": \"cat\", \"n\": 1}]}",
              "people: ann is left out\n"
              "people: bob: n: 3 is stated, but it is 2\n"
              "people: 'cat' is stated, but it is not so\n");
}

/* Two sentences of more than 60 letters that differ in one word, 20 bytes after the
 * second byte of a character. */
static void long_values_are_shown_where_they_differ(void **state)
{
  (void)state;
  assert_said(
      "{\"t\": \"a sentence that goes on for very long before it says where Zo\xc3\xab is at "
      "that place: Hove, where she is on Mondays and on Tuesdays too\"}",
      "{\"t\": \"a sentence that goes on for very long before it says where Zo\xc3\xab is at "
      "that place: Crawley, where she is on Mondays and on Tuesdays too\"}",
      "t: ...\xc3\xab is at that place: Crawley, where she is on Mondays and on... is stated, "
      "but it is ...\xc3\xab is at that place: Hove, where she is on Mondays and on Tu...\n");
  assert_said("{\"t\": \"0123456789012345678901234567890123456789012345678901234567890\"}",
              "{\"t\": 7}",
              "t: 7 is stated, but it is "
              "\"01234567890123456789012345678901234567890123456789012345678...\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_are_named_by_their_place),
      cmocka_unit_test(items_of_a_list_are_found_by_what_they_are_about),
      cmocka_unit_test(long_values_are_shown_where_they_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
