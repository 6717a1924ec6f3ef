/* Another engine as a process: an honest one is of use, and one that hangs, crashes, lies or
 * fills the disk does no harm. False ones are shell scripts called cbc, first on the path. */
#include "solver/bound/basis.h"
#include "solver/engine/outside.h"
#include "solver/run.h"
#include "solver/threads.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"
#include "tests/support/scratch.h"

#include <glib/gstdio.h>
#include <string.h>

enum { PROGRAMMES = 300, MOST_SECONDS = 20, CYCLES = 8, CYCLE = 11, OTHERS = 3000 };

struct world {
  struct scratch *scratch;
  char *path; /* as it was */
};

/* `script` is what the program does from now on, in its own folder; NULL: there is none. */
static void install_as(struct world *world, const char *program, const char *script)
{
  if (script) {
    g_autofree char *text = g_strconcat("#!/bin/sh\n", script, NULL);
    g_autofree char *path = g_strconcat("bin/", program, NULL);
    g_chmod(scratch_write(world->scratch, path, text), 0700);
  }
  g_autofree char *path =
      g_strconcat(scratch_path(world->scratch, "bin/"), script ? ":/bin:/usr/bin" : "", NULL);
  g_setenv("PATH", path, TRUE);
}

static void install(struct world *world, const char *script)
{
  install_as(world, "cbc", script);
}

static int set_up(void **state)
{
  struct world *world = g_new0(struct world, 1);
  world->scratch = scratch_new();
  world->path = g_strdup(g_getenv("PATH"));
  g_setenv("TMPDIR", scratch_path(world->scratch, "tmp/"), TRUE);
  scratch_write(world->scratch, "tmp/mine", "");
  *state = world;
  return 0;
}

static int tear_down(void **state)
{
  struct world *world = *state;
  g_setenv("PATH", world->path, TRUE);
  scratch_free(world->scratch);
  g_free(world->path);
  g_free(world);
  return 0;
}

/* At least two of three columns, which cost 1, 2 and 3: the cheapest is 3. */
static struct programme *three(void)
{
  struct programme *programme = programme_new();
  for (int j = 0; j < 3; j++)
    sample_placement(programme, j, 0, j + 1);
  sample_row(programme, 2, (int64_t[]){1, 1, 1}, 3);
  return programme;
}

static bool is_running(void *context)
{
  (void)context;
  return false;
}

/* One question to the cbc on the path, and what it was blamed for; g_free that. Deadline 0: none.
 */
static char *ask_until(gint64 deadline_us, struct mip_result *result, int64_t *x)
{
  struct programme *programme = three();
  struct outside *outside = outside_new(SOLVER_ENGINE_CBC);
  const struct outside_task task = {.programme = programme,
                                    .basis = "NAME rota\n UL x3\nENDATA\n",
                                    .deadline_us = deadline_us,
                                    .ended = is_running};
  assert_non_null(outside);
  outside_solve(outside, &task, x, result);
  char *fault = outside_fault(outside);
  assert_int_equal(outside_serves(outside), fault == NULL);
  outside_free(outside);
  programme_free(programme);
  return fault;
}

static char *ask(struct mip_result *result, int64_t *x)
{
  return ask_until(0, result, x);
}

static void assert_nothing_is_left(struct world *world)
{
  assert_string_equal(scratch_list(world->scratch, "tmp"), "mine");
}

static void an_honest_one_is_believed(void **state)
{
  struct mip_result result;
  int64_t x[3];
  install(*state,
          "echo \"$*\" | grep -q -e '-basisIn basis' && grep -q 'UL x3' basis || exit 3\n"
          "echo 'Version: 9.9'\n"
          "echo 'Result - Optimal solution found'\n"
          "printf 'Optimal - objective value 3\\n 0 x1 1 0\\n 1 x2 0.9999999 0\\n' >answer\n");
  g_autofree char *fault = ask(&result, x);
  assert_null(fault);
  assert_int_equal(result.end, MIP_OPTIMAL);
  assert_int_equal(result.cost, 3);
  assert_int_equal(result.bound, 3);
  assert_true(x[0] == 1 && x[1] == 1 && x[2] == 0);
  assert_nothing_is_left(*state);
}

/* In the words of HiGHS 1.15, which is told of its nodes in a file, wants a value for each of the
 * model's columns to begin from, and ends with a warning at any limit. */
