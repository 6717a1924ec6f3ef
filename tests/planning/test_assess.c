/* The assessment of rotas: against the audit's findings, and against figures that are
 * counted here once more, from the assignments alone. On drawn rotas of the examples,
 * good and bad, and on the tiny world, where they are worked out by hand. */
#include "planning/assess.h"

#include "inputs/inputs.h"
#include "model/problem.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <stdlib.h>
#include <string.h>

/* --- drawn rotas ------------------------------------------------------------ */

struct scene {
  struct service *service;
  struct month *month;
  struct problem *problem;
  struct rota *rota;
  struct audit *audit;
  struct assessment *of;
};

static void judge(struct scene *scene, const GArray *items, const struct provenance *run)
{
  scene->rota = rota_new(scene->problem, (const struct assignment *)(const void *)items->data,
                         (int)items->len);
  scene->audit = audit_new(scene->problem, scene->rota);
  scene->of = assess(scene->audit, run);
}

static void forget(struct scene *scene)
{
  assessment_free(scene->of);
  audit_free(scene->audit);
  rota_free(scene->rota);
}

static struct scene open_example(const char *name)
{
  struct scene scene = {0};
  g_autofree char *path = g_build_filename(ROTA_SOURCE_DIR, "examples", name, NULL);
  struct source *source = source_folder(path);
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(inputs_read_service(source, diagnostics, &scene.service), STATUS_OK);
  assert_int_equal(inputs_read_month(source, scene.service, "2027-01", diagnostics, &scene.month),
                   STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  scene.problem = problem_new(scene.service, scene.month);
  return scene;
}

static void close_example(struct scene *scene)
{
  problem_free(scene->problem);
  month_free(scene->month);
  service_free(scene->service);
}

/* In each cell nobody, one of the candidates, or, unlawfully, two. */
static GArray *draw(const struct problem *problem, GRand *dice, int percent)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      int times = g_rand_int_range(dice, 0, 100) < percent ? 1 : 0;
      times += times && g_rand_int_range(dice, 0, 30) == 0;
      for (int i = 0; i < times && count > 0; i++)
        g_array_append_val(items, problem->candidates[first + g_rand_int_range(dice, 0, count)]);
    }
  return items;
}

/* --- quality ---------------------------------------------------------------- */

static void check_quality(const struct scene *scene)
{
  const struct assessment *of = scene->of;
  int64_t cost = 0, shared = 0;
  guint broken = 0;
  for (guint i = 0; i < scene->audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(scene->audit->findings, struct finding, i);
    if (finding->price == PRICE_HARD)
      assert_ptr_equal(g_ptr_array_index(of->broken, broken++), finding);
    else
      cost += finding->price * finding->violation;
  }
  assert_int_equal(of->broken->len, broken);
  for (guint i = 0; i < of->costs->len; i++) {
    const struct cost_share *share = &g_array_index(of->costs, struct cost_share, i);
    int64_t of_name = 0;
    for (int u = 0; u < scene->service->n_uses; u++)
      if (strcmp(scene->service->uses[u].name, share->name) == 0)
        of_name += scene->audit->uses[u].cost;
    assert_true(share->cost == of_name);
    if (i > 0)
      assert_true(share->cost <= share[-1].cost);
    shared += share->cost;
  }
  assert_true(shared == cost);
  assert_int_equal(of->gap_hundredths, -1);
}

/* --- shortfalls ------------------------------------------------------------- */

/* The number of people who count in a cell, by looking at every assignment. */
static int people_in(const struct scene *scene, const struct demand_cell *cell)
{
  int out = 0;
  for (int i = 0; i < scene->rota->count; i++) {
    const struct assignment *item = &scene->rota->items[i];
    out += item->task == scene->problem->demands[cell->demand].task &&
           demand_cell_has(scene->problem, cell, item->slot, item->site);
  }
  return out;
}

