/* Hostile files end in a message: never in a crash, a leak or a long wait. */
#include "tests/support/written.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { PATIENCE_SECONDS = 20 }; /* with sanitizers, on a busy machine */

/* What is said of a folder with just this service.yaml, which must be something
 * with `part` in it, soon. */
static void expect(const void *bytes, size_t length, const char *part)
{
  struct source *source = source_memory();
  gint64 start = g_get_monotonic_time();
  source_add_bytes(source, "service.yaml", bytes, length);
  g_autofree char *report = written_report(source, "2027-01");
  if (!strstr(report, part))
    fail_msg("expected '%s' in:\n%.2000s", part, report);
  assert_true(g_get_monotonic_time() - start < PATIENCE_SECONDS * G_USEC_PER_SEC);
  source_free(source);
}

static void expect_text(const char *text, const char *part)
{
  expect(text, strlen(text), part);
}

static char *repeat(const char *text, int count)
{
  GString *all = g_string_new(NULL);
  for (int i = 0; i < count; i++)
    g_string_append(all, text);
  return g_string_free(all, FALSE);
}

static void alias_bombs_are_refused(void **state)
{
  (void)state;
  expect_text(
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
      "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
      "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
      "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
      "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
      "too much in one file");
  expect_text("a: &a {b: &b [*a]}\n", "the alias '*a' is inside what it stands for");
  expect_text("a: &a [&a x, *a]\nb: *a\nservice: x\n", "unknown key in service.yaml: 'a'");
  g_autofree char *many = repeat("- *a\n", 1001);
  g_autofree char *text = g_strconcat("- &a x\n", many, NULL);
  expect_text(text, "too many aliases; at most 1000 in one file");
}

static void depth_is_bounded(void **state)
{
  (void)state;
  static const char *const openings[] = {"[", "{a: ", "- ", "? "};
  for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
    g_autofree char *deep = repeat(openings[i], 100000);
    expect_text(deep, "service.yaml:1:");
  }
  GString *indented = g_string_new(NULL);
  for (int level = 0; level < 40; level++)
    g_string_append_printf(indented, "%*sa:\n", level, "");
  expect_text(indented->str, "nested too deeply; at most 16 levels");
  g_string_free(indented, TRUE);
  expect_text("a: &a [[[[[[[[[x]]]]]]]]]\nb: &b [[[[[[[[*a]]]]]]]]\n",
              "nested too deeply; at most 16 levels");
}

static void size_is_bounded(void **state)
{
  (void)state;
  g_autofree char *large = repeat("# a comment, and another\n", 200000);
  expect_text(large, "the file is too large; at most 4 MiB can be read");
  g_autofree char *many = repeat("- x\n", 250000);
  expect_text(many, "too much in one file; at most 200000 values");
  g_autofree char *keys = repeat("[],", 250000);
  g_autofree char *list = g_strconcat("[", keys, NULL);
  expect_text(list, "too much in one file; at most 200000 values");
  g_autofree char *letters = repeat("abcdefghij", 101);
  g_autofree char *named = g_strdup_printf("service: %s\n", letters);
  expect_text(named, "too long a text; at most 1000 bytes");
  g_autofree char *scalar = repeat("abcdefghij", 300000);
  expect_text(scalar, "too long a text; at most 1000 bytes");
  GString *unknown = g_string_new(NULL);
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(unknown, "key%d: x\n", i);
  expect_text(unknown->str, "unknown key in service.yaml: 'key19999'");
  g_string_free(unknown, TRUE);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
  (void)state;
  expect("service: \xff\n", 11,
         "service.yaml:1:10: this is not UTF-8, but probably Windows-1252; save it");
  expect("service: T\xc3\n", 12, "service.yaml:1:11: this is not UTF-8");
  expect("service: \xed\xa0\x80\n", 13, "service.yaml:1:10: this is not UTF-8");
  expect("a\nservice: \0\n", 13, "service.yaml:2:10: a NUL byte");
  expect(
      "\xff\xfe"
      "a\0",
      4, "service.yaml:1:1: this is UTF-16, not UTF-8; save it in the editor");
  expect_text("service: \x01\n", "control characters are not allowed");
  expect_text("service: \"\\x1b[31m\"\nsites: {\"\\e[2J\": {}}\n",
              "'?[2J' can't be the id of a site");
}

