/* verify against every kind of single edit of a rota that build wrote: of an
 * assignment, and of each stated figure. The checksum is put right after every
 * edit, so that what is found is found by rules and figures. */
#include "inputs/rota_writer.h"
#include "model/json.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASSIGNMENTS_TRIED = 20 };

struct fixture {
  char *folder, *service, *original, *edited;
  json_t *document;
};

/* Runs the program; its exit status, and what it printed in `*out`. */
static int run(char **out, const char *const *words)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new();
  g_autoptr(GError) error = NULL;
  int wait_status = -1;
  g_ptr_array_add(argv, (gpointer)ROTA_PROGRAM);
  for (; *words; words++)
    g_ptr_array_add(argv, (gpointer)*words);
  g_ptr_array_add(argv, NULL);
  if (!g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, out, NULL,
                    &wait_status, &error))
    fail_msg("%s", error->message);
  if (g_spawn_check_wait_status(wait_status, NULL))
    return 0;
  return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
}

static int set_up(void **state)
{
  struct fixture *at = g_new0(struct fixture, 1);
  at->folder = g_dir_make_tmp("rota-test-XXXXXX", NULL);
  assert_non_null(at->folder);
  at->service = g_build_filename(at->folder, "service", NULL);
  at->original = g_build_filename(at->service, "2027-01", "rota.json", NULL);
  at->edited = g_build_filename(at->folder, "edited.json", NULL);
  const char *build[] = {"build", at->service, "--month", "2027-01", "--quiet", NULL};
  g_autofree char *copy =
      g_strdup_printf("cp -r '%s/tests/commands/tiny' '%s'", ROTA_SOURCE_DIR, at->service);
  assert_int_equal(system(copy), 0); /* NOLINT: paths of our own making */
  assert_int_equal(run(NULL, build), 0);
  at->document = json_load_file(at->original, 0, NULL);
  assert_non_null(at->document);
  *state = at;
  return 0;
}

static int tear_down(void **state)
{
  struct fixture *at = *state;
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", at->folder);
  assert_int_equal(system(command), 0); /* NOLINT: a folder of our own making */
  json_decref(at->document);
  g_free(at->folder);
  g_free(at->service);
  g_free(at->original);
  g_free(at->edited);
  g_free(at);
  return 0;
}

/* Writes the document, sealed anew; takes the reference. */
static void write_edited(const struct fixture *at, json_t *document)
{
  g_autofree char *checksum = rota_json_checksum(document);
  json_object_set_new(document, "checksum", json_string(checksum));
  g_autofree char *text = json_text(document);
  assert_true(g_file_set_contents(at->edited, text, -1, NULL));
}

static int verify(const struct fixture *at, json_t *document, char **out)
{
  write_edited(at, document);
  const char *words[] = {"verify", at->service, at->edited, NULL};
  return run(out, words);
}

/* Does it name a rule that is broken, or a figure other than a hash? */
static bool names_rule_or_figure(const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, "  ") && !strstr(*line, "sha256") && !strstr(*line, "checksum"))
      return true;
  return false;
}

static void test_untouched(void **state)
{
  struct fixture *at = *state;
  g_autofree char *out = NULL;
  assert_int_equal(verify(at, json_deep_copy(at->document), &out), 0);
}

static json_t *assignments_of(json_t *document)
{
  return json_object_get(document, "assignments");
}

/* Another value that some other assignment has for the key. */
static const char *another(const struct fixture *at, const char *key, const char *value)
{
  const json_t *items = assignments_of(at->document);
  for (size_t i = 0; i < json_array_size(items); i++) {
    const char *other = json_string_value(json_object_get(json_array_get(items, i), key));
    if (strcmp(other, value) != 0)
      return other;
  }
  fail_msg("all assignments have the same %s", key);
  return NULL;
}

/* From one assignment that is tried to the next. */
static size_t step_of(size_t count)
{
  return 1 + count / (size_t)cases_tried(ASSIGNMENTS_TRIED);
}

/* Every sampled assignment with another value for the key is refused. */
static void try_key(struct fixture *at, const char *key, bool always_a_figure)
{
  size_t count = json_array_size(assignments_of(at->document));
  for (size_t i = 0; i < count; i += step_of(count)) {
    json_t *document = json_deep_copy(at->document);
    json_t *item = json_array_get(assignments_of(document), i);
    const char *value = json_string_value(json_object_get(item, key));
    g_autofree char *other = g_strdup(another(at, key, value));
    g_autofree char *out = NULL;
    json_object_set_new(item, key, json_string(other));
    if (verify(at, document, &out) != 1)
      fail_msg("assignment %zu with %s %s is accepted: %s", i, key, other, out);
    if (always_a_figure && !names_rule_or_figure(out))
      fail_msg("assignment %zu with %s %s: no rule and no figure: %s", i, key, other, out);
  }
}

static void test_edited(void **state)
{
  try_key(*state, "clinician", true);
  try_key(*state, "task", false);
  try_key(*state, "site", false);
  try_key(*state, "session", false);
  try_key(*state, "date", false);
  try_key(*state, "from", true);
  try_key(*state, "to", true);
}

enum change { DROP, DOUBLE, ADD, LOCK };

