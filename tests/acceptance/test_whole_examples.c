/* The examples, built as a manager builds them: `small` is proven best,
 * `locality` is complete in a quarter of a minute and `sussex` in half a minute, of
 * the five minutes it may take; every hard rule is kept, `rota verify` agrees, and
 * memory stays under 2 GiB. */
#define _DEFAULT_SOURCE /* wait4 */
#include <glib.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { MEMORY_MOST_KIB = 2 * 1024 * 1024 };

/* What came of a build. */
struct outcome {
  json_int_t objective, bound;
  bool has_bound;
  double seconds, first_seconds;
  long memory_kib; /* at its peak */
};

/* Runs the program and returns its exit status, and its peak memory. */
static int run(char **arguments, long *memory_kib)
{
  struct rusage usage;
  int status;
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    if (!freopen("/dev/null", "w", stdout))
      _exit(127);
    execv(ROTA_PROGRAM, arguments);
    _exit(127);
  }
  assert_int_equal(wait4(child, &status, 0, &usage), child);
  assert_true(WIFEXITED(status));
  *memory_kib = usage.ru_maxrss;
  return WEXITSTATUS(status);
}

static struct outcome read_outcome(const char *rota)
{
  json_t *document = json_load_file(rota, 0, NULL);
  assert_non_null(document);
  const json_t *figures = json_object_get(document, "run");
  const json_t *bound = json_object_get(document, "bound");
  struct outcome outcome = {
      .objective = json_integer_value(json_object_get(document, "objective")),
      .bound = json_integer_value(bound),
      .has_bound = json_is_integer(bound),
      .seconds = json_real_value(json_object_get(figures, "seconds")),
      .first_seconds = json_real_value(json_object_get(figures, "first_rota_seconds")),
  };
  assert_int_equal(json_integer_value(json_object_get(document, "hard_limits_broken")), 0);
  json_decref(document);
  return outcome;
}

/* Builds and verifies a copy of the example, within so many seconds. */
static struct outcome build(const char *example, const char *seconds)
{
  g_autofree char *work = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename(work, example, NULL);
  g_autofree char *rota = g_build_filename(folder, "2027-01", "rota.json", NULL);
  g_autofree char *copy =
      g_strdup_printf("cp -r '%s/examples/%s' '%s'", ROTA_SOURCE_DIR, example, folder);
  g_autofree char *clean = g_strdup_printf("rm -r '%s'", work);
  assert_int_equal(system(copy), 0);
  long memory_kib, verify_kib;
  char *to_build[] = {(char *)"rota",    (char *)"build",  folder,          (char *)"--month",
                      (char *)"2027-01", (char *)"--time", (char *)seconds, NULL};
  assert_int_equal(run(to_build, &memory_kib), 0);
  char *to_verify[] = {(char *)"rota", (char *)"verify", folder, rota, NULL};
  assert_int_equal(run(to_verify, &verify_kib), 0);
  struct outcome outcome = read_outcome(rota);
  outcome.memory_kib = memory_kib;
  assert_int_equal(system(clean), 0);
  printf("%-10s first rota %.1f s, then to %.1f s: cost %" JSON_INTEGER_FORMAT, example,
         outcome.first_seconds, outcome.seconds, outcome.objective);
  if (outcome.has_bound)
    printf(", bound %" JSON_INTEGER_FORMAT, outcome.bound);
  printf("; %ld MiB\n", memory_kib / 1024);
  assert_true(memory_kib < MEMORY_MOST_KIB);
  return outcome;
}

static void small_is_proven_best(void **state)
{
  (void)state;
  struct outcome outcome = build("small", "120");
  assert_true(outcome.has_bound);
  assert_int_equal(outcome.bound, outcome.objective);
}

static void locality_is_complete_in_a_quarter_of_a_minute(void **state)
{
  (void)state;
  build("locality", "15");
}

static void sussex_is_complete_in_half_a_minute(void **state)
{
  (void)state;
  build("sussex", "30");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_is_proven_best),
      cmocka_unit_test(locality_is_complete_in_a_quarter_of_a_minute),
      cmocka_unit_test(sussex_is_complete_in_half_a_minute),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
