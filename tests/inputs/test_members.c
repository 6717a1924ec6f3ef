/* Members of JSON objects, read strictly: what is taken, to its ends, and what is said
 * of all else. */
#include "inputs/members.h"
#include "tests/support/check.h"
#include "tests/support/written.h"

#include <glib.h>

struct fixture {
  struct members members;
  json_t *document;
};

static struct fixture begin(const char *json)
{
  struct fixture out = {.document = json_loads(json, 0, NULL)};
  assert_non_null(out.document);
  out.members = (struct members){out.document, "it", "o.json", diagnostics_new()};
  return out;
}

/* Ends it, and holds it to what was said. */
static void end(struct fixture *fixture, const char *wanted)
{
  g_autofree char *said = written_said(fixture->members.diagnostics);
  assert_string_equal(said, wanted);
  diagnostics_free(fixture->members.diagnostics);
  json_decref(fixture->document);
}

static void test_integers_to_their_ends(void **state)
{
  (void)state;
  struct fixture it =
      begin("{\"low\": 1, \"high\": 9, \"under\": 0, \"over\": 10, \"part\": 1.5, \"none\": null}");
  int64_t out = -7;
  assert_true(members_integer(&it.members, "low", 1, 9, &out));
  assert_int_equal(out, 1);
  assert_true(members_integer(&it.members, "high", 1, 9, &out));
  assert_int_equal(out, 9);
  assert_false(members_integer(&it.members, "under", 1, 9, &out));
  assert_false(members_integer(&it.members, "over", 1, 9, &out));
  assert_false(members_integer(&it.members, "part", 1, 9, &out));
  assert_false(members_integer(&it.members, "missing", 0, 9, &out));
  assert_int_equal(out, 9);
  assert_true(members_integer_or_null(&it.members, "none", 1, 9, -1, &out));
  assert_int_equal(out, -1);
  assert_true(members_integer_or_null(&it.members, "low", 1, 9, -1, &out));
  assert_int_equal(out, 1);
  assert_false(members_integer_or_null(&it.members, "over", 1, 9, -1, &out));
  end(&it,
      "o.json:0:0: it: 'under' is out of range\n"
      "o.json:0:0: it: 'over' is out of range\n"
      "o.json:0:0: it: 'part' should be a whole number\n"
      "o.json:0:0: it: 'missing' is missing\n"
      "o.json:0:0: it: 'over' is out of range\n");
}

/* Figures of two decimals are hundredths, to the nearest. */
static void test_figures(void **state)
{
  (void)state;
  struct fixture it = begin(
      "{\"a\": 1.29, \"b\": -0.57, \"c\": 3, \"d\": 0.005, \"e\": \"x\","
      " \"f\": 90071992547409.93, \"g\": 2.0, \"none\": null,"
      " \"most\": 9007199254740992, \"more\": 9007199254740994}");
  int64_t out = 0;
  assert_true(members_figure_or_null(&it.members, "a", 2, 0, &out));
  assert_int_equal(out, 129);
  assert_true(members_figure_or_null(&it.members, "b", 2, 0, &out));
  assert_int_equal(out, -57);
  assert_true(members_figure_or_null(&it.members, "c", 2, 0, &out));
  assert_int_equal(out, 300);
  assert_true(members_figure_or_null(&it.members, "c", 0, 0, &out));
  assert_int_equal(out, 3);
  assert_true(members_figure_or_null(&it.members, "none", 2, -4, &out));
  assert_int_equal(out, -4);
  assert_true(members_figure_or_null(&it.members, "most", 0, 0, &out));
  assert_false(members_figure_or_null(&it.members, "more", 0, 0, &out));
  assert_false(members_figure_or_null(&it.members, "d", 2, 0, &out));
  assert_false(members_figure_or_null(&it.members, "e", 2, 0, &out));
  assert_false(members_figure_or_null(&it.members, "f", 2, 0, &out));
  assert_false(members_figure_or_null(&it.members, "g", 0, 0, &out));
  assert_false(members_figure_or_null(&it.members, "z", 2, 0, &out));
  assert_true(out == INT64_C(9007199254740992));
  end(&it,
      "o.json:0:0: it: 'more' is out of range\n"
      "o.json:0:0: it: 'd' has more than two decimals\n"
      "o.json:0:0: it: 'e' should be a number\n"
      "o.json:0:0: it: 'f' is out of range\n"
      "o.json:0:0: it: 'g' should be a whole number\n"
      "o.json:0:0: it: 'z' is missing\n");
}

static void test_texts_switches_and_words(void **state)
{
  (void)state;
  static const char *const words[] = {"built", "failed"};
  struct fixture it = begin(
      "{\"text\": \"hove\", \"number\": 1, \"null\": null, \"yes\": true,"
      " \"no\": false, \"word\": \"failed\", \"other\": \"fallen\"}");
  g_autofree char *text = NULL, *none = g_strdup("left");
  bool on = false;
  int choice = 0;
  assert_true(members_text(&it.members, "text", &text));
  assert_string_equal(text, "hove");
  assert_false(members_text(&it.members, "number", &none));
  assert_false(members_text(&it.members, "null", &none));
  assert_string_equal(none, "left");
  g_clear_pointer(&none, g_free);
  assert_true(members_text_or_null(&it.members, "null", &none));
  assert_null(none);
  assert_true(members_switch(&it.members, "yes", &on));
  assert_true(on);
  assert_true(members_switch(&it.members, "no", &on));
  assert_false(on);
  assert_false(members_switch(&it.members, "number", &on));
  assert_true(members_choice(&it.members, "word", words, 2, &choice));
  assert_int_equal(choice, 1);
  assert_false(members_choice(&it.members, "other", words, 2, &choice));
  assert_false(members_choice(&it.members, "word", words, 1, &choice));
  end(&it,
      "o.json:0:0: it: 'number' should be a text\n"
      "o.json:0:0: it: 'null' should be a text\n"
      "o.json:0:0: it: 'number' should be true or false\n"
      "o.json:0:0: it: 'other' is not one of the words it can be\n"
      "o.json:0:0: it: 'word' is not one of the words it can be\n");
}

static void test_objects_and_lists(void **state)
{
  (void)state;
  struct fixture it = begin("{\"a\": [1, 2], \"b\": {}, \"c\": 3}");
  assert_true(members_begin(&it.members, 3));
  assert_false(members_begin(&it.members, 2));
  assert_int_equal(json_array_size(members_list(&it.members, "a", 2)), 2);
  assert_null(members_list(&it.members, "a", 1));
  assert_null(members_list(&it.members, "b", 9));
  struct members list = it.members;
  list.object = json_object_get(it.document, "a");
  assert_false(members_begin(&list, 9));
  end(&it,
      "o.json:0:0: it has more than its 2 members\n"
      "o.json:0:0: it: 'a' has too many items\n"
      "o.json:0:0: it: 'b' should be a list, [ ... ]\n"
      "o.json:0:0: it should be an object, { ... }\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_integers_to_their_ends),
      cmocka_unit_test(test_figures),
      cmocka_unit_test(test_texts_switches_and_words),
      cmocka_unit_test(test_objects_and_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