/* What a line of the ordinary demand lacks, and what the assessment says of it. */
static void check_line(const struct scene *scene, int demand)
{
  int64_t expected[SHORTFALL_KINDS] = {0}, found[SHORTFALL_KINDS] = {0};
  int count;
  g_autofree struct demand_cell *cells = demand_cells(scene->problem, demand, &count);
  for (int i = 0; i < count; i++) {
    const struct demand_cell *cell = &cells[i];
    int people = people_in(scene, cell);
    expected[SHORTFALL_NEED] += MAX(cell->need - people, 0);
    if (scene->problem->demands[demand].price_target > 0)
      expected[SHORTFALL_TARGET] += MAX(cell->target - MAX(people, cell->need), 0);
    if (cell->most != UNLIMITED)
      expected[SHORTFALL_OVER] += MAX(people - cell->most, 0);
  }
  for (guint i = 0; i < scene->of->shortfalls->len; i++) {
    const struct finding *finding =
        g_array_index(scene->of->shortfalls, struct shortfall, i).finding;
    if (finding->demand == demand)
      found[finding->kind] += finding->violation;
  }
  for (int k = 0; k < SHORTFALL_KINDS; k++)
    assert_true(expected[k] == found[k]);
}

static int rank(enum shortfall_kind kind)
{
  return kind == SHORTFALL_COVER ? SHORTFALL_NEED : (int)kind;
}

static int64_t unit_price(const struct finding *finding)
{
  return finding->price == PRICE_HARD ? INT64_MAX : finding->price;
}

static void check_order(const GArray *shortfalls)
{
  for (guint i = 1; i < shortfalls->len; i++) {
    const struct finding *before = g_array_index(shortfalls, struct shortfall, i - 1).finding;
    const struct finding *at = g_array_index(shortfalls, struct shortfall, i).finding;
    assert_true(rank(before->kind) <= rank(at->kind));
    if (rank(before->kind) == rank(at->kind))
      assert_true(unit_price(before) > unit_price(at) ||
                  (unit_price(before) == unit_price(at) && before->violation >= at->violation));
  }
}

static bool same_sum(struct shortfall_sum a, struct shortfall_sum b)
{
  return a.count == b.count && a.missing == b.missing && a.cost == b.cost;
}

static void add(struct shortfall_sum *sum, const struct finding *finding)
{
  sum->count++;
  sum->missing += finding->violation;
  sum->cost += finding->price == PRICE_HARD ? 0 : finding->price * finding->violation;
}

static void check_shortfalls(const struct scene *scene)
{
  const struct assessment *of = scene->of;
  struct shortfall_sum kinds[SHORTFALL_KINDS] = {{0, 0, 0}}, gaps = {0, 0, 0}, groups = {0, 0, 0};
  g_autofree int64_t *below = g_new0(int64_t, (gsize)scene->service->n_tasks);
  guint count = 0;
  for (guint i = 0; i < scene->audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(scene->audit->findings, struct finding, i);
    if (finding->kind == SHORTFALL_NONE)
      continue;
    count++;
    add(&kinds[finding->kind], finding);
    if (finding->kind == SHORTFALL_NEED || finding->kind == SHORTFALL_COVER)
      add(&gaps, finding);
    if (finding->kind == SHORTFALL_TARGET)
      below[finding->at.task] += finding->violation;
  }
  assert_int_equal(of->shortfalls->len, count);
  assert_true(same_sum(of->gaps, gaps));
  for (int k = 0; k < SHORTFALL_KINDS; k++)
    assert_true(same_sum(of->kinds[k], kinds[k]));
  for (int t = 0; t < scene->service->n_tasks; t++)
    assert_true(of->below_target[t] == below[t]);
  for (guint i = 0; i < of->groups->len; i++) {
    const struct shortfall_group *group = &g_array_index(of->groups, struct shortfall_group, i);
    groups.count += group->sum.count;
    groups.missing += group->sum.missing;
    groups.cost += group->sum.cost;
    for (guint j = 0; j < i; j++)
      assert_true(group[(int)j - (int)i].kind != group->kind ||
                  strcmp(group[(int)j - (int)i].name, group->name) != 0);
  }
  assert_int_equal(groups.count, count);
  check_order(of->shortfalls);
  for (int d = 0; d < scene->problem->n_demands; d++)
    if (scene->problem->demands[d].event == NONE)
      check_line(scene, d);
}

/* --- people ----------------------------------------------------------------- */

/* One clinician's day: minutes on the way from each assignment to the next, and
 * whether two of them are at different sites that are not remote. */
