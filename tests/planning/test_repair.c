/* A repair against an exact model of its own making: cover lost and changes are both the optimum,
 * days past stay as they are, and what is said to change is what differs. */
#include "inputs/published.h"
#include "model/formulation.h"
#include "planning/assess.h"
#include "planning/documents.h"
#include "planning/repair.h"
#include "planning/repair_changes.h"
#include "planning/repair_missing.h"
#include "solver/mip.h"
#include "tests/support/built_month.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/missing.h"

#include <string.h>

/* One absence in so many is mended with the gaps kept. */
enum { SERVICES = 8, ABSENCES = 25, KEEP_GAPS_EVERY = 5, WEIGHT = 10000 };

struct fixture {
  struct built_month month; /* as published */
  struct published published;
};

/* The rota in the words of a published month. */
static GHashTable *words_of(const struct problem *problem, const struct rota *rota)
{
  const struct service *service = problem->service;
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *at = &rota->items[i];
    const struct slot *slot = &problem->month->slots[at->slot];
    char date[DATE_TEXT_SIZE];
    g_hash_table_insert(
        out,
        g_strdup_printf("%s %s %s", date_format(slot->date, date), service->blocks[slot->block].id,
                        service->clinicians[at->clinician].id),
        g_strdup_printf("%s at %s", service->tasks[at->task].id, service->sites[at->site].id));
  }
  return out;
}

static void begin(struct fixture *at, int number)
{
  *at = (struct fixture){0};
  built_month_begin(&at->month, 8 + number % 8, (uint64_t)number + 1);
  at->published.assignments = words_of(at->month.problem, at->month.built.rota);
}

static void end(struct fixture *at)
{
  g_hash_table_unref(at->published.assignments);
  built_month_end(&at->month);
}

/* --- what is lost, by the checks alone ------------------------------------------ */

static int64_t lost(GHashTable *before, GHashTable *now)
{
  GHashTableIter at;
  gpointer key, value;
  int64_t out = 0;
  g_hash_table_iter_init(&at, now);
  while (g_hash_table_iter_next(&at, &key, &value))
    out += MAX(GPOINTER_TO_INT(value) - GPOINTER_TO_INT(g_hash_table_lookup(before, key)), 0);
  return out;
}

/* --- the exact model -------------------------------------------------------------- */

/* The fewest losses and then changes, or with `keep_gaps` the other way round, by branch and cut
 * on the whole. */
static bool optimum(const struct fixture *at, const struct problem *problem, int today,
                    bool keep_gaps, int64_t *losses, int64_t *changes)
{
  int64_t loss = keep_gaps ? 1 : WEIGHT, change = keep_gaps ? WEIGHT : 1;
  struct programme *programme = formulation_build(problem);
  GHashTable *before = missing_in(at->month.built.audit);
  int64_t kept = 0;
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost = 0;
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *place = &problem->candidates[j];
    struct column *column = &programme->columns[j];
    int count;
    const struct assignment *was =
        rota_at(at->month.built.rota, place->clinician, place->slot, &count);
    bool stands = count && was->task == place->task && was->site == place->site;
    bool could_stand = count && problem_candidate(problem, was) != NONE;
    column->cost = stands ? -change : could_stand ? 0 : change;
    kept += stands;
    if (problem->month->slots[place->slot].date < today)
      column->lower = column->upper = stands;
  }
  missing_price(programme, problem, before, loss);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)programme->n_columns + 1);
  const struct mip_limits limits = {.cutoff = INT64_MAX, .thorough = true};
  struct mip_result result;
  assert_int_equal(mip_solve(programme, &limits, x, &result), STATUS_OK);
  if (result.end == MIP_OPTIMAL) {
    int64_t first = (result.cost + kept * change) / WEIGHT;
    int64_t second = (result.cost + kept * change) % WEIGHT;
    *losses = keep_gaps ? second : first;
    *changes = keep_gaps ? first : second;
  }
  programme_free(programme);
  g_hash_table_unref(before);
  return result.end == MIP_OPTIMAL;
}

/* --- one absence ------------------------------------------------------------------- */

/* Places that differ, those that the absence takes left out, by the words alone; none is past. */
static int differ(const struct fixture *at, const struct problem *problem, const struct rota *rota,
                  const struct leave *away)
{
  GHashTable *now = words_of(problem, rota);
  GHashTableIter iter;
  gpointer key, value;
  int out = 0;
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  date_format(away->from, first);
  date_format(away->until, last);
  const char *who = problem->service->clinicians[away->clinician].id;
  g_hash_table_iter_init(&iter, at->published.assignments);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    bool same = g_strcmp0(g_hash_table_lookup(now, key), value) == 0;
    bool is_away = strcmp(strrchr(key, ' ') + 1, who) == 0 && strncmp(key, first, 10) >= 0 &&
                   strncmp(key, last, 10) <= 0;
    assert_true(same || strncmp(key, first, 10) >= 0);
    out += !same && !is_away;
  }
  g_hash_table_iter_init(&iter, now);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    if (!g_hash_table_contains(at->published.assignments, key)) {
      assert_true(strncmp(key, first, 10) >= 0);
      out++;
    }
  g_hash_table_unref(now);
  return out;
}