static void highs_is_told_and_understood(void **state)
{
  struct mip_result result;
  int64_t x[3];
  install_as(
      *state, "highs",
      "grep -qx 'mip_max_nodes = 7' options && grep -qx '# Columns 4' start || exit 3\n"
      "test $(grep -c '^x[0-3] [01]$' start) = 4 || exit 3\n"
      "echo 'Running HiGHS 1.15.1 (git hash: 73cac48c53): Copyright'\n"
      "printf '\\nSolving report\\n  Status            Solution limit reached\\n'\n"
      "printf '  Dual bound        3\\n  LP iterations     12\\n'\n"
      "printf 'Model status\\nUnknown\\n\\n# Primal solution values\\nFeasible\\n' >answer\n"
      "printf 'Objective 3\\n# Columns 3\\nx1 1\\nx2 1\\nx3 0\\n# Rows 1\\nr1 2\\n' >>answer\n"
      "exit 1\n");
  struct programme *programme = three();
  struct outside *outside = outside_new(SOLVER_ENGINE_HIGHS);
  const struct outside_task task = {
      .programme = programme, .start = (int64_t[]){0, 1, 1}, .nodes = 7, .ended = is_running};
  outside_solve(outside, &task, x, &result);
  g_autofree char *fault = outside_fault(outside), *version = outside_version(outside);
  assert_null(fault);
  assert_string_equal(version, "highs 1.15.1");
  assert_int_equal(result.end, MIP_OPTIMAL);
  assert_int_equal(result.bound, 3);
  assert_int_equal(result.iterations, 12);
  assert_true(x[0] == 1 && x[1] == 1 && x[2] == 0);
  outside_free(outside);
  programme_free(programme);
}

/* Then it need not look for any solution by itself. */
static void a_cutoff_is_told(void **state)
{
  struct mip_result result;
  int64_t x[3], cutoff = 2;
  install(*state,
          "echo \"$*\" | grep -q -e '-cutoff 2.5 -heuristics off' || exit 3\n"
          "echo 'Result - Problem proven infeasible'\n");
  struct programme *programme = three();
  struct outside *outside = outside_new(SOLVER_ENGINE_CBC);
  const struct outside_task task = {
      .programme = programme, .cutoff = &cutoff, .for_proof = true, .ended = is_running};
  outside_solve(outside, &task, x, &result);
  assert_true(outside_serves(outside));
  assert_int_equal(result.end, MIP_NONE);
  outside_free(outside);
  programme_free(programme);
}

static void a_liar_is_caught(void **state)
{
  static const struct {
    const char *answer, *fault;
  } lies[] = {
      {"Optimal - objective value 2\\n 0 x1 1 0\\n 1 x2 1 0",
       "it stated a cost of 2 where it is 3"},
      {"Optimal - objective value 1\\n 0 x1 1 0", "it gave values that break a row"},
      {"Optimal - objective value 6\\n 0 x1 2 0\\n 0 x2 2 0", "it gave a value beyond its bounds"},
      {"Optimal - objective value nan\\n 0 x1 nan 0", "it gave a value beyond its bounds"},
      {"Optimal - objective value 1e30\\n 0 x1 1e30 0", "it gave a value beyond its bounds"},
  };
  for (int k = 0; k < (int)G_N_ELEMENTS(lies); k++) {
    struct mip_result result;
    int64_t x[3];
    g_autofree char *script = g_strdup_printf(
        "echo 'Result - Optimal solution found'\nprintf '%s\\n' >answer\n", lies[k].answer);
    install(*state, script);
    g_autofree char *fault = ask(&result, x);
    assert_non_null(fault);
    assert_string_equal(fault, lies[k].fault);
    assert_int_equal(result.end, MIP_LIMIT);
    assert_false(result.has_bound);
  }
  assert_nothing_is_left(*state);
}

static void its_own_answer_is_below_its_bound(void **state)
{
  struct mip_result result;
  int64_t x[3];
  install(*state,
          "echo 'Result - Stopped on time limit'\necho 'Lower bound: 5'\n"
          "printf 'Stopped - objective value 3\\n 0 x1 1 0\\n 1 x2 1 0\\n' >answer\n");
  g_autofree char *fault = ask(&result, x);
  assert_string_equal(fault, "it claimed a bound above the cost of its own answer");
  assert_false(result.has_bound);
}

