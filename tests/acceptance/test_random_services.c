/* 200 services of 8 to 15 clinicians, their rules and weights drawn at random:
 * what the solver says a rota costs is what the check of the finished rota says,
 * to the unit; no rota breaks a hard limit; no bound is above its rota. */
#include "inputs/inputs.h"
#include "model/audit.h"
#include "model/formulation.h"
#include "solver/solver.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { SERVICES = 200, CLINICIANS_LEAST = 8, CLINICIANS_MOST = 15, TIME_LIMIT_MS = 30000 };

/* Each solve may improve its first rota for so long. */
#define IMPROVE_SECONDS 0.1

struct tally {
  int rotas, impossible, nothing;
};

static void make_service(const char *folder, int seed)
{
  int clinicians = CLINICIANS_LEAST + seed % (CLINICIANS_MOST - CLINICIANS_LEAST + 1);
  g_autofree char *line =
      g_strdup_printf("'%s' init '%s' --clinicians %d --seed %d --random-rules >/dev/null",
                      ROTA_PROGRAM, folder, clinicians, seed);
  if (system(line) != 0)
    fail_msg("this failed: %s", line);
}

static void hold_against_check(const struct problem *problem, const struct solver_result *result,
                               int seed)
{
  struct rota *rota = formulation_rota(problem, result->x);
  struct audit *audit = audit_new(problem, rota);
  if (audit->broken > 0)
    fail_msg("seed %d: a hard limit is broken", seed);
  if (audit->cost != result->objective)
    fail_msg("seed %d: the solver says %" PRId64 ", the check %" PRId64, seed, result->objective,
             audit->cost);
  if (result->has_bound && result->bound > audit->cost)
    fail_msg("seed %d: the bound %" PRId64 " is above the rota's %" PRId64, seed, result->bound,
             audit->cost);
  audit_free(audit);
  rota_free(rota);
}

/* Ends the solve when there is a rota that has been improved for a while. */
static void end_soon(void *stop, const struct solver_progress *progress)
{
  if (progress->best != INT64_MAX && progress->seconds > IMPROVE_SECONDS)
    *(volatile sig_atomic_t *)stop = 1;
}

static void solve(const struct problem *problem, int seed, struct tally *tally)
{
  struct programme *programme = formulation_build(problem);
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  volatile sig_atomic_t stop = 0;
  settings.time_limit_ms = TIME_LIMIT_MS;
  settings.seed = (uint64_t)seed;
  settings.threads = 1 + seed % 2;
  settings.stop = &stop;
  settings.report = end_soon;
  settings.report_context = (void *)&stop;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  if (result.x) {
    tally->rotas++;
    hold_against_check(problem, &result, seed);
  } else if (result.verdict == SOLVER_INFEASIBLE) {
    tally->impossible++;
    assert_true(result.n_conflict > 0);
  } else {
    tally->nothing++;
  }
  solver_result_clear(&result);
  programme_free(programme);
}

static void try_service(const char *folder, int seed, struct tally *tally)
{
  struct source *source = source_folder(folder);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const month_ids[] = {"2027-01", NULL};
  if (inputs_read(source, month_ids, diagnostics, &service, &month) != STATUS_OK)
    fail_msg("seed %d: the service that init wrote can't be read", seed);
  struct problem *problem = problem_new(service, month);
  solve(problem, seed, tally);
  problem_free(problem);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

static void solver_and_check_agree(void **state)
{
  (void)state;
  struct tally tally = {0};
  g_autofree char *work = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename(work, "service", NULL);
  g_autofree char *clean = g_strdup_printf("rm -rf '%s'", work);
  g_autofree char *clean_one = g_strdup_printf("rm -rf '%s'", folder);
  for (int seed = 1; seed <= SERVICES; seed++) {
    make_service(folder, seed);
    try_service(folder, seed, &tally);
    assert_int_equal(system(clean_one), 0);
  }
  assert_int_equal(system(clean), 0);
  printf("%d services: %d rotas, %d impossible, %d without a rota in time\n", SERVICES, tally.rotas,
         tally.impossible, tally.nothing);
  assert_int_equal(tally.nothing, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(solver_and_check_agree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
