/* Everybody away in every week, by themselves and any two together, on services drawn at random:
 * what is lost is what branch and cut on the whole week says, with none of the repair in it. */
#include "model/formulation.h"
#include "planning/absence.h"
#include "planning/absence_pairs.h"
#include "planning/assess.h"
#include "planning/documents.h"
#include "planning/repair_missing.h"
#include "solver/mip.h"
#include "tests/support/built_month.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/missing.h"

#include <string.h>

/* Everybody and every week of all takes minutes: ROTA_CASES=all. Otherwise a share. */
enum { SERVICES = 20, SHARE = 8, SHARE_OF_PAIRS = 16 };

/* --- the exact model ------------------------------------------------------------------ */

/* One person, or two: otherwise the same twice. */
struct away {
  int clinician, other, week;
};

static bool is_in(const struct problem *problem, int slot, int week)
{
  return problem->month->days[problem->month->slots[slot].day].week == week;
}

/* Takes them out of the candidates by hand: placements of that week and person can't be. */
static struct programme *week_of(const struct built_month *at, const struct problem *problem,
                                 const struct away *away)
{
  struct programme *programme = formulation_build(problem);
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost = 0;
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *place = &problem->candidates[j];
    struct column *column = &programme->columns[j];
    int count;
    const struct assignment *was = rota_at(at->built.rota, place->clinician, place->slot, &count);
    if (!is_in(problem, place->slot, away->week))
      column->lower = column->upper = count && was->task == place->task && was->site == place->site;
  }
  return programme;
}

/* The fewest that are missing besides those of before; -1: no lawful week. */
static int64_t fewest(const struct built_month *at, const struct problem *problem,
                      const struct away *away)
{
  struct programme *programme = week_of(at, problem, away);
  GHashTable *before = missing_in(at->built.audit);
  missing_price(programme, problem, before, 1);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)programme->n_columns + 1);
  const struct mip_limits limits = {.cutoff = INT64_MAX, .thorough = true};
  struct mip_result result;
  assert_int_equal(mip_solve(programme, &limits, x, &result), STATUS_OK);
  assert_true(result.end == MIP_OPTIMAL || result.end == MIP_NONE);
  programme_free(programme);
  g_hash_table_unref(before);
  return result.end == MIP_OPTIMAL ? result.cost : -1;
}

static bool is_one(const struct away *away, int clinician)
{
  return clinician == away->clinician || clinician == away->other;
}

/* The month with that leave in it. */
static int64_t truth(const struct built_month *at, const struct away *away)
{
  struct month month = *at->generated.month;
  struct leave leave = {.clinician = away->clinician, .blocks = 0xff, .kind = "sick"};
  g_autofree struct leave *leaves = g_new(struct leave, (gsize)month.n_leaves + 2);
  g_autofree struct lock *locks = g_new(struct lock, (gsize)month.n_locks + 1);
  leave.from = G_MAXINT;
  for (int d = 0; d < month.n_days; d++)
    if (month.days[d].week == away->week) {
      leave.from = MIN(leave.from, month.days[d].date);
      leave.until = month.days[d].date;
    }
  for (int i = 0; i < month.n_leaves; i++)
    leaves[i] = month.leaves[i];
  leaves[month.n_leaves++] = leave;
  leave.clinician = away->other;
  if (away->other != away->clinician)
    leaves[month.n_leaves++] = leave;
  month.leaves = leaves;
  int kept = 0;
  for (int i = 0; i < month.n_locks; i++)
    if (!is_one(away, month.locks[i].clinician) ||
        !is_in(at->problem, month.locks[i].slot, away->week))
      locks[kept++] = month.locks[i];
  month.locks = locks;
  month.n_locks = kept;
  struct problem *problem = problem_new(at->generated.service, &month);
  int64_t out = fewest(at, problem, away);
  problem_free(problem);
  return out;
}

/* --- everybody ------------------------------------------------------------------------- */

struct tally {
  bool all;
  int seen, weeks, hurt;
};

static int works_in(const struct built_month *at, const struct away *away)
{
  int out = 0;
  for (int i = 0; i < at->built.rota->count; i++)
    out += at->built.rota->items[i].clinician == away->clinician &&
           is_in(at->problem, at->built.rota->items[i].slot, away->week);
  return out;
}

static void compare(const struct advice_absence *week, int64_t lost, struct tally *tally)
{
  assert_int_equal(week->state, lost < 0    ? ABSENCE_UNLAWFUL
                                : lost == 0 ? ABSENCE_SAFE
                                            : ABSENCE_PROVEN);
  assert_int_equal(week->lost, MAX(lost, 0));
  tally->weeks++;
  tally->hurt += lost != 0;
}

static void try_person(const struct built_month *at, const struct absence_ground *ground,
                       int clinician, struct tally *tally)
{
  struct advice_absence *absence = absence_try(ground, clinician, NULL);
  struct away away = {clinician, clinician, 0};
  int64_t worst = 0;
  guint next = 0;
  for (; away.week < at->problem->month->n_weeks; away.week++) {
    if (works_in(at, &away) == 0)
      continue;
    const struct advice_absence *week = g_ptr_array_index(absence->weeks, next++);
    assert_int_equal(week->sessions, works_in(at, &away));
    if (tally->seen++ % SHARE == 0 || tally->all)
      compare(week, truth(at, &away), tally);
    worst = MAX(worst, week->lost);
  }
  assert_int_equal(absence->weeks->len, next);
  if (absence->state != ABSENCE_UNLAWFUL)
    assert_int_equal(absence->lost, worst);
  advice_absence_free(absence);
}

