#include "tests/support/scratch.h"

#include "tests/support/check.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

struct scratch {
  char *folder;
  GStringChunk *texts; /* all that was handed out */
};

struct scratch *scratch_new(void)
{
  struct scratch *scratch = g_new0(struct scratch, 1);
  scratch->folder = g_dir_make_tmp("rota-test-XXXXXX", NULL);
  scratch->texts = g_string_chunk_new(1024);
  assert_non_null(scratch->folder);
  return scratch;
}

static void run(const char *program, const char *option, const char *from, const char *to)
{
  const char *words[] = {program, option, from, to, NULL};
  int status = -1;
  assert_true(g_spawn_sync(NULL, (char **)(gpointer)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                           NULL, NULL, &status, NULL));
  assert_int_equal(status, 0);
}

void scratch_free(struct scratch *scratch)
{
  run("rm", "-rf", scratch->folder, NULL);
  g_string_chunk_free(scratch->texts);
  g_free(scratch->folder);
  g_free(scratch);
}

const char *scratch_path(struct scratch *scratch, const char *name)
{
  g_autofree char *path = g_build_filename(scratch->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname(path);
  assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
  return g_string_chunk_insert(scratch->texts, path);
}

const char *scratch_write(struct scratch *scratch, const char *name, const char *text)
{
  const char *path = scratch_path(scratch, name);
  assert_true(g_file_set_contents(path, text, -1, NULL));
  return path;
}

const char *scratch_copy(struct scratch *scratch, const char *folder, const char *name)
{
  g_autofree char *from = g_build_filename(ROTA_SOURCE_DIR, folder, NULL);
  const char *path = scratch_path(scratch, name);
  run("cp", "-r", from, path);
  return path;
}

static gint by_name(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

const char *scratch_list(struct scratch *scratch, const char *folder)
{
  const char *path = scratch_path(scratch, folder);
  g_autoptr(GDir) entries = g_dir_open(path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) out = g_string_new(NULL);
  assert_non_null(entries);
  for (const char *name = g_dir_read_name(entries); name; name = g_dir_read_name(entries)) {
    g_autofree char *inside = g_build_filename(path, name, NULL);
    bool is_folder = g_file_test(inside, G_FILE_TEST_IS_DIR);
    g_ptr_array_add(names, g_strconcat(name, is_folder ? "/" : "", NULL));
  }
  g_ptr_array_sort(names, by_name);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf(out, "%s%s", i ? " " : "", (const char *)names->pdata[i]);
  return g_string_chunk_insert(scratch->texts, out->str);
}

bool scratch_holds(struct scratch *scratch, const char *name, const char *text)
{
  g_autofree char *found = NULL;
  bool there = g_file_get_contents(scratch_path(scratch, name), &found, NULL, NULL);
  return text ? there && strcmp(found, text) == 0 : !there;
}