static void change_item(json_t *items, size_t index, enum change change)
{
  json_t *item = json_array_get(items, index);
  switch (change) {
  case DROP:
    json_array_remove(items, index);
    break;
  case DOUBLE:
    json_array_append_new(items, json_deep_copy(item));
    break;
  case ADD: /* the same, for whoever comes next */
    item = json_deep_copy(item);
    json_object_set(
        item, "clinician",
        json_object_get(json_array_get(items, (index + 1) % json_array_size(items)), "clinician"));
    json_array_append_new(items, item);
    break;
  case LOCK:
    json_object_set_new(item, "locked",
                        json_boolean(!json_is_true(json_object_get(item, "locked"))));
    break;
  }
}

static void test_dropped_doubled_added_locked(void **state)
{
  struct fixture *at = *state;
  size_t count = json_array_size(assignments_of(at->document));
  for (enum change change = DROP; change <= LOCK; change++)
    for (size_t i = 0; i < count; i += step_of(count)) {
      json_t *document = json_deep_copy(at->document);
      g_autofree char *out = NULL;
      change_item(assignments_of(document), i, change);
      if (verify(at, document, &out) != 1)
        fail_msg("change %d of assignment %zu is accepted: %s", (int)change, i, out);
      if (!names_rule_or_figure(out))
        fail_msg("change %d of assignment %zu: no rule and no figure: %s", (int)change, i, out);
    }
}

static void test_two_at_once_names_the_rule(void **state)
{
  struct fixture *at = *state;
  json_t *document = json_deep_copy(at->document);
  g_autofree char *out = NULL;
  change_item(assignments_of(document), 0, DOUBLE);
  assert_int_equal(verify(at, document, &out), 1);
  assert_non_null(strstr(out, "one_place"));
  const json_t *item = json_array_get(assignments_of(at->document), 0);
  assert_non_null(strstr(out, json_string_value(json_object_get(item, "session"))));
}

static void test_no_session_of_the_month(void **state)
{
  struct fixture *at = *state;
  static const char *const dates[] = {"2027-01-03", "2027-02-01"}; /* a Sunday; another month */
  for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
    json_t *document = json_deep_copy(at->document);
    g_autofree char *out = NULL;
    json_object_set_new(json_array_get(assignments_of(document), 0), "date", json_string(dates[i]));
    assert_int_equal(verify(at, document, &out), 1);
    assert_non_null(strstr(out, "availability"));
    assert_non_null(strstr(out, dates[i]));
  }
}

/* A value of the same kind that is not the same. */
static json_t *changed(const json_t *value)
{
  if (json_is_integer(value))
    return json_integer(json_integer_value(value) + 1);
  if (json_is_real(value))
    return json_real(json_real_value(value) + 0.01);
  if (json_is_string(value)) {
    g_autofree char *text = g_strconcat(json_string_value(value), "x", NULL);
    return json_string(text);
  }
  if (json_is_boolean(value))
    return json_boolean(!json_is_true(value));
  return json_integer(1);
}

/* Changes the `target`th figure below `value`; false when there are fewer. */
static bool change_figure(json_t *value, int *target, GString *place)
{
  const char *key;
  json_t *member;
  size_t length = place->len;
  if (json_is_array(value)) {
    /* Elements are alike: the first and the last stand for all. */
    size_t count = json_array_size(value);
    for (size_t i = 0; i < count; i += MAX(count - 1, 1))
      if (change_figure(json_array_get(value, i), target, place))
        return true;
    return false;
  }
  json_object_foreach(value, key, member)
  {
    if (place->len == 0 &&
        g_strv_contains(
            (const char *const[]){"program", "run", "month", "assignments", "checksum", NULL}, key))
      continue;
    g_string_append_printf(place, "/%s", key);
    if (json_is_object(member) || json_is_array(member)) {
      if (change_figure(member, target, place))
        return true;
    } else if ((*target)-- == 0) {
      json_object_set_new(value, key, changed(member));
      return true;
    }
    g_string_truncate(place, length);
  }
  return false;
}

static void test_figures(void **state)
{
  struct fixture *at = *state;
  int tried = 0;
  for (;; tried++) {
    json_t *document = json_deep_copy(at->document);
    g_autoptr(GString) place = g_string_new(NULL);
    g_autofree char *out = NULL;
    int target = tried;
    if (!change_figure(document, &target, place)) {
      json_decref(document);
      break;
    }
    if (verify(at, document, &out) != 1)
      fail_msg("%s can be changed unnoticed: %s", place->str, out);
  }
  assert_true(tried > 40);
}

static void test_left_out_and_added(void **state)
{
  struct fixture *at = *state;
  static const char *const keys[] = {"objective",  "bound",      "gap_percent", "totals", "rules",
                                     "shortfalls", "clinicians", "inputs",      "agreed"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    json_t *document = json_deep_copy(at->document);
    g_autofree char *out = NULL;
    json_object_del(document, keys[i]);
    assert_int_equal(verify(at, document, &out), 1);
    assert_non_null(strstr(out, keys[i]));
  }
  json_t *document = json_deep_copy(at->document);
  g_autofree char *out = NULL;
  json_object_set_new(document, "colour", json_string("red"));
  assert_int_equal(verify(at, document, &out), 1);
  assert_non_null(strstr(out, "colour"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_untouched),
      cmocka_unit_test(test_edited),
      cmocka_unit_test(test_dropped_doubled_added_locked),
      cmocka_unit_test(test_two_at_once_names_the_rule),
      cmocka_unit_test(test_no_session_of_the_month),
      cmocka_unit_test(test_figures),
      cmocka_unit_test(test_left_out_and_added),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
