/* The programme as a file says the same to other solvers. */
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct reader {
  const char *program;
  const char *arguments[8]; /* NULL-terminated; FILE stands for the path */
  const char *before;       /* what its output says of the optimum, and one of */
  const char *follows;      /* the characters that come before the number itself */
};

static const struct reader glpsol_mps = {
    "glpsol", {"--freemps", "FILE", "-o", "/dev/stdout", NULL}, "Objective:", "="};
static const struct reader glpsol_lp = {
    "glpsol", {"--lp", "FILE", "-o", "/dev/stdout", NULL}, "Objective:", "="};
static const struct reader cbc = {"cbc", {"FILE", "solve", NULL}, "Objective value:", " "};

/* The optimum another solver finds; NAN when it finds none. */
static double optimum_by(const struct reader *reader, const char *path)
{
  const char *command[10] = {reader->program};
  for (int k = 0; reader->arguments[k]; k++)
    command[k + 1] = strcmp(reader->arguments[k], "FILE") == 0 ? path : reader->arguments[k];
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gboolean ran = g_spawn_sync(NULL, (char **)(void *)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                              &text, NULL, NULL, &error);
  if (!ran)
    return NAN;
  const char *at = g_strrstr(text, reader->before);
  at = at ? strpbrk(at + strlen(reader->before), reader->follows) : NULL;
  return at ? g_ascii_strtod(at + 1, NULL) : NAN;
}

static void agree(const struct reader *reader, enum solver_format format, const char *suffix)
{
  g_autofree char *program = g_find_program_in_path(reader->program);
  if (!program)
    skip();
  g_autofree char *directory = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *name = g_strdup_printf("programme.%s", suffix);
  g_autofree char *path = g_build_filename(directory, name, NULL);
  int compared = 0;
  for (uint64_t seed = 1; seed <= 40; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      assert_int_equal(solver_write(programme, format, path, NULL, NULL), STATUS_OK);
      assert_true(fabs(optimum_by(reader, path) - (double)optimum) < 0.5);
      compared++;
    }
    programme_free(programme);
  }
  assert_true(compared > 10);
  g_unlink(path);
  g_rmdir(directory);
}

static void glpsol_reads_mps(void **state)
{
  (void)state;
  agree(&glpsol_mps, SOLVER_MPS, "mps");
}

static void glpsol_reads_lp(void **state)
{
  (void)state;
  agree(&glpsol_lp, SOLVER_LP, "lp");
}

static void cbc_reads_mps(void **state)
{
  (void)state;
  agree(&cbc, SOLVER_MPS, "mps");
}

static void cbc_reads_lp(void **state)
{
  (void)state;
  agree(&cbc, SOLVER_LP, "lp");
}

/* Names given are kept, made legal and unique. */
static void writes_names(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  struct column column = {.upper = 1, .cost = -1, .placement = true, .label = LABEL_NONE};
  programme_add_column(programme, column);
  programme_add_column(programme, column);
  programme_add_term(programme, 0, 1);
  programme_add_term(programme, 1, 1);
  programme_add_row(programme, 0, 1, LABEL_NONE);
  g_autofree char *longest = g_strnfill(300, 'y');
  const char *names[] = {"amrita. tue <am>", longest};
  const char *row_names[] = {"one:place"};
  g_autofree char *directory = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(directory, "names.mps", NULL);
  g_autofree char *text = NULL;
  assert_int_equal(solver_write(programme, SOLVER_MPS, path, names, row_names), STATUS_OK);
  assert_true(g_file_get_contents(path, &text, NULL, NULL));
  assert_non_null(strstr(text, "x1_amrita._tue__am_"));
  assert_non_null(strstr(text, "x2_yyy"));
  assert_non_null(strstr(text, "r1_one_place"));
  g_unlink(path);
  assert_int_equal(g_rmdir(directory), 0); /* nothing else was left there */
  programme_free(programme);
}

static void tells_of_a_path_that_cannot_be_written(void **state)
{
  (void)state;
  struct programme *programme = sample_tiny(1);
  assert_int_equal(solver_write(programme, SOLVER_LP, "/nowhere/at/all.lp", NULL, NULL), STATUS_IO);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(glpsol_reads_mps), cmocka_unit_test(glpsol_reads_lp),
      cmocka_unit_test(cbc_reads_mps),    cmocka_unit_test(cbc_reads_lp),
      cmocka_unit_test(writes_names),     cmocka_unit_test(tells_of_a_path_that_cannot_be_written),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