static void count_day(const struct scene *scene, int clinician, int day, int *travel, int *split)
{
  const struct service *service = scene->service;
  int last = NONE, place = NONE;
  bool apart = false;
  for (int s = 0; s < scene->month->n_slots; s++) {
    int count;
    const struct assignment *items = rota_at(scene->rota, clinician, s, &count);
    if (scene->month->slots[s].day != day)
      continue;
    for (int i = 0; i < count; i++) {
      int site = items[i].site;
      if (last != NONE)
        *travel += service_travel_minutes(service, clinician, last, site);
      last = site;
      apart = apart || (!service->sites[site].remote && place != NONE && site != place);
      place = service->sites[site].remote ? place : site;
    }
  }
  *split += apart;
}

static void check_person(const struct scene *scene, int clinician)
{
  const struct person_figures *person = &scene->of->people[clinician];
  int sessions = 0, minutes = 0, travel = 0, split = 0;
  int64_t streams[3] = {0, 0, 0};
  for (int i = 0; i < scene->rota->count; i++) {
    const struct assignment *item = &scene->rota->items[i];
    if (item->clinician != clinician)
      continue;
    const struct block *block = &scene->service->blocks[scene->month->slots[item->slot].block];
    int length = block->to_minute - block->from_minute;
    sessions++;
    minutes += length;
    enum stream stream = scene->service->tasks[item->task].stream;
    streams[stream == STREAM_GENERALIST ? 0 : stream == STREAM_SPECIALIST ? 1 : 2] += length;
  }
  for (int d = 0; d < scene->month->n_days; d++)
    count_day(scene, clinician, d, &travel, &split);
  assert_int_equal(person->sessions, sessions);
  assert_int_equal(person->minutes, minutes);
  assert_int_equal(person->over_minutes,
                   minutes - problem_contract_minutes(scene->problem, clinician));
  assert_int_equal(person->balance_minutes, person->over_minutes); /* nothing is published */
  assert_true(person->streams.generalist_minutes == streams[0]);
  assert_true(person->streams.specialist_minutes == streams[1]);
  assert_int_equal(person->travel_minutes, travel);
  assert_int_equal(person->split_days, split);
  assert_int_equal(person->satisfaction_percent,
                   satisfaction_percent(scene->problem, scene->rota, clinician));
}

static void check_totals(const struct scene *scene)
{
  const struct assessment *of = scene->of;
  const struct totals *totals = &of->totals;
  int64_t minutes = 0, contract = 0, generalist = 0, specialist = 0;
  int asked = 0, percents = 0, travel = 0, split = 0, least = INT_MAX, most = INT_MIN;
  for (int c = 0; c < scene->service->n_clinicians; c++) {
    const struct person_figures *person = &of->people[c];
    check_person(scene, c);
    minutes += person->minutes;
    contract += person->contract_minutes;
    generalist += person->streams.generalist_minutes;
    specialist += person->streams.specialist_minutes;
    travel += person->travel_minutes;
    split += person->split_days;
    least = MIN(least, person->over_minutes);
    most = MAX(most, person->over_minutes);
    asked += person->satisfaction_percent >= 0;
    percents += MAX(person->satisfaction_percent, 0);
  }
  assert_true(totals->minutes == minutes && totals->contract_minutes == contract);
  assert_true(totals->streams.generalist_minutes == generalist &&
              totals->streams.specialist_minutes == specialist);
  if (generalist + specialist > 0) {
    double exact = 10000.0 * (double)generalist / (double)(generalist + specialist);
    assert_true(labs((long)(2 * exact) - 2 * (long)totals->streams.generalist_hundredths) <= 1);
  }
  assert_int_equal(totals->travel_minutes, travel);
  assert_int_equal(totals->split_days, split);
  assert_int_equal(of->people[totals->least_over].over_minutes, least);
  assert_int_equal(of->people[totals->most_over].over_minutes, most);
  assert_int_equal(totals->asked, asked);
  assert_int_equal(totals->satisfaction_percent, asked ? percents / asked : -1);
  for (int i = 0; i < asked; i++) {
    int percent = of->people[of->by_satisfaction[i]].satisfaction_percent;
    assert_true(percent >= 0);
    assert_true(i == 0 ? percent == totals->least_percent
                       : percent >= of->people[of->by_satisfaction[i - 1]].satisfaction_percent);
  }
}

/* --- places ----------------------------------------------------------------- */

