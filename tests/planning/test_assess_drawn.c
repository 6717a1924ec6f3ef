/* The assessment of drawn rotas of the examples, good and bad: against the audit's
 * findings, and against figures that are counted here once more, from the assignments
 * alone. */
#include "planning/assess.h"

#include "inputs/inputs.h"
#include "model/contract.h"
#include "model/demand_cell.h"
#include "model/problem.h"
#include "tests/support/check.h"

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

/* Each finding that costs something stands once, under its rule's name; the dearest first. */
static void check_missed(const struct scene *scene)
{
  const struct service *service = scene->service;
  g_autoptr(GHashTable) listed = g_hash_table_new(NULL, NULL);
  guint costly = 0;
  for (guint i = 0; i < scene->audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(scene->audit->findings, struct finding, i);
    costly += finding->price > 0 && finding->violation > 0;
  }
  for (guint i = 0; i < scene->of->missed->len; i++) {
    const struct missed *missed = &g_array_index(scene->of->missed, struct missed, i);
    int64_t cost = 0, last = INT64_MAX;
    for (guint j = 0; j < missed->findings->len; j++) {
      const struct finding *finding = missed->findings->pdata[j];
      int64_t own = finding->price * finding->violation;
      assert_string_equal(service->uses[finding->at.use].name, missed->name);
      assert_true(own > 0 && own <= last);
      assert_true(g_hash_table_add(listed, (gpointer)finding));
      cost += last = own;
    }
    assert_true(missed->cost == cost && (i == 0 || cost <= missed[-1].cost));
  }
  assert_int_equal(g_hash_table_size(listed), costly);
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
    expected[SHORTFALL_NOT_OFFERED] += cell->need_owed;
    if (scene->problem->demands[demand].price_target > 0)
      expected[SHORTFALL_TARGET] += MAX(cell->target_owed - cell->need_owed, 0);
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
  return kind == SHORTFALL_COVER || kind == SHORTFALL_NOT_OFFERED ? SHORTFALL_NEED : (int)kind;
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
    if (rank(finding->kind) == SHORTFALL_NEED)
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
                   minutes - contract_minutes(scene->problem, clinician, NULL));
  assert_int_equal(person->balance_minutes, person->over_minutes); /* nothing is published */
  assert_true(person->streams.generalist_minutes == streams[0]);
  assert_true(person->streams.specialist_minutes == streams[1]);
  assert_int_equal(person->travel_minutes, travel);
  assert_int_equal(person->acceptability.split_days, split);
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
    split += person->acceptability.split_days;
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
  assert_int_equal(totals->acceptability.split_days, split);
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
    check_missed(&scene);
    check_quality(&scene);
    check_shortfalls(&scene);
    check_totals(&scene);
    check_places(&scene);
    forget(&scene);
  }
  g_rand_free(dice);
  close_example(&scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_prestate(test_drawn_rotas, "small"),
      cmocka_unit_test_prestate(test_drawn_rotas, "locality"),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
