/* What is said of a rota solved around a question, whatever the question was. */
#include "reports/explain_words.h"
#include "tests/support/check.h"

#include <string.h>

/* The words for one that costs 12 points more; g_free them. */
static char *words_of(bool proven)
{
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(int));
  const struct consequence consequence = {
      .alternative = {.verdict = BUILD_DONE, .dearer = 12, .proven = proven, .changes = none},
      .people = none,
      .rules = none,
  };
  GString *out = g_string_new(NULL);
  explain_append_consequence(out, NULL, &consequence, NONE, "it could be had", EXPLAIN_CUT_SHORT);
  return g_string_free(out, FALSE);
}

static void a_search_cut_short_is_told(void **state)
{
  (void)state;
  g_autofree char *proven = words_of(true), *cut_short = words_of(false);
  assert_non_null(strstr(proven, "it could be had: the rota would cost 12 points more"));
  assert_null(strstr(proven, "the search was cut"));
  assert_non_null(strstr(cut_short, "12 points more; the search was cut"));
}

static void what_cannot_be_is_not_said_of_all_rotas(void **state)
{
  static const char *const reasons[] = {
      "No lawful rota exists, whatever is done:\n\n  service.yaml:4: it needs 3\n",
      "No lawful rota exists: these rules can't all be kept.\n",
      "nobody has the skill",
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
    g_autoptr(GString) out = g_string_new(NULL);
    explain_append_impossible(out, "no lawful rota has it:", reasons[i]);
    assert_null(strstr(out->str, "exists"));
    assert_true(g_str_has_prefix(out->str, "    no lawful rota has it:\n  "));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_search_cut_short_is_told),
      cmocka_unit_test(what_cannot_be_is_not_said_of_all_rotas),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
