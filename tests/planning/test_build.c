/* A rota is built, checked by the rules, and refused where they count another cost
 * than the solver does. */
#include "inputs/rota_reader.h"
#include "inputs/rota_writer.h"
#include "model/formulation.h"
#include "planning/assess.h"
#include "planning/build.h"
#include "planning/folder.h"
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct fixture {
  struct scratch *scratch;
  struct folder folder;
  struct build_settings settings;
};

/* The tiny service, with a line more among its locks ("": none). */
static void begin(struct fixture *at, const char *lock)
{
  at->scratch = scratch_new();
  const char *service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  g_autofree char *locks = g_strdup_printf(
      "clinician,date,session,task,site\n"
      "bob,2027-01-06,am,clinic,hove\n%s",
      lock);
  scratch_write(at->scratch, "tiny/2027-01/locks.csv", locks);
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(service, "2027-01", diagnostics, &at->folder), STATUS_OK);
  diagnostics_free(diagnostics);
  at->settings = build_default_settings();
  at->settings.deterministic = TRUE;
}

static void end(struct fixture *at)
{
  folder_clear(&at->folder);
  scratch_free(at->scratch);
}

static struct build_request request_of(const struct fixture *at)
{
  return (struct build_request){.problem = at->folder.problem, .settings = &at->settings};
}

static void assert_same_rota(const struct rota *a, const struct rota *b)
{
  assert_int_equal(a->count, b->count);
  for (int i = 0; i < a->count; i++) {
    const struct assignment *x = &a->items[i], *y = &b->items[i];
    assert_true(x->clinician == y->clinician && x->slot == y->slot && x->task == y->task &&
                x->site == y->site);
  }
}

static void a_rota_is_built_and_proven(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "");
  const struct build_request request = request_of(&at);
  struct build_result result;
  build_rota(&request, &result);
  assert_int_equal(result.verdict, BUILD_DONE);
  assert_null(result.reason);
  assert_null(result.disagreements);
  assert_true(result.proven && result.has_bound);
  assert_int_equal(result.bound, result.audit->cost);
  assert_int_equal(result.audit->broken, 0);
  assert_non_null(result.prices);
  assert_false(result.stopped);
  struct provenance run = build_provenance(&result, &at.settings);
  assert_int_equal(provenance_gap_hundredths(&run, result.audit->cost), 0);
  assert_int_equal(run.time_limit_seconds, 60);
  assert_true(run.deterministic && !run.interrupted);
  build_result_clear(&result);
  end(&at);
}

/* What columns say of wishes is what the rule counts: over a rota's columns it adds up to the
 * cost of its use. The relaxation gets no less of all than the best rota. */
static void wishes_are_weighed_in_the_relaxation(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "");
  const struct service *service = at.folder.problem->service;
  struct programme *programme = formulation_build(at.folder.problem);
  const struct solver_settings settings = build_solver_settings(&at.settings);
  struct solver_result solved;
  assert_int_equal(solver_solve(programme, &settings, NULL, &solved), STATUS_OK);
  int64_t wishes = 0, counted = 0;
  for (int j = 0; j < programme->n_columns; j++)
    wishes += programme->columns[j].wish * solved.x[j];
  struct rota *rota = formulation_rota(at.folder.problem, solved.x);
  struct audit *audit = audit_new(at.folder.problem, rota);
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].name, "preferences") == 0)
      counted += audit->uses[u].cost;
  assert_true(counted < 0);
  assert_int_equal(wishes, counted);
  const struct build_request request = request_of(&at);
  struct build_result built;
  build_rota(&request, &built);
  assert_true(built.relaxation.known && built.relaxation.wishes > 0);
  assert_true(built.relaxation.cost <= built.audit->cost + 1);
  build_result_clear(&built);
  audit_free(audit);
  rota_free(rota);
  solver_result_clear(&solved);
  programme_free(programme);
  end(&at);
}