static void check_places(const struct scene *scene)
{
  int sessions = 0, last = -1;
  for (guint p = 0; p < scene->of->places->len; p++) {
    const struct place_figures *place = &g_array_index(scene->of->places, struct place_figures, p);
    g_autoptr(GHashTable) people = g_hash_table_new(NULL, NULL);
    g_autofree int *weeks = g_new0(int, (gsize)scene->month->n_weeks);
    int count = 0, key = place->site * scene->service->n_tasks + place->task;
    for (int i = 0; i < scene->rota->count; i++) {
      const struct assignment *item = &scene->rota->items[i];
      if (item->site != place->site || item->task != place->task)
        continue;
      count++;
      weeks[scene->month->days[scene->month->slots[item->slot].day].week]++;
      g_hash_table_add(people, GINT_TO_POINTER(item->clinician));
    }
    assert_true(key > last && count > 0);
    assert_int_equal(place->sessions, count);
    assert_int_equal(place->people, g_hash_table_size(people));
    assert_memory_equal(place->weeks, weeks, sizeof(int) * (size_t)scene->month->n_weeks);
    last = key;
    sessions += count;
  }
  assert_int_equal(sessions, scene->rota->count);
  for (int c = 0; c < scene->service->n_clinicians; c++)
    for (int s = 0; s < scene->month->n_slots; s++) {
      enum attendance attendance = scene->of->attendance[c * scene->month->n_slots + s];
      int count;
      rota_at(scene->rota, c, s, &count);
      assert_int_equal(attendance == ATTENDANCE_WORKS, count > 0);
      if (count == 0)
        assert_int_equal(attendance == ATTENDANCE_FREE, problem_present(scene->problem, c, s));
    }
}

static void test_drawn_rotas(void **state)
{
  struct scene scene = open_example(*state);
  GRand *dice = g_rand_new_with_seed(3);
  for (int percent = 0; percent <= 100; percent += 25) {
    g_autoptr(GArray) items = draw(scene.problem, dice, percent);
    judge(&scene, items, NULL);
    check_quality(&scene);
    check_shortfalls(&scene);
    check_totals(&scene);
    check_places(&scene);
    forget(&scene);
  }
  g_rand_free(dice);
  close_example(&scene);
}

/* --- worked out by hand ----------------------------------------------------- */

static struct scene open_world(struct world *world, const char *lines, const struct provenance *run)
{
  struct scene scene = {world->service, world->month, NULL, NULL, NULL, NULL};
  g_autoptr(GArray) items = world_assignments(world, lines);
  scene.problem = problem_new(world->service, world->month);
  judge(&scene, items, run);
  return scene;
}

static void close_world(struct scene *scene, struct world *world)
{
  forget(scene);
  problem_free(scene->problem);
  world_free(world);
}

static const struct rule_example asked_of_two = {
    .service =
        "demand:\n"
        "  - {task: spine, at: hove, sessions: tue am, need: 1, until: 2027-02-02}\n"
        "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 3,\n"
        "     until: 2027-02-01}\n"
        "criteria: {not_avoidable: [duty]}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-02,2027-02-02,annual\n"},
              {WORLD_MONTH "/locks.csv",
               "clinician,date,session,task,site\n"
               "bob,2027-02-01,am,clinic,hove\n"}},
};

/* Sessions of 225 minutes. Bob does his locked clinic; Ann is on duty on Wednesday
 * and does a spinal clinic on Monday. Missing: the spinal clinic of Tuesday (100),
 * two of three clinics' target (20 each). Generalist 225 of 450: a half. */