static int counted(const struct repair_ground *ground, const struct rota *rota)
{
  g_autoptr(GArray) changes = repair_changes_new(ground, rota);
  int out = 0;
  for (guint i = 0; i < changes->len; i++)
    out += repair_change_counts(&g_array_index(changes, struct repair_change, i));
  return out;
}

/* Where days past alone break a limit: each is broken as much, were nothing to follow them. */
static void assert_past_breaks(const struct problem *problem, const struct repair_result *result,
                               int today)
{
  const struct rota *rota = result->rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  int count = 0;
  for (int i = 0; i < rota->count; i++)
    if (problem->month->slots[rota->items[i].slot].date < today)
      items[count++] = rota->items[i];
  struct rota *past = rota_new(problem, items, count);
  struct audit *alone = audit_new(problem, past);
  assert_true(result->audit->broken > 0);
  for (guint i = 0; i < result->audit->findings->len; i++) {
    const struct finding *one = &g_array_index(result->audit->findings, struct finding, i);
    bool as_much = one->price != PRICE_HARD;
    for (guint k = 0; k < alone->findings->len; k++) {
      const struct finding *other = &g_array_index(alone->findings, struct finding, k);
      as_much |= other->price == PRICE_HARD && other->violation >= one->violation &&
                 memcmp(&other->at, &one->at, sizeof one->at) == 0;
    }
    assert_true(as_much);
  }
  audit_free(alone);
  rota_free(past);
}

static void compare(const struct fixture *at, const struct problem *problem,
                    const struct leave *away, bool keep_gaps)
{
  struct repair_ground *ground = repair_ground_new(problem, &at->published, away->from);
  struct assessment *assessment = assess(at->month.built.audit, NULL);
  json_t *document = documents_rota(assessment);
  repair_ground_take_missing(ground, repair_missing_of_document(document));
  json_decref(document);
  assessment_free(assessment);
  const struct repair_request request = {.ground = ground,
                                         .settings = &at->month.settings,
                                         .keep_gaps = keep_gaps,
                                         .budget = REPAIR_ANY};
  struct repair_result result;
  int64_t losses = 0, changes = 0;
  repair_rota(&request, &result);
  bool lawful = optimum(at, problem, away->from, keep_gaps, &losses, &changes);
  assert_true(result.verdict == BUILD_DONE || (!lawful && result.verdict == BUILD_INFEASIBLE));
  if (!lawful && result.verdict == BUILD_DONE)
    assert_past_breaks(problem, &result, away->from);
  if (lawful) {
    GHashTable *before = missing_in(at->month.built.audit), *now = missing_in(result.audit);
    assert_int_equal(result.audit->broken, 0);
    assert_int_equal(result.lost.value, losses);
    assert_int_equal(lost(before, now), losses);
    assert_int_equal(result.changes.value, changes);
    assert_int_equal(counted(ground, result.rota), changes);
    assert_int_equal(differ(at, problem, result.rota, away), changes);
    assert_true(result.lost.proven && result.changes.proven);
    g_hash_table_unref(before);
    g_hash_table_unref(now);
  }
  repair_result_clear(&result);
  repair_ground_free(ground);
}

static void try_absence(const struct fixture *at, GRand *dice, bool keep_gaps)
{
  struct month month = *at->month.generated.month;
  const struct service *service = at->month.generated.service;
  int day = g_rand_int_range(dice, 0, month.n_days), days = g_rand_int_range(dice, 1, 8);
  struct leave away = {.clinician = g_rand_int_range(dice, 0, service->n_clinicians),
                       .from = month.days[day].date,
                       .until = month.days[MIN(day + days, month.n_days) - 1].date,
                       .blocks = 0xff,
                       .kind = "sick"};
  g_autofree struct leave *leaves = g_new(struct leave, (gsize)month.n_leaves + 1);
  g_autofree struct lock *locks = g_new(struct lock, (gsize)month.n_locks + 1);
  if (month.n_leaves > 0)
    memcpy(leaves, month.leaves, sizeof *leaves * (gsize)month.n_leaves);
  leaves[month.n_leaves++] = away;
  month.leaves = leaves;
  int n_locks = 0;
  for (int i = 0; i < month.n_locks; i++)
    if (month.locks[i].clinician != away.clinician)
      locks[n_locks++] = month.locks[i];
  month.locks = locks;
  month.n_locks = n_locks;
  struct problem *problem = problem_new(service, &month);
  compare(at, problem, &away, keep_gaps);
  problem_free(problem);
}

static void an_absence_is_mended_as_well_as_can_be(void **state)
{
  int absences = MAX(cases_tried(ABSENCES), KEEP_GAPS_EVERY);
  (void)state;
  for (int n = 0; n < cases_tried(SERVICES); n++) {
    GRand *dice = g_rand_new_with_seed((guint32)n + 1);
    struct fixture at;
    begin(&at, n);
    for (int i = 0; i < absences; i++)
      try_absence(&at, dice, i % KEEP_GAPS_EVERY == KEEP_GAPS_EVERY - 1);
    end(&at);
    g_rand_free(dice);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_absence_is_mended_as_well_as_can_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
