/* Rotas as CSV: order, columns of one's own, quotes, and formulas kept harmless. */
#include "inputs/rota_csv.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static const struct rule_example odd_names = {
    .clinicians =
        "ann: {name: \"=HYPERLINK(1)\", band: 7, wte: 1.0, base: hove,\n"
        "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"
        "bob: {name: \"Best, Bob \\\"B\\\"\", band: 6, wte: 1.0, base: hove,\n"
        "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
    .files = {{WORLD_MONTH "/locks.csv",
               "clinician,date,session,task,site\n"
               "bob,2027-02-01,am,clinic,hove\n"}},
};

static char *text_of(const char *columns)
{
  struct world *world = world_new(&odd_names, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world,
                                              "bob 2027-02-01 am clinic hove\n"
                                              "ann 2027-02-01 pm clinic crawley\n"
                                              "ann 2027-02-01 am clinic hove\n");
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  char *message = NULL;
  struct rota_csv_layout *layout = columns ? rota_csv_layout_parse(columns, &message) : NULL;
  assert_null(message);
  char *out = rota_csv_text(problem, rota, layout);
  rota_csv_layout_free(layout);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
  return out;
}

static void test_standard(void **state)
{
  (void)state;
  g_autofree char *text = text_of(NULL);
  assert_string_equal(text,
                      "date,session,from,to,clinician,task,site,locked\n"
                      "2027-02-01,am,08:30,12:15,ann,clinic,hove,no\n"
                      "2027-02-01,am,08:30,12:15,bob,clinic,hove,yes\n"
                      "2027-02-01,pm,13:15,17:00,ann,clinic,crawley,no\n");
}

static void test_own_columns(void **state)
{
  (void)state;
  g_autofree char *text =
      text_of("date:dd-mmm-yy, weekday = Day, clinician_name=\"Who\", site=-Where");
  assert_string_equal(text,
                      "date,Day,\"\"\"Who\"\"\",'-Where\n"
                      "01-Feb-27,mon,'=HYPERLINK(1),hove\n"
                      "01-Feb-27,mon,\"Best, Bob \"\"B\"\"\",hove\n"
                      "01-Feb-27,mon,'=HYPERLINK(1),crawley\n");
}

static void test_bad_columns(void **state)
{
  (void)state;
  static const char *const bad[] = {"",          ",",          "date,",           "colour",
                                    "date=x,=y", "date:dd/mm", "task:dd/mm/yyyy", "\xff"};
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    char *message = NULL;
    assert_null(rota_csv_layout_parse(bad[i], &message));
    assert_non_null(message);
    g_free(message);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_standard),
      cmocka_unit_test(test_own_columns),
      cmocka_unit_test(test_bad_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
