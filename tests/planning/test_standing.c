/* The rota that lies in a month's folder: gone on from, and not replaced by a worse one. */
#include "planning/assess.h"
#include "planning/rota_files.h"
#include "planning/standing.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct fixture {
  struct scratch *scratch;
  const char *month; /* the month's folder */
  struct folder folder;
  struct build_result built;
  struct standing standing;
};

static void read_folder(struct fixture *at)
{
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(
      folder_read(scratch_path(at->scratch, "tiny"), "2027-01", diagnostics, &at->folder),
      STATUS_OK);
  diagnostics_free(diagnostics);
}

static void write_rota(struct fixture *at, struct provenance *run)
{
  g_autoptr(GArray) inputs = folder_inputs(&at->folder);
  char *message = NULL;
  run->version = "1.2.3";
  run->inputs = (const struct provenance_input *)(const void *)inputs->data;
  run->n_inputs = (int)inputs->len;
  struct assessment *assessment = assess(at->built.audit, run);
  assert_int_equal(rota_files_write(at->month, assessment, &message), STATUS_OK);
  assessment_free(assessment);
}

/* The tiny service, its best rota built and written as proven. */
static void begin(struct fixture *at)
{
  *at = (struct fixture){.scratch = scratch_new()};
  scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  at->month = scratch_path(at->scratch, "tiny/2027-01");
  read_folder(at);
  struct build_settings settings = build_default_settings();
  settings.deterministic = TRUE;
  const struct build_request request = {.problem = at->folder.problem, .settings = &settings};
  build_rota(&request, &at->built);
  assert_int_equal(at->built.verdict, BUILD_DONE);
  assert_true(at->built.proven);
  struct provenance run = build_provenance(&at->built, &settings);
  write_rota(at, &run);
}

static void read_again(struct fixture *at)
{
  standing_clear(&at->standing);
  standing_read(&at->folder, at->month, &at->standing);
}

static void end(struct fixture *at)
{
  standing_clear(&at->standing);
  build_result_clear(&at->built);
  folder_clear(&at->folder);
  scratch_free(at->scratch);
}

/* A worse one: the same rota without its first assignments. */
static struct build_result worse(const struct fixture *at)
{
  struct build_result out = {.verdict = BUILD_DONE};
  out.rota = rota_new(at->folder.problem, at->built.rota->items + 4, at->built.rota->count - 4);
  out.audit = audit_new(at->folder.problem, out.rota);
  assert_true(out.audit->cost > at->built.audit->cost);
  return out;
}

static void the_better_one_stays(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  read_again(&at);
  assert_int_equal(at.standing.rota->count, at.built.rota->count);
  assert_int_equal(at.standing.audit->cost, at.built.audit->cost);
  struct build_result bad = worse(&at), nothing = {.verdict = BUILD_NOTHING},
                      none = {.verdict = BUILD_INFEASIBLE};
  assert_true(standing_is_better(&at.standing, &bad));
  assert_true(standing_is_better(&at.standing, &nothing));
  assert_false(standing_is_better(&at.standing, &none));
  assert_false(standing_is_better(&at.standing, &at.built)); /* as good, and as well proven */
  at.built.has_bound = false;
  assert_true(standing_is_better(&at.standing, &at.built)); /* as good, and not proven */
  build_result_clear(&bad);
  end(&at);
}

static void the_worse_one_goes(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  struct build_result best = at.built;
  at.built = worse(&at);
  struct provenance run = {0};
  write_rota(&at, &run);
  read_again(&at);
  assert_non_null(at.standing.audit);
  assert_false(standing_is_better(&at.standing, &best));
  build_result_clear(&best);
  end(&at);
}

/* The cost that a file states moves nobody. */
static void its_cost_is_reckoned_anew(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  struct build_result best = at.built;
  at.built = worse(&at);
  at.built.audit->cost = -1000000;
  struct provenance run = {0};
  write_rota(&at, &run);
  read_again(&at);
  assert_non_null(at.standing.audit);
  assert_int_equal(json_integer_value(json_object_get(at.standing.document, "objective")),
                   -1000000);
  assert_false(standing_is_better(&at.standing, &best));
  build_result_clear(&best);
  end(&at);
}

/* Of other inputs, or changed by hand: no rota to keep, but one to go on from. */
static void another_one_is_a_start(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  struct build_result bad = worse(&at);
  scratch_write(at.scratch, "tiny/2027-01/leave.csv",
                "clinician,from,to,kind\nann,2027-01-01,2027-01-31,annual\n");
  folder_clear(&at.folder);
  read_folder(&at);
  read_again(&at);
  assert_null(at.standing.audit);
  assert_true(at.standing.rota->count > 0);
  assert_true(at.standing.rota->count < at.built.rota->count); /* Ann's do not fit */
  assert_false(standing_is_better(&at.standing, &bad));
  scratch_write(at.scratch, "tiny/2027-01/rota.csv", "date\n");
  folder_clear(&at.folder);
  scratch_copy(at.scratch, "tests/commands/tiny/2027-01/leave.csv", "tiny/2027-01/leave.csv");
  read_folder(&at);
  read_again(&at);
  assert_null(at.standing.audit);
  assert_int_equal(at.standing.rota->count, at.built.rota->count);
  scratch_write(at.scratch, "tiny/2027-01/rota.json", "{}");
  read_again(&at);
  assert_null(at.standing.rota);
  build_result_clear(&bad);
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_better_one_stays),
      cmocka_unit_test(the_worse_one_goes),
      cmocka_unit_test(its_cost_is_reckoned_anew),
      cmocka_unit_test(another_one_is_a_start),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