/* A mistake of an honest engine happens once; twice, and it is asked no more. */
static void failures_are_counted(void **state)
{
  static const char *const scripts[] = {"kill -SEGV $$\n", "exit 3\n", "exit 0\n",
                                        "echo 'Result - Optimal solution found'\nexit 1\n"};
  for (int k = 0; k < (int)G_N_ELEMENTS(scripts); k++) {
    install(*state, scripts[k]);
    struct programme *programme = three();
    struct outside *outside = outside_new(SOLVER_ENGINE_CBC);
    const struct outside_task task = {.programme = programme};
    struct mip_result result;
    int64_t x[3];
    for (int times = 1; times <= OUTSIDE_FAILURES_MOST; times++) {
      assert_true(outside_serves(outside));
      outside_solve(outside, &task, x, &result);
      assert_int_equal(result.end, MIP_LIMIT);
    }
    assert_false(outside_serves(outside));
    assert_false(outside_lied(outside));
    outside_free(outside);
    programme_free(programme);
  }
  assert_nothing_is_left(*state);
}

/* Has the process of that number ended, or does it within a while? Nobody may have reaped it. */
static bool is_gone(const char *number)
{
  g_autofree char *path = g_strdup_printf("/proc/%s/status", number);
  for (int times = 0; times < 100; times++) {
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL) || strstr(text, "State:\tZ"))
      return true;
    g_usleep(50000);
  }
  return false;
}

static void one_that_does_nothing_is_ended(void **state)
{
  struct mip_result result;
  int64_t x[3];
  gint64 from = g_get_monotonic_time();
  install(*state, "sleep 1000 &\necho $! >\"$TMPDIR/../child\"\nexec sleep 1000\n");
  g_autofree char *fault = ask(&result, x);
  assert_null(fault); /* once */
  assert_int_equal(result.end, MIP_LIMIT);
  assert_true(g_get_monotonic_time() - from < (gint64)MOST_SECONDS * G_USEC_PER_SEC);
  assert_nothing_is_left(*state);
  struct world *world = *state;
  g_autofree char *child = NULL;
  assert_true(g_file_get_contents(scratch_path(world->scratch, "child"), &child, NULL, NULL));
  assert_true(is_gone(g_strstrip(child)));
}

static void to_have_no_time_left_is_no_fault(void **state)
{
  struct mip_result result;
  int64_t x[3];
  install(*state, "exec sleep 1000\n");
  for (int k = 0; k < OUTSIDE_FAILURES_MOST; k++) {
    g_autofree char *fault = ask_until(g_get_monotonic_time() + 1, &result, x);
    assert_null(fault);
    assert_int_equal(result.end, MIP_LIMIT);
  }
  assert_nothing_is_left(*state);
}

static void one_that_writes_without_end_is_ended(void **state)
{
  static const char file_by_file[] =
      "while :; do cat model.mps >>\"f$((n += 1))\"; "
      "head -c 99999999 /dev/zero >>\"f$n\"; done\n";
  static const char *const scripts[] = {"exec cat /dev/zero >answer\n",
                                        "exec yes \"$(head -c 3000 /dev/zero | tr '\\0' y)\"\n",
                                        file_by_file};
  for (int k = 0; k < (int)G_N_ELEMENTS(scripts); k++) {
    struct mip_result result;
    int64_t x[3];
    install(*state, scripts[k]);
    g_free(ask(&result, x));
    assert_int_equal(result.end, MIP_LIMIT);
    assert_nothing_is_left(*state);
  }
}

/* Where the folder for what is temporary takes nothing, or there is no engine. */
static void without_one_there_is_glpk(void **state)
{
  struct world *world = *state;
  struct mip_result result;
  int64_t x[3];
  install(world, NULL);
  assert_null(outside_new(SOLVER_ENGINE_CBC));
  assert_null(outside_new(SOLVER_ENGINE_AUTO));
  assert_null(outside_new(SOLVER_ENGINE_GLPK));
  assert_false(outside_serves(NULL));
  install(world, "exit 0\n");
  g_setenv("TMPDIR", "/nonexistent", TRUE);
  g_free(ask(&result, x));
  assert_int_equal(result.end, MIP_LIMIT);
  assert_null(outside_new(SOLVER_ENGINE_GLPK));
}

/* A claim counts beside our own bound until a lawful rota costs less; then none of its claims
 * does, and that is no error of ours. */