static void the_best_rota_is_kept_by_whoever_starts_from_it(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "");
  struct build_request request = request_of(&at);
  struct build_result first, second;
  build_rota(&request, &first);
  request.start = first.rota;
  build_rota(&request, &second);
  assert_int_equal(second.verdict, BUILD_DONE);
  assert_int_equal(second.audit->cost, first.audit->cost);
  assert_same_rota(first.rota, second.rota);
  build_result_clear(&first);
  build_result_clear(&second);
  end(&at);
}

static void what_is_impossible_is_told_with_its_lines(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "cat,2027-01-12,pm,clinic,hove\n");
  const struct build_request request = request_of(&at);
  struct build_result result;
  build_rota(&request, &result);
  assert_int_equal(result.verdict, BUILD_INFEASIBLE);
  assert_null(result.rota);
  assert_null(result.audit);
  assert_non_null(strstr(result.reason, "No lawful rota exists"));
  assert_non_null(strstr(result.reason, "2027-01/locks.csv:3: this lock can't stand: Cat Cole"));
  assert_non_null(strstr(result.reason, "on leave (2027-01/leave.csv:3)"));
  assert_true(result.seconds <= 0); /* without a search */
  build_result_clear(&result);
  end(&at);
}

/* A programme that counts one point more than the rules do, for the use's own columns. */
static void a_rota_that_the_rules_price_otherwise_is_refused(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "");
  struct build_request request = request_of(&at);
  struct programme *programme = formulation_build(at.folder.problem);
  struct build_result right, wrong;
  build_rota(&request, &right);
  const struct column *dearer = NULL;
  for (int j = 0; j < programme->n_columns; j++) {
    struct column *column = &programme->columns[j];
    if (column->placement || column->label.use == NONE || column->cost == 0)
      continue;
    column->cost += 1;
    dearer = dearer ? dearer : column;
  }
  assert_non_null(dearer);
  request.programme = programme;
  build_rota(&request, &wrong);
  assert_int_equal(wrong.verdict, BUILD_REFUSED);
  assert_non_null(strstr(wrong.reason, "the solver's objective is "));
  assert_non_null(strstr(wrong.reason, ", but the rules count "));
  assert_true(wrong.disagreements->len > 0);
  for (guint i = 0; i < wrong.disagreements->len; i++) {
    const struct build_disagreement *one =
        &g_array_index(wrong.disagreements, struct build_disagreement, i);
    assert_true(one->solver > one->rules);
    assert_int_equal(one->rules, wrong.audit->uses[one->use].cost);
  }
  build_result_clear(&right);
  build_result_clear(&wrong);
  programme_free(programme);
  end(&at);
}

static void count(void *context, const struct build_progress *progress)
{
  int *reports = context;
  assert_non_null(progress->phase);
  assert_true(progress->best == INT64_MAX || progress->bound <= progress->best);
  ++*reports;
}

static void progress_is_reported(void **state)
{
  (void)state;
  struct fixture at;
  int reports = 0;
  begin(&at, "");
  at.settings.report = count;
  at.settings.report_context = &reports;
  const struct build_request request = request_of(&at);
  struct build_result result;
  build_rota(&request, &result);
  assert_true(reports > 0);
  build_result_clear(&result);
  end(&at);
}

static void a_build_that_is_stopped_says_so(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "");
  const volatile sig_atomic_t stop = 1;
  at.settings.stop = &stop;
  const struct build_request request = request_of(&at);
  struct build_result result;
  build_rota(&request, &result);
  assert_true(result.stopped);
  assert_true(result.verdict == BUILD_DONE || result.verdict == BUILD_NOTHING);
  assert_true((result.verdict == BUILD_NOTHING) == (result.reason != NULL));
  build_result_clear(&result);
  end(&at);
}

static void parts_take_one_thread_and_prove(void **state)
{
  (void)state;
  int reports;
  struct build_settings whole = build_default_settings();
  whole.threads = 7;
  whole.gap_percent = 2;
  whole.seed = 5;
  whole.report = count;
  whole.report_context = &reports;
  const struct build_settings part = build_part_settings(&whole, 3);
  assert_int_equal(part.threads, 1);
  assert_int_equal(part.seconds, 3);
  assert_true(part.gap_percent <= 0);
  assert_int_equal(part.seed, 5);
  assert_null(part.report);
}