static void test_figures_by_hand(void **state)
{
  (void)state;
  struct world *world = world_new(&asked_of_two, NULL);
  const struct provenance run = {.has_bound = true, .bound = 100};
  struct scene scene = open_world(world,
                                  "bob 2027-02-01 am clinic hove\n"
                                  "ann 2027-02-01 pm spine hove\n"
                                  "ann 2027-02-03 am duty hove\n",
                                  &run);
  const struct assessment *of = scene.of;
  int ann = service_clinician(world->service, "ann"), n_slots = world->month->n_slots;
  assert_int_equal(of->shortfalls->len, 2);
  const struct shortfall *first = &g_array_index(of->shortfalls, struct shortfall, 0);
  assert_int_equal(first[0].finding->kind, SHORTFALL_NEED);
  assert_int_equal(first[0].cost, 100);
  assert_int_equal(first[1].finding->kind, SHORTFALL_TARGET);
  assert_int_equal(first[1].cost, 40);
  assert_null(first->why);
  assert_int_equal(of->gaps.missing, 1);
  assert_int_equal(of->below_target[service_task(world->service, "clinic")], 2);
  assert_int_equal(of->totals.locked, 1);
  assert_int_equal(of->people[ann].minutes, 450);
  assert_int_equal(of->people[ann].streams.specialist_minutes, 225);
  assert_int_equal(of->people[ann].streams.generalist_hundredths, 0);
  assert_int_equal(of->totals.streams.generalist_hundredths, 5000);
  assert_int_equal(of->totals.asked, 0);
  assert_int_equal(of->totals.satisfaction_percent, -1);
  assert_int_equal(of->totals.avoided_percent, -1);
  assert_int_equal(of->totals.premium_quarters, -1);
  /* Only Ann has the band for duty. */
  assert_int_equal(of->burdens->len, 1);
  const struct burden *burden = &g_array_index(of->burdens, struct burden, 0);
  assert_int_equal(burden->able, 1);
  assert_int_equal(burden->fewest, 1);
  assert_int_equal(burden->most, 1);
  assert_int_equal(of->gap_points, scene.audit->cost - 100);
  assert_int_equal(of->gap_hundredths, provenance_gap_hundredths(&run, scene.audit->cost));
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  assert_int_equal(of->attendance[ann * n_slots + tuesday], ATTENDANCE_LEAVE);
  assert_int_equal(of->attendance[ann * n_slots + tuesday - 1], ATTENDANCE_WORKS);
  int cat = service_clinician(world->service, "cat");
  int friday = month_slot(world->month, date_make(2027, 2, 5), 0);
  assert_int_equal(of->attendance[cat * n_slots + friday], ATTENDANCE_OFF);
  assert_int_equal(of->attendance[cat * n_slots + tuesday], ATTENDANCE_FREE);
  close_world(&scene, world);
}

/* Nobody does the spinal clinic of Tuesday, for which Ann alone has the skill: she is
 * on leave. The reasons of what is no gap are not looked for. */
static void test_reasons(void **state)
{
  (void)state;
  struct world *world = world_new(&asked_of_two, NULL);
  struct scene scene = open_world(world, "bob 2027-02-01 am clinic hove\n", NULL);
  assess_reasons(scene.of);
  const struct shortfall *first = &g_array_index(scene.of->shortfalls, struct shortfall, 0);
  assert_non_null(first[0].why);
  assert_int_equal(first[0].why->able, 1);
  assert_int_equal(first[0].why->count[WHY_AWAY], 1);
  assert_null(first[1].why);
  close_world(&scene, world);
}

static const struct rule_example many_gaps = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: hove, sessions: mon-fri am, need: 1}\n",
};

/* Twenty clinics without anybody; fifteen of them get their reasons. Ann and Bob are
 * free for each, and Cat on Mondays to Wednesdays: 24 of these are tried, in order. */
static void test_reasons_end(void **state)
{
  (void)state;
  struct world *world = world_new(&many_gaps, NULL);
  struct scene scene = open_world(world, "", NULL);
  int reasons = 0, tried = 0, untried = 0;
  assess_reasons(scene.of);
  assert_int_equal(scene.of->gaps.count, 20);
  for (guint i = 0; i < scene.of->shortfalls->len; i++) {
    const struct why *why = g_array_index(scene.of->shortfalls, struct shortfall, i).why;
    if (!why)
      continue;
    reasons++;
    tried += (int)why->free->len - why->trials[WHY_UNTRIED];
    untried += why->trials[WHY_UNTRIED];
  }
  assert_int_equal(reasons, 15);
  assert_int_equal(tried, 24);
  assert_int_equal(tried + untried, 3 * 9 + 2 * 6);
  close_world(&scene, world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_prestate(test_drawn_rotas, "small"),
      cmocka_unit_test_prestate(test_drawn_rotas, "locality"),
      cmocka_unit_test(test_figures_by_hand),
      cmocka_unit_test(test_reasons),
      cmocka_unit_test(test_reasons_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