static void yaml_that_is_too_clever_is_refused(void **state)
{
  (void)state;
  expect_text("%TAG ! tag:x,2000:\n---\n!a x\n", "tags such as '!!str' are not understood");
  expect_text("--- a\n--- b\n", "a second document; only one is read");
  expect_text("service: a\n...\nsites: b\n", "not proper YAML");
  expect_text("? [a, b]\n: c\n", "a key must be a word");
  expect_text("<<: {service: x}\n", "unknown key in service.yaml: '<<'");
  expect_text("service: *nobody\n", "the alias '*nobody' stands for nothing");
  expect_text("service: |\n  a\n  b\n", "expected one line");
  expect_text("%YAML 3.0\n--- a\n", "not proper YAML");
  expect_text("\t\n", "service.yaml:");
  expect_text("@", "not proper YAML");
  expect_text("-", "expected a mapping for service.yaml, found a list");
}

/* A folder on disk with service.yaml made by `make`. */
static char *report_on_disk(void (*make)(const char *path))
{
  g_autofree char *folder = g_dir_make_tmp("rota-XXXXXX", NULL);
  assert_non_null(folder);
  g_autofree char *path = g_build_filename(folder, "service.yaml", NULL);
  make(path);
  struct source *source = source_folder(folder);
  char *report = written_report(source, "2027-01");
  source_free(source);
  g_remove(path);
  g_rmdir(folder);
  return report;
}

static void make_pipe(const char *path)
{
  assert_int_equal(mkfifo(path, 0600), 0);
}

static void make_folder(const char *path)
{
  assert_int_equal(g_mkdir(path, 0700), 0);
}

static void make_nothing(const char *path)
{
  (void)path;
}

static void what_is_no_file_is_refused(void **state)
{
  (void)state;
  g_autofree char *pipe = report_on_disk(make_pipe);
  assert_non_null(strstr(pipe, "service.yaml:0:0: can't read the file: not a file\n"));
  g_autofree char *folder = report_on_disk(make_folder);
  assert_non_null(strstr(folder, "service.yaml:0:0: can't read the file: not a file\n"));
  g_autofree char *nothing = report_on_disk(make_nothing);
  assert_non_null(strstr(nothing, "service.yaml:0:0: there is no such file\n"));
}

static void a_checksum_may_hide(void **state)
{
  (void)state;
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  source_add(source, "history/2026-12.yaml", "month: 2026-12\n\"check\\x73um\": 0\n");
  g_autofree char *report = written_report(source, "2027-01");
  assert_string_equal(report,
                      "history/2026-12.yaml:0:0: warning: changed since it was published\n");
  source_free(source);
}

static void csv_is_bounded(void **state)
{
  (void)state;
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  g_autofree char *rows = repeat("lee,2027-01-12,2027-01-12,study\n", 50001);
  g_autofree char *leave = g_strconcat("clinician,from,to,kind\n", rows, NULL);
  source_add(source, "2027-01/leave.csv", leave);
  g_autofree char *report = written_report(source, "2027-01");
  assert_string_equal(report,
                      "2027-01/leave.csv:50002:32: too many rows; at most 50000 can be read\n");
  g_autofree char *commas = repeat(",", 100);
  source_add(source, "2027-01/leave.csv", commas);
  g_autofree char *wide = written_report(source, "2027-01");
  assert_non_null(strstr(wide, "too many columns; at most 32 can be read"));
  g_autofree char *letters = repeat("x", 1001);
  source_add(source, "2027-01/leave.csv", letters);
  g_autofree char *cell = written_report(source, "2027-01");
  assert_string_equal(cell, "2027-01/leave.csv:1:1: too long a text; at most 1000 bytes\n");
  source_free(source);
}

static void csv_is_read_as_spreadsheets_write_it(void **state)
{
  (void)state;
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  source_add(source, "2027-01/leave.csv",
             "\xef\xbb\xbfto,kind,\"clinician\",from\r\n"
             "2027-01-12,\"annual, \"\"summer\"\"\", lee ,2027-01-11\r\n"
             "\r\n,,,\r\n2027-01-13,study,tom,2027-01-13");
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {"2027-01", NULL};
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_OK);
  assert_int_equal(month->n_leaves, 2);
  assert_string_equal(month->leaves[0].kind, "annual, \"summer\"");
  assert_int_equal(month->leaves[0].clinician, service_clinician(service, "lee"));
  assert_int_equal(month->leaves[1].where.line, 5);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alias_bombs_are_refused),
      cmocka_unit_test(depth_is_bounded),
      cmocka_unit_test(size_is_bounded),
      cmocka_unit_test(bytes_that_are_no_text_are_refused),
      cmocka_unit_test(yaml_that_is_too_clever_is_refused),
      cmocka_unit_test(what_is_no_file_is_refused),
      cmocka_unit_test(a_checksum_may_hide),
      cmocka_unit_test(csv_is_bounded),
      cmocka_unit_test(csv_is_read_as_spreadsheets_write_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