static void a_claim_is_no_proof(void **state)
{
  install(*state, "exit 0\n");
  struct programme *programme = three();
  struct column_view *view = column_view_new(programme);
  const struct solver_settings settings = solver_default_settings();
  struct run run;
  struct solver_result result;
  run_begin(&run, view, &settings, NULL);
  run.outside = outside_new(SOLVER_ENGINE_CBC);
  run_offer_values(&run, (int64_t[]){0, 1, 1});
  run_raise_bound(&run, 1);
  run_claim_bound(&run, 4);
  assert_int_equal(run_result(&run, &result), STATUS_OK);
  assert_true(result.bound == 4 && result.bound_claimed);
  solver_result_clear(&result);
  run_offer_values(&run, (int64_t[]){1, 1, 0});
  assert_true(outside_lied(run.outside));
  assert_false(run_over(&run));
  run_claim_bound(&run, 2);
  assert_int_equal(run_result(&run, &result), STATUS_OK);
  assert_true(result.bound == 1 && !result.bound_claimed);
  assert_int_equal(result.verdict, SOLVER_FEASIBLE);
  assert_string_equal(result.engine_fault,
                      "cbc: it claimed that nothing costs less than 4, and a lawful rota costs 3");
  solver_result_clear(&result);
  outside_free(run.outside);
  run_clear(&run);
  column_view_free(view);
  programme_free(programme);
}

/* A solve beside the cbc on the path. */
struct beside {
  struct run run;
  volatile sig_atomic_t stop;
};

/* Stops once there is a lawful rota and the engine is asked no more. */
static void stop_at_a_fault(void *context, const struct solver_progress *progress)
{
  struct beside *beside = context;
  if (progress->best != INT64_MAX && !outside_serves(beside->run.outside))
    beside->stop = 1;
}

static void solve_beside(const struct programme *programme, int threads, struct solver_result *out)
{
  struct column_view *view = column_view_new(programme);
  struct solver_settings settings = solver_default_settings();
  struct beside beside = {.stop = 0};
  settings.threads = threads;
  settings.stop = &beside.stop;
  settings.report = stop_at_a_fault;
  settings.report_context = &beside;
  run_begin(&beside.run, view, &settings, NULL);
  beside.run.outside = outside_new(SOLVER_ENGINE_CBC);
  threads_solve(&beside.run);
  assert_int_equal(run_result(&beside.run, out), STATUS_OK);
  outside_free(beside.run.outside);
  run_clear(&beside.run);
  column_view_free(view);
}

/* Each false engine beside a whole solve: the rota is lawful, nothing false is claimed of it, and
 * what is wrong with the engine is said. */
static void a_solve_is_right_beside_a_false_one(void **state)
{
  static const struct {
    const char *script, *fault;
  } engines[] = {
      {"echo 'Cbc0010I After 0 nodes, 1 on tree, 1 best solution, best possible 9e9 (1 s)'\n"
       "sleep 1\necho 'Result - Stopped on time limit'\n",
       "cbc: it claimed that nothing costs less than 89"},
      {"echo 'Result - Problem proven infeasible'\n"
       "echo 'Infeasible - objective value 0' >answer\n",
       "cbc: it claimed that there is no solution, and there is one"},
      {"echo 'Result - Optimal solution found'\n"
       "echo 'Optimal - objective value -99999' >answer\n",
       "cbc: it "},
      {"kill -SEGV $$\n", "cbc: it crashed"},
      {"exit 0\n", "cbc: it ended without a word of how"},
  };
  struct programme *programme = sample_month(15, 5);
  struct solver_settings settings = solver_default_settings();
  struct solver_result alone, beside;
  settings.time_limit_ms = 1000;
  settings.deterministic = true;
  assert_int_equal(solver_solve(programme, &settings, NULL, &alone), STATUS_OK);
  for (int k = 0; k < (int)G_N_ELEMENTS(engines); k++) {
    install(*state, engines[k].script);
    solve_beside(programme, 1 + k % 2, &beside);
    assert_int_equal(programme_first_broken(programme, beside.x), -1);
    assert_int_equal(programme_objective(programme, beside.x), beside.objective);
    assert_true(beside.bound <= MIN(alone.objective, beside.objective));
    assert_false(beside.bound_claimed);
    if (!beside.engine_fault)
      fail_msg("engine %d: no fault in %.1f s", k, beside.seconds);
    if (!g_str_has_prefix(beside.engine_fault, engines[k].fault))
      fail_msg("'%s', not '%s'", beside.engine_fault, engines[k].fault);
    solver_result_clear(&beside);
  }
  solver_result_clear(&alone);
  programme_free(programme);
  assert_nothing_is_left(*state);
}

/* A basis near a point that means nothing. */
static char *draw_basis(const struct programme *programme, uint64_t seed)
{
  GRand *rand = g_rand_new_with_seed((guint32)seed);
  g_autofree double *x = g_new(double, (gsize)programme->n_columns + 1);
  g_autofree double *prices = g_new0(double, (gsize)programme->n_rows + 1);
  for (int j = 0; j < programme->n_columns; j++)
    x[j] = g_rand_double_range(rand, (double)programme->columns[j].lower,
                               (double)programme->columns[j].upper + 1e-9);
  g_rand_free(rand);
  return basis_near(programme, x, prices);
}

