#include "model/arena.h"
#include "tests/support/check.h"

#include <string.h>

static void test_what_an_arena_gives(void **state)
{
  (void)state;
  struct arena *arena = arena_new();
  const int numbers[] = {3, 1, 4};
  assert_non_null(arena_alloc(arena, 0, sizeof(int))); /* never NULL */
  int *zeroed = ARENA_NEW(arena, int, 100), *copy = arena_copy(arena, numbers, 3, sizeof(int));
  char *text = arena_strdup(arena, "hove");
  for (int i = 0; i < 100; i++)
    assert_int_equal(zeroed[i], 0);
  assert_memory_equal(copy, numbers, sizeof numbers);
  assert_ptr_not_equal(copy, numbers);
  assert_string_equal(text, "hove");
  for (int i = 0; i < 1000; i++) /* and many */
    memset(arena_alloc(arena, 1, 100), 1, 100);
  assert_string_equal(text, "hove");
  arena_free(arena);
  arena_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_an_arena_gives)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