/* What absences are tried on. */
struct stage {
  struct built_month at;
  struct assessment *assessment;
  json_t *document;
  struct absence_ground ground;
};

static void stage_begin(struct stage *stage, int n)
{
  struct built_month *at = &stage->at;
  built_month_begin(at, 8 + n % 3, (uint64_t)n + 41);
  stage->assessment = assess(at->built.audit, NULL);
  stage->document = documents_rota(stage->assessment);
  stage->ground =
      (struct absence_ground){at->problem, at->built.rota, at->built.audit,
                              repair_missing_of_document(stage->document), &at->settings};
}

static void stage_end(struct stage *stage)
{
  g_hash_table_unref(stage->ground.missing);
  json_decref(stage->document);
  assessment_free(stage->assessment);
  built_month_end(&stage->at);
}

static void what_is_lost_is_the_least(void **state)
{
  (void)state;
  struct tally tally = {.all = g_strcmp0(g_getenv("ROTA_CASES"), "all") == 0};
  int services = tally.all ? SERVICES : cases_tried(2);
  for (int n = 0; n < services; n++) {
    struct stage stage;
    stage_begin(&stage, n);
    for (int c = 0; c < stage.at.problem->service->n_clinicians; c++)
      try_person(&stage.at, &stage.ground, c, &tally);
    stage_end(&stage);
  }
  assert_true(tally.weeks > 0);
  assert_true(tally.hurt > 0);
}

/* --- pairs ------------------------------------------------------------------------------ */

static const struct advice_pair *pair_of(const struct advice *advice, const struct service *service,
                                         const struct away *away)
{
  for (guint i = 0; i < advice->pairs->len; i++) {
    const struct advice_pair *pair = g_ptr_array_index(advice->pairs, i);
    if (strcmp(pair->ids[0], service->clinicians[away->clinician].id) == 0 &&
        strcmp(pair->ids[1], service->clinicians[away->other].id) == 0)
      return pair;
  }
  return NULL;
}

/* What both lose together in the week beyond what each loses alone; 0 where one of them does not
 * work in it, or leaves no lawful week alone. */
static int64_t more_together(const struct built_month *at, const struct away *away, bool *unlawful)
{
  struct away first = {away->clinician, away->clinician, away->week};
  struct away second = {away->other, away->other, away->week};
  if (works_in(at, &first) == 0 || works_in(at, &second) == 0)
    return 0;
  int64_t one = truth(at, &first), other = truth(at, &second);
  if (one < 0 || other < 0)
    return 0;
  int64_t both = truth(at, away);
  *unlawful = *unlawful || both < 0;
  return both < 0 ? 0 : MAX(0, both - one - other);
}

static void try_pair(const struct built_month *at, const struct advice *advice, int a, int b,
                     struct tally *tally)
{
  struct away away = {a, b, 0};
  int64_t worst = 0;
  bool unlawful = false;
  for (; away.week < at->problem->month->n_weeks; away.week++) {
    int64_t more = more_together(at, &away, &unlawful);
    worst = MAX(worst, more);
    tally->weeks++;
  }
  const struct advice_pair *pair = pair_of(advice, at->problem->service, &away);
  assert_true((pair != NULL) == (worst > 0 || unlawful));
  tally->hurt += pair != NULL;
  if (!pair)
    return;
  if (unlawful)
    assert_int_equal(pair->worst->state, ABSENCE_UNLAWFUL);
  else {
    assert_int_equal(pair->worst->state, ABSENCE_PROVEN);
    assert_int_equal(pair->worst->lost - pair->apart, worst);
  }
}

static void pairs_are_those_that_lose_more(void **state)
{
  (void)state;
  struct tally tally = {.all = g_strcmp0(g_getenv("ROTA_CASES"), "all") == 0};
  int services = tally.all ? SERVICES : cases_tried(2);
  for (int n = 0; n < services; n++) {
    struct stage stage;
    stage_begin(&stage, n);
    int people = stage.at.problem->service->n_clinicians;
    int weeks = stage.at.problem->month->n_weeks;
    struct advice_absence **absences = g_new0(struct advice_absence *, (gsize)people + 1);
    struct rota **mended = g_new0(struct rota *, (gsize)(people * weeks) + 1);
    for (int c = 0; c < people; c++)
      absences[c] = absence_try(&stage.ground, c, &mended[c * weeks]);
    const struct absence_singles singles = {absences, mended};
    struct advice *advice = advice_new();
    absence_pairs_add(&stage.ground, &singles, advice, (struct parallel_watch){0});
    assert_int_equal(advice->pairs_unknown, 0);
    for (int a = 0; a < people; a++)
      for (int b = a + 1; b < people; b++)
        if (tally.seen++ % SHARE_OF_PAIRS == 0 || tally.all)
          try_pair(&stage.at, advice, a, b, &tally);
    advice_free(advice);
    for (int c = 0; c < people; c++)
      advice_absence_free(absences[c]);
    for (int i = 0; i < people * weeks; i++)
      rota_free(mended[i]);
    g_free(absences);
    g_free(mended);
    stage_end(&stage);
  }
  assert_true(tally.weeks > 0);
  assert_true(tally.hurt > 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_lost_is_the_least),
      cmocka_unit_test(pairs_are_those_that_lose_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
