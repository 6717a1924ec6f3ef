/* A manifest's lines say what was put into them, and nothing else is let in. */
#include "inputs/manifest_reader.h"
#include "inputs/manifest_writer.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct manifest_build as_it_is = {
    .service = (char *)"/srv/sussex \"west\"",
    .month = (char *)"2027-01",
    .inputs = (char *)"abc",
    .seconds = 60,
    .gap_hundredths = 125,
    .seed = G_MAXINT64,
    .horizon_weeks = 26,
    .engine = (char *)"cbc",
};

static char *line_of(const char *service, const char *month, const char *scenario)
{
  struct manifest_build build = as_it_is;
  build.service = (char *)service;
  build.month = (char *)month;
  build.scenario = (char *)scenario;
  return manifest_line(&build);
}

/* The manifest of a text, or NULL; `*errors`: the mistakes found in it. */
static struct manifest *parse(const char *text, int *errors)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct manifest *manifest = NULL;
  enum status status = manifest_parse(text, "builds.jsonl", diagnostics, &manifest);
  *errors = diagnostics_errors(diagnostics);
  assert_int_equal(status == STATUS_OK, *errors == 0);
  assert_int_equal(status == STATUS_OK, manifest != NULL);
  diagnostics_free(diagnostics);
  return manifest;
}

static void a_line_is_read_back(void **state)
{
  (void)state;
  int errors;
  g_autofree char *first = manifest_line(&as_it_is);
  g_autofree char *second =
      line_of("/srv/sussex \"west\"", "2027-01", "/srv/\xc3\xa9t\xc3\xa9.yaml");
  g_autofree char *text = g_strconcat(first, second, NULL);
  struct manifest *manifest = parse(text, &errors);
  assert_int_equal(manifest->builds->len, 2);
  const struct manifest_build *build = manifest_at(manifest, 0);
  assert_string_equal(build->service, as_it_is.service);
  assert_string_equal(build->month, "2027-01");
  assert_null(build->scenario);
  assert_string_equal(build->inputs, "abc");
  assert_int_equal(build->seconds, 60);
  assert_int_equal(build->gap_hundredths, 125);
  assert_true(build->seed == G_MAXINT64);
  assert_int_equal(build->horizon_weeks, 26);
  assert_false(build->deterministic);
  assert_string_equal(build->engine, "cbc");
  assert_string_equal(manifest_at(manifest, 1)->scenario, "/srv/\xc3\xa9t\xc3\xa9.yaml");
  assert_string_not_equal(build->key, manifest_at(manifest, 1)->key);
  manifest_free(manifest);
}

/* However lines are put together, each scenario finds its own service's month. */
static void a_baseline_is_of_the_same_month(void **state)
{
  (void)state;
  int errors;
  char *lines[] = {
      line_of("/a", "2027-01", "/x.yaml"),
      line_of("/b", "2027-01", NULL),
      line_of("/a", "2027-02", NULL),
      line_of("/a", "2027-01", NULL),
      line_of("/b", "2027-01", "/x.yaml"),
      line_of("/b", "2027-02", "/x.yaml"),
      NULL,
  };
  g_autofree char *text = g_strjoinv("", lines);
  static const int wanted[] = {3, 1, 2, 3, 1, -1};
  struct manifest *manifest = parse(text, &errors);
  for (int i = 0; i < 6; i++)
    assert_int_equal(manifest_baseline(manifest, i), wanted[i]);
  manifest_free(manifest);
  for (char **line = lines; *line; line++)
    g_free(*line);
}

/* One member after the other: taken out, and of another kind. */
static void each_member_counts(void **state)
{
  (void)state;
  static const char *const members[] = {"service",       "month",  "scenario",
                                        "seconds",       "seed",   "deterministic",
                                        "horizon_weeks", "inputs", "engine"};
  int errors;
  g_autofree char *line = manifest_line(&as_it_is);
  for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
    g_autofree char *name = g_strdup_printf("\"%s\": ", members[i]);
    g_auto(GStrv) parts = g_strsplit(line, name, 2);
    g_autofree char *renamed = g_strdup_printf("%s\"other\": %s", parts[0], parts[1]);
    assert_null(parse(renamed, &errors));
    g_autofree char *changed = g_strdup_printf("%s%s[1], \"more\": %s", parts[0], name, parts[1]);
    assert_null(parse(changed, &errors));
  }
}

/* A line cut anywhere is a mistake, or nothing at all; never a build. */
static void half_a_line_is_no_build(void **state)
{
  (void)state;
  int errors;
  g_autofree char *line = manifest_line(&as_it_is);
  for (gsize length = 0; length + 1 < strlen(line); length++) {
    g_autofree char *half = g_strndup(line, length);
    assert_null(parse(half, &errors));
    assert_true(errors > 0);
  }
}

static void every_bad_line_is_named(void **state)
{
  (void)state;
  int errors;
  g_autofree char *fine = manifest_line(&as_it_is);
  g_autofree char *month = line_of("/a", "2027-13", NULL);
  g_autofree char *text = g_strconcat(fine, "\n", month, "[]\n", NULL);
  assert_null(parse(text, &errors));
  assert_int_equal(errors, 3);
}

/* The place in the line, too, where it is no JSON. */
static void a_broken_line_has_its_place(void **state)
{
  (void)state;
  g_autofree char *fine = manifest_line(&as_it_is);
  g_autofree char *text = g_strconcat(fine, "{\"a\": x}\n", NULL);
  struct diagnostics *diagnostics = diagnostics_new();
  struct manifest *manifest = NULL;
  int count;
  assert_int_equal(manifest_parse(text, "builds.jsonl", diagnostics, &manifest), STATUS_BAD_INPUT);
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].where.line, 2);
  assert_int_equal(items[0].where.column, 7);
  diagnostics_free(diagnostics);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_line_is_read_back),     cmocka_unit_test(a_baseline_is_of_the_same_month),
      cmocka_unit_test(each_member_counts),      cmocka_unit_test(half_a_line_is_no_build),
      cmocka_unit_test(every_bad_line_is_named), cmocka_unit_test(a_broken_line_has_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
