/* A rota that was written before, held against the rules and its own figures. */
#include "model/json.h"
#include "planning/assess.h"
#include "planning/build.h"
#include "planning/rota_files.h"
#include "planning/verify.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

#define VERSION "1.2.3"

struct fixture {
  struct scratch *scratch;
  const char *service;
  struct existing_rota rota;
  struct verification found;
};

/* The tiny service, with its rota built and written. */
static void begin(struct fixture *at)
{
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  const struct build_settings settings = build_default_settings();
  char *message = NULL;
  at->scratch = scratch_new();
  at->service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  assert_int_equal(folder_read(at->service, "2027-01", diagnostics, &folder), STATUS_OK);
  const struct build_request request = {.problem = folder.problem, .settings = &settings};
  struct build_result built;
  build_rota(&request, &built);
  assert_int_equal(built.verdict, BUILD_DONE);
  g_autoptr(GArray) inputs = folder_inputs(&folder);
  struct provenance run = build_provenance(&built, &settings);
  run.version = VERSION;
  run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  run.n_inputs = (int)inputs->len;
  struct assessment *assessment = assess(built.audit, &run);
  assert_int_equal(
      rota_files_write(scratch_path(at->scratch, "tiny/2027-01"), assessment, &message), STATUS_OK);
  assessment_free(assessment);
  build_result_clear(&built);
  folder_clear(&folder);
  diagnostics_free(diagnostics);
}

static void verify(struct fixture *at, const char *name)
{
  struct diagnostics *diagnostics = diagnostics_new();
  existing_rota_open(scratch_path(at->scratch, name), diagnostics, &at->rota);
  folder_read(at->service, at->rota.month_id, diagnostics, &at->rota.folder);
  assert_int_equal(existing_rota_resolve(&at->rota, diagnostics), STATUS_OK);
  verify_rota(&at->rota, VERSION, &at->found);
  diagnostics_free(diagnostics);
}

static void clear(struct fixture *at)
{
  verification_clear(&at->found);
  existing_rota_clear(&at->rota);
}

static bool is_said(const struct fixture *at, const char *text)
{
  for (guint i = 0; i < at->found.differences->len; i++)
    if (strcmp(at->found.differences->pdata[i], text) == 0)
      return true;
  return false;
}

static void what_was_built_is_good(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  assert_string_equal(scratch_list(at.scratch, "tiny/2027-01"),
                      "leave.csv locks.csv preferences/ rota.csv rota.json");
  verify(&at, "tiny/2027-01/rota.json");
  assert_true(verification_is_good(&at.found));
  clear(&at);
  verify(&at, "tiny/2027-01/rota.csv");
  assert_null(at.rota.document);
  assert_true(verification_is_good(&at.found));
  clear(&at);
  scratch_free(at.scratch);
}

/* The month after, in which somebody works on the first day. */
static const char february[] =
    "month: 2027-02\n"
    "assignments:\n"
    "  ann: [2027-02-01 am 08:30-12:15 clinic hove]\n"
    "checksum: none\n";

/* What was published after the rota was made was published upon it, and says nothing of it;
 * what was there before is among what the rota was made with. */
static void a_later_month_counts_if_it_was_there(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  scratch_write(at.scratch, "tiny/history/2027-02.yaml", february);
  verify(&at, "tiny/2027-01/rota.json");
  assert_true(verification_is_good(&at.found));
  assert_int_equal(at.rota.folder.month->later.n_months, 0);
  guint n_inputs = at.rota.inputs->len;
  json_t *document = json_deep_copy(at.rota.document);
  clear(&at);
  json_t *inputs = json_object_get(document, "inputs");
  json_array_insert_new(inputs, 0, json_pack("{s:s}", "path", "history/2027-02.yaml"));
  g_autofree char *text = json_text(document);
  scratch_write(at.scratch, "with.json", text);
  verify(&at, "with.json");
  assert_int_equal(at.rota.folder.month->later.n_months, 1);
  assert_int_equal(at.rota.inputs->len, n_inputs + 1);
  clear(&at);
  verify(&at, "tiny/2027-01/rota.csv");
  assert_int_equal(at.rota.folder.month->later.n_months, 1);
  clear(&at);
  scratch_free(at.scratch);
}

static void every_lie_is_found(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  json_t *document = json_load_file(scratch_path(at.scratch, "tiny/2027-01/rota.json"), 0, NULL);
  int cost = (int)json_integer_value(json_object_get(document, "objective"));
  json_object_set_new(document, "objective", json_integer(cost + 1));
  json_object_set_new(document, "bound", json_integer(cost + 5));
  json_object_set_new(document, "praise", json_true());
  json_object_del(document, "service");
  g_autofree char *text = json_text(document);
  scratch_write(at.scratch, "lies.json", text);
  verify(&at, "lies.json");
  assert_false(verification_is_good(&at.found));
  assert_int_equal(at.found.broken, 0);
  g_autofree char *objective =
      g_strdup_printf("objective: %d is stated, but it is %d", cost + 1, cost);
  assert_true(is_said(&at, objective));
  assert_true(is_said(&at, "bound: is above the objective, so it can't be a bound"));
  assert_true(is_said(&at, "service is left out"));
  assert_true(is_said(&at, "praise is stated, but no rota has it"));
  assert_true(is_said(&at, "checksum: the file was changed after rota wrote it"));
  clear(&at);
  scratch_free(at.scratch);
}

static void a_session_that_is_none_is_a_broken_limit(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  scratch_write(at.scratch, "sunday.csv",
                "date,session,clinician,task,site\n"
                "2027-01-06,am,bob,clinic,hove\n"
                "2027-01-10,am,ann,clinic,hove\n");
  verify(&at, "sunday.csv");
  assert_int_equal(at.found.broken, 1);
  g_autofree char *lines = existing_rota_misfit_lines(&at.rota);
  assert_string_equal(lines,
                      "  availability: Ann Able, MSK clinic at Hove hub: 2027-01-10 am is no "
                      "session of 2027-01\n");
  clear(&at);
  scratch_free(at.scratch);
}

static void files_that_somebody_changed_are_known(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  const char *folder = scratch_path(at.scratch, "tiny/2027-01");
  assert_null(rota_files_changed(folder));
  assert_null(rota_files_changed(scratch_path(at.scratch, "nowhere")));
  scratch_write(at.scratch, "tiny/2027-01/rota.csv", "date\n");
  g_autofree char *csv = rota_files_changed(folder);
  assert_string_equal(csv, scratch_path(at.scratch, "tiny/2027-01/rota.csv"));
  scratch_write(at.scratch, "tiny/2027-01/rota.json", "{}");
  g_autofree char *json = rota_files_changed(folder);
  assert_string_equal(json, scratch_path(at.scratch, "tiny/2027-01/rota.json"));
  scratch_free(at.scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_built_is_good),
      cmocka_unit_test(a_later_month_counts_if_it_was_there),
      cmocka_unit_test(every_lie_is_found),
      cmocka_unit_test(a_session_that_is_none_is_a_broken_limit),
      cmocka_unit_test(files_that_somebody_changed_are_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