/* Asks a real engine for the optimum of a tiny programme, from any basis. True: it proved it; it
 * may have failed, but it was not caught in a lie. */
static bool prove_tiny(enum solver_engine engine, uint64_t seed)
{
  struct outside *outside = outside_new(engine);
  struct programme *programme = sample_tiny(seed);
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns + 1);
  g_autofree char *basis = draw_basis(programme, seed);
  const struct outside_task task = {
      .programme = programme, .basis = basis, .seed = seed, .for_proof = true};
  struct mip_result result;
  int64_t optimum;
  bool found = sample_enumerate(programme, &optimum);
  outside_solve(outside, &task, x, &result);
  assert_false(outside_lied(outside));
  if (result.end == MIP_NONE)
    assert_false(found);
  if (result.end == MIP_OPTIMAL || result.end == MIP_FOUND)
    assert_true(found && result.cost >= optimum);
  if (result.has_bound && found)
    assert_true(result.bound <= optimum);
  outside_free(outside);
  programme_free(programme);
  return result.end == MIP_OPTIMAL || result.end == MIP_NONE;
}

/* The real ones, where they are installed. */
static void real_ones_are_right(void **state)
{
  (void)state;
  static const enum solver_engine engines[] = {SOLVER_ENGINE_CBC, SOLVER_ENGINE_HIGHS};
  for (int k = 0; k < (int)G_N_ELEMENTS(engines); k++) {
    int programmes = cases_tried(PROGRAMMES), proven = 0;
    if (!solver_has_engine(engines[k]))
      continue;
    for (uint64_t seed = 1; seed <= (uint64_t)programmes; seed++)
      proven += prove_tiny(engines[k], seed);
    assert_true(proven > programmes * 9 / 10);
  }
}

/* Odd cycles, of which no two neighbours may be: half of each are worth more than whole ones. And
 * many that nobody needs, so that it is not proven first. */
static struct programme *odd_cycles(void)
{
  struct programme *programme = programme_new();
  for (int j = 0; j < CYCLES * CYCLE + OTHERS; j++)
    sample_placement(programme, j, 0, j < CYCLES * CYCLE ? -1 : 1);
  for (int j = 0; j < CYCLES * CYCLE; j++) {
    int next = j % CYCLE == CYCLE - 1 ? j - CYCLE + 1 : j + 1;
    programme_add_term(programme, j, 1);
    programme_add_term(programme, next, 1);
    programme_add_row(programme, -PROGRAMME_INFINITY, 1, LABEL_NONE);
  }
  return programme;
}

/* What an engine that fails had taken on is GLPK's again, with one thread or several. */
static void glpk_proves_when_the_other_fails(void **state)
{
  struct programme *programme = odd_cycles();
  install(*state, "exit 3\n");
  for (int threads = cases_tried(2) > 1 ? 1 : 2; threads <= 2; threads++) {
    struct solver_settings settings = solver_default_settings();
    struct solver_result result;
    settings.engine = SOLVER_ENGINE_CBC;
    settings.threads = threads;
    assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
    assert_non_null(result.engine_fault);
    assert_int_equal(result.objective, -CYCLES * (CYCLE / 2));
    assert_int_equal(result.verdict, SOLVER_OPTIMAL);
    solver_result_clear(&result);
  }
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(real_ones_are_right),
      cmocka_unit_test_setup_teardown(an_honest_one_is_believed, set_up, tear_down),
      cmocka_unit_test_setup_teardown(highs_is_told_and_understood, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_cutoff_is_told, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_liar_is_caught, set_up, tear_down),
      cmocka_unit_test_setup_teardown(its_own_answer_is_below_its_bound, set_up, tear_down),
      cmocka_unit_test_setup_teardown(failures_are_counted, set_up, tear_down),
      cmocka_unit_test_setup_teardown(one_that_does_nothing_is_ended, set_up, tear_down),
      cmocka_unit_test_setup_teardown(to_have_no_time_left_is_no_fault, set_up, tear_down),
      cmocka_unit_test_setup_teardown(one_that_writes_without_end_is_ended, set_up, tear_down),
      cmocka_unit_test_setup_teardown(without_one_there_is_glpk, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_claim_is_no_proof, set_up, tear_down),
      cmocka_unit_test_setup_teardown(glpk_proves_when_the_other_fails, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_solve_is_right_beside_a_false_one, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