/* How long it took is told alike of a build and, later, of its file: in hundredths, which
 * 0.2599 s and 12.345 s are not, and which 0.29 s is only nearly. */
static void its_file_tells_what_the_build_told(void **state)
{
  (void)state;
  static const double seconds[] = {0, 0.2599, 0.29, 12.345, 59.9949, 604799.996};
  struct fixture at;
  struct build_result result;
  begin(&at, "");
  const struct build_request request = request_of(&at);
  build_rota(&request, &result);
  at.settings.deterministic = FALSE;
  for (size_t i = 0; i < G_N_ELEMENTS(seconds); i++) {
    result.seconds = seconds[i];
    result.first_seconds = seconds[i] / 3;
    struct provenance told = build_provenance(&result, &at.settings);
    told.version = "1";
    struct assessment *assessment = assess(result.audit, &told);
    json_t *document = rota_json_document(assessment);
    const struct provenance read = rota_document_run(document);
    assert_true(read.seconds == told.seconds && read.first_seconds == told.first_seconds);
    assert_true(read.seconds - seconds[i] < 0.006 && seconds[i] - read.seconds < 0.006);
    assert_true(read.has_bound && read.bound == told.bound);
    assert_true(told.relaxation.known && read.relaxation.known);
    assert_int_equal(read.relaxation.cost, told.relaxation.cost);
    assert_int_equal(read.relaxation.wishes, told.relaxation.wishes);
    assert_true(read.threads == told.threads && read.seed == told.seed);
    assert_int_equal(read.time_limit_seconds, told.time_limit_seconds);
    assert_true(read.deterministic == told.deterministic && read.interrupted == told.interrupted);
    json_decref(document);
    assessment_free(assessment);
  }
  build_result_clear(&result);
  end(&at);
}

/* Two thirds of 60 s are 40 s. */
static void more_time_is_offered_where_it_may_help(void **state)
{
  (void)state;
  struct fixture at;
  struct build_result result;
  begin(&at, "");
  const struct build_request request = request_of(&at);
  build_rota(&request, &result);
  at.settings.deterministic = FALSE;
  at.settings.seconds = 60;
  result.gain_seconds = 40;
  result.proven = true;
  assert_null(build_more_time(&result, &at.settings));
  result.proven = false;
  result.bound = result.audit->cost - 7;
  g_autofree char *words = build_more_time(&result, &at.settings);
  assert_string_equal(words,
                      "more time: the rota still became better after 40 of 60 s; --time 300 "
                      "goes on from it, for at most 7 points");
  result.has_bound = false;
  g_autofree char *unknown = build_more_time(&result, &at.settings);
  assert_string_equal(unknown,
                      "more time: the rota still became better after 40 of 60 s; --time "
                      "300 goes on from it");
  result.gain_seconds = 39.9;
  assert_null(build_more_time(&result, &at.settings));
  result.gain_seconds = 60;
  result.stopped = true;
  assert_null(build_more_time(&result, &at.settings));
  result.stopped = false;
  at.settings.deterministic = TRUE;
  assert_null(build_more_time(&result, &at.settings));
  build_result_clear(&result);
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rota_is_built_and_proven),
      cmocka_unit_test(more_time_is_offered_where_it_may_help),
      cmocka_unit_test(wishes_are_weighed_in_the_relaxation),
      cmocka_unit_test(the_best_rota_is_kept_by_whoever_starts_from_it),
      cmocka_unit_test(what_is_impossible_is_told_with_its_lines),
      cmocka_unit_test(a_rota_that_the_rules_price_otherwise_is_refused),
      cmocka_unit_test(progress_is_reported),
      cmocka_unit_test(a_build_that_is_stopped_says_so),
      cmocka_unit_test(parts_take_one_thread_and_prove),
      cmocka_unit_test(its_file_tells_what_the_build_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
