/* Among rotas of the same cost the one that sees most: on services drawn at random it sees as many
 * as a programme says that has the cost as a row and patients alone as its objective. */
#include "model/formulation.h"
#include "model/waiting/capacity.h"
#include "planning/most_seen.h"
#include "planning/searches.h"
#include "solver/solver.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/drawn.h"

enum { SERVICES = 40 };

static struct build_settings settings_of(void)
{
  struct build_settings settings = build_default_settings();
  settings.seconds = 8;
  settings.threads = 1;
  settings.deterministic = TRUE;
  return settings;
}

static int64_t seen_by(const struct problem *problem, const struct rota *rota)
{
  int64_t out = 0;
  for (int i = 0; i < rota->count; i++)
    out += capacity_offers(problem, &rota->items[i], CAPACITY_NEW);
  return out;
}

/* The most that any rota of that cost sees, by another programme. */
static int64_t most_at(const struct problem *problem, int64_t cost,
                       const struct build_settings *settings)
{
  struct programme *programme = formulation_build(problem);
  for (int j = 0; j < programme->n_columns; j++)
    if (programme->columns[j].cost != 0)
      programme_add_term(programme, j, programme->columns[j].cost);
  programme_add_row(programme, -PROGRAMME_INFINITY, cost, LABEL_NONE);
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost =
        j < problem->n_candidates ? -capacity_offers(problem, &problem->candidates[j], CAPACITY_NEW)
                                  : 0;
  const struct solver_settings how = build_solver_settings(settings);
  struct solver_result solved;
  assert_int_equal(solver_solve(programme, &how, NULL, &solved), STATUS_OK);
  assert_int_equal(solved.verdict, SOLVER_OPTIMAL);
  int64_t out = -solved.objective;
  solver_result_clear(&solved);
  programme_free(programme);
  return out;
}

static void try_one(guint32 seed, int *tried)
{
  struct world *world = drawn_new(seed);
  struct problem *problem = problem_new(world->service, world->month);
  const struct build_settings settings = settings_of();
  const struct build_request request = {problem, NULL, NULL, &settings};
  struct build_result built;
  build_rota(&request, &built);
  if (built.verdict == BUILD_DONE) {
    assert_true(built.proven);
    int64_t cost = built.audit->cost;
    assert_true(most_seen(&request, settings.seconds, &built));
    assert_int_equal(built.audit->cost, cost);
    assert_int_equal(built.audit->broken, 0);
    assert_int_equal(seen_by(problem, built.rota), most_at(problem, cost, &settings));
    (*tried)++;
  }
  build_result_clear(&built);
  problem_free(problem);
  world_free(world);
}

static void it_sees_as_many_as_any_of_its_cost(void **state)
{
  (void)state;
  int services = cases_tried(SERVICES), tried = 0;
  for (guint32 seed = 1; seed <= (guint32)services; seed++)
    try_one(seed, &tried);
  assert_true(tried * 5 >= services);
}

/* Everybody at supporting time, whenever they work. */
static struct rota *support(const struct world *world, const struct problem *problem)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    if (at->task == service_task(world->service, "support") &&
        at->site == service_site(world->service, "remote"))
      g_array_append_vals(items, at, 1);
  }
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}

/* Nobody asks for anything, and supporting time costs as little as clinics of 3: two rooms at Hove
 * and one at Crawley hold all three people. */
static void it_leaves_a_rota_that_sees_nobody(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service =
          "week: {mon-fri: [am, pm]}\n"
          "tasks:\n"
          "  clinic:  {stream: generalist, skill: msk, at: hub, spare: yes, slots: {new: 3}}\n"
          "  fcp:     {stream: generalist, skill: fcp, at: pcn, spare: yes}\n"
          "  spine:   {stream: specialist, skill: spine, at: hub, spare: yes}\n"
          "  duty:    {min_band: 7, at: [hub, remote], spare: yes}\n"
          "  support: {at: [hub, remote], room: none, spare: yes}\n",
      .clinicians =
          "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove, team: hove,\n"
          "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"
          "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley, team: crawley,\n"
          "      works: {mon-tue: [am, pm], wed: [am]}, skills: {msk: yes}}\n"};
  struct world *world = world_new(&example, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  const struct build_settings settings = settings_of();
  const struct build_request request = {problem, NULL, NULL, &settings};
  struct build_result built = {.verdict = BUILD_DONE, .rota = support(world, problem)};
  built.audit = audit_new(problem, built.rota);
  int64_t cost = built.audit->cost;
  assert_int_equal(built.audit->broken, 0);
  assert_int_equal(seen_by(problem, built.rota), 0);
  assert_true(most_seen(&request, settings.seconds, &built));
  assert_int_equal(built.audit->cost, cost);
  int present = 0;
  for (int c = 0; c < world->service->n_clinicians; c++)
    for (int s = 0; s < world->month->n_slots; s++)
      present += problem_present(problem, c, s);
  assert_int_equal(seen_by(problem, built.rota), 300 * present);
  build_result_clear(&built);
  problem_free(problem);
  world_free(world);
}

/* Three seeds, one answer: what is settled has no other that is worse. */
static void searches_agree_once_it_is_settled(void **state)
{
  (void)state;
  int settled = 0;
  for (guint32 seed = 1; seed <= (guint32)cases_tried(SERVICES); seed++) {
    struct world *world = drawn_new(seed);
    struct problem *problem = problem_new(world->service, world->month);
    const struct build_settings settings = settings_of();
    const struct build_request request = {problem, NULL, NULL, &settings};
    struct searched searched;
    searches_run(&request, 3, &searched);
    const struct build_result *best = &searched.best;
    for (int i = 0; i < searched.n_others && searched.settled; i++) {
      assert_int_equal(searched.others[i].audit->cost, best->audit->cost);
      assert_int_equal(seen_by(problem, searched.others[i].rota), seen_by(problem, best->rota));
      settled++;
    }
    searched_clear(&searched);
    problem_free(problem);
    world_free(world);
  }
  assert_true(settled > 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_sees_as_many_as_any_of_its_cost),
      cmocka_unit_test(it_leaves_a_rota_that_sees_nobody),
      cmocka_unit_test(searches_agree_once_it_is_settled),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
