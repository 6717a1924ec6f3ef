/* Files that are written together: all of them, or none is changed. */
#include "planning/file_set.h"
#include "planning/folder_lock.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static enum status write_three(struct scratch *scratch, char **message)
{
  struct file_set *files = file_set_new(NULL);
  file_set_add(files, scratch_path(scratch, "a"), "new a");
  file_set_add(files, scratch_path(scratch, "b"), "new b");
  file_set_add(files, scratch_path(scratch, "c"), "new c");
  enum status status = file_set_write(files, message);
  file_set_free(files);
  return status;
}

static void all_are_written(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  char *message = NULL;
  scratch_write(scratch, "b", "old b");
  assert_int_equal(write_three(scratch, &message), STATUS_OK);
  assert_null(message);
  assert_true(scratch_holds(scratch, "a", "new a"));
  assert_true(scratch_holds(scratch, "b", "new b"));
  assert_true(scratch_holds(scratch, "c", "new c"));
  assert_string_equal(scratch_list(scratch, ""), "a b c");
  scratch_free(scratch);
}

/* A folder in the place of one of them is found only when its file gets its name. */
static void none_is_changed_when_one_cannot_be(void **state)
{
  (void)state;
  static const char *const left[] = {"a/ b", "a b/", "a b c/"};
  static const char *const names[] = {"a", "b", "c"};
  for (int bad = 0; bad < 3; bad++) {
    struct scratch *scratch = scratch_new();
    char *message = NULL;
    for (int i = 0; i < 2; i++)
      if (i != bad)
        scratch_write(scratch, names[i], "old");
    assert_int_equal(g_mkdir(scratch_path(scratch, names[bad]), 0777), 0);
    g_autofree char *inside = g_strconcat(names[bad], "/inside", NULL);
    scratch_write(scratch, inside, "kept");
    assert_int_equal(write_three(scratch, &message), STATUS_IO);
    assert_non_null(strstr(message, names[bad]));
    assert_non_null(strstr(message, "can't write"));
    assert_string_equal(scratch_list(scratch, ""), left[bad]);
    for (int i = 0; i < 2; i++)
      assert_true(i == bad || scratch_holds(scratch, names[i], "old"));
    g_free(message);
    scratch_free(scratch);
  }
}

static void none_is_left_half_where_there_is_no_folder(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  struct file_set *files = file_set_new(NULL);
  char *message = NULL;
  scratch_write(scratch, "a", "old");
  file_set_add(files, scratch_path(scratch, "a"), "new");
  file_set_add(files, "/proc/nowhere", "new");
  assert_int_equal(file_set_write(files, &message), STATUS_IO);
  assert_non_null(strstr(message, "/proc/nowhere"));
  assert_true(scratch_holds(scratch, "a", "old"));
  assert_string_equal(scratch_list(scratch, ""), "a");
  file_set_free(files);
  file_set_free(NULL);
  g_free(message);
  scratch_free(scratch);
}

static void a_file_has_the_usual_rights(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  char *message = NULL;
  struct stat info;
  mode_t mask = umask(027);
  assert_int_equal(file_set_write_one(scratch_path(scratch, "a"), "text", &message), STATUS_OK);
  umask(mask);
  assert_int_equal(stat(scratch_path(scratch, "a"), &info), 0);
  assert_int_equal(info.st_mode & 0777, 0640);
  assert_int_equal(file_set_write_one(scratch_path(scratch, "a"), "", &message), STATUS_OK);
  assert_true(scratch_holds(scratch, "a", ""));
  scratch_free(scratch);
}

/* What somebody who was killed left, at each step, in a folder that is held next. */
static void what_was_begun_is_undone(void **state)
{
  (void)state;
  static const char list[] = "# a word\nsuffix 0a1b2c3d\nthere x/a\nnew x/b\n";
  static const struct {
    const char *steps, *a, *b; /* the journal's end, and what is in the files then */
  } ends[] = {
      {"", "new a", "new b"}, /* nothing of it is there yet: these are another's */
      {"begun\n", "new a", "new b"},
      {"begun\nwrit", "new a", "new b"},
      {"begun\nwritten\n", "old a", NULL},
      {"begun\nwritten\ndone\n", "new a", "new b"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    struct scratch *scratch = scratch_new();
    g_autofree char *journal = g_strconcat(list, ends[i].steps, NULL);
    struct folder_lock *lock = NULL;
    char *message = NULL;
    scratch_write(scratch, ".rota-journal", journal);
    scratch_write(scratch, "x/a", "new a");
    scratch_write(scratch, "x/b", "new b");
    if (i > 2)
      scratch_write(scratch, "x/a.0a1b2c3d.before", "old a");
    assert_int_equal(folder_lock_take(scratch_path(scratch, ""), "a test", &lock, &message),
                     STATUS_OK);
    assert_true(scratch_holds(scratch, "x/a", ends[i].a));
    assert_true(scratch_holds(scratch, "x/b", ends[i].b));
    assert_string_equal(scratch_list(scratch, "x"), ends[i].b ? "a b" : "a");
    folder_lock_free(lock);
    assert_string_equal(scratch_list(scratch, ""), "x/");
    scratch_free(scratch);
  }
}

/* Nothing outside the folder is touched, whatever it says. */
static void another_text_is_no_journal(void **state)
{
  (void)state;
  static const char *const texts[] = {"suffix 00\nnew ../b\nbegun\nwritten\n",
                                      "suffix 00\nnew /b\nbegun\nwritten\n",
                                      "suffix ../x\nnew b\nbegun\nwritten\n", "hello\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    struct scratch *scratch = scratch_new();
    struct folder_lock *lock = NULL;
    char *message = NULL;
    scratch_write(scratch, "b", "mine");
    scratch_write(scratch, "in/.rota-journal", texts[i]);
    assert_int_equal(folder_lock_take(scratch_path(scratch, "in"), "a test", &lock, &message),
                     STATUS_IO);
    assert_non_null(strstr(message, ".rota-journal' is not as rota wrote it"));
    assert_null(lock);
    assert_true(scratch_holds(scratch, "b", "mine"));
    assert_string_equal(scratch_list(scratch, "in"), ".rota-journal");
    g_free(message);
    scratch_free(scratch);
  }
}

static void folders_are_made(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  char *message = NULL;
  assert_int_equal(file_set_make_folder(scratch_path(scratch, "x/y"), &message), STATUS_OK);
  assert_int_equal(file_set_make_folder(scratch_path(scratch, "x/y"), &message), STATUS_OK);
  assert_string_equal(scratch_list(scratch, "x"), "y/");
  assert_int_equal(file_set_make_folder("/proc/nowhere/x", &message), STATUS_IO);
  assert_non_null(strstr(message, "/proc/nowhere"));
  g_free(message);
  scratch_free(scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_are_written),
      cmocka_unit_test(none_is_changed_when_one_cannot_be),
      cmocka_unit_test(none_is_left_half_where_there_is_no_folder),
      cmocka_unit_test(a_file_has_the_usual_rights),
      cmocka_unit_test(what_was_begun_is_undone),
      cmocka_unit_test(another_text_is_no_journal),
      cmocka_unit_test(folders_are_made),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
