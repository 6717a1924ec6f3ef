#include "planning/absence_week.h"

#include "model/words.h"
#include "planning/losses.h"
#include "planning/repair.h"
#include "planning/repair_missing.h"

#include <string.h>

struct absence_week {
  const struct absence_ground *ground;
  const bool *away;
  int week, from, until; /* dates */
  struct month month;    /* the ground's, with them on leave; borrows all but two arrays */
  struct leave *leaves;
  struct lock *locks;
  struct problem *problem;
};

static bool is_away(const struct absence_week *week, int clinician, int slot)
{
  const struct month *month = week->ground->problem->month;
  return week->away[clinician] && month->days[month->slots[slot].day].week == week->week;
}

/* --- the month without them ------------------------------------------------- */

static void find_days(struct absence_week *week)
{
  const struct month *month = &week->month;
  week->from = DATE_NONE;
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == week->week) {
      week->from = week->from == DATE_NONE ? month->days[d].date : week->from;
      week->until = month->days[d].date;
    }
}

static void add_leaves(struct absence_week *week)
{
  struct month *month = &week->month;
  int people = week->ground->problem->service->n_clinicians;
  week->leaves = g_new(struct leave, (gsize)(month->n_leaves + people) + 1);
  for (int i = 0; i < month->n_leaves; i++)
    week->leaves[i] = month->leaves[i];
  for (int c = 0; c < people; c++)
    if (week->away[c])
      week->leaves[month->n_leaves++] = (struct leave){
          .clinician = c, .from = week->from, .until = week->until, .blocks = 0xff, .kind = "away"};
  month->leaves = week->leaves;
}

static void drop_locks(struct absence_week *week)
{
  struct month *month = &week->month;
  week->locks = g_new(struct lock, (gsize)month->n_locks + 1);
  int count = 0;
  for (int i = 0; i < month->n_locks; i++)
    if (!is_away(week, month->locks[i].clinician, month->locks[i].slot))
      week->locks[count++] = month->locks[i];
  month->locks = week->locks;
  month->n_locks = count;
}

struct absence_week *absence_week_new(const struct absence_ground *ground, const bool *away,
                                      int index)
{
  struct absence_week *week = g_new0(struct absence_week, 1);
  *week = (struct absence_week){
      .ground = ground, .away = away, .week = index, .month = *ground->problem->month};
  find_days(week);
  add_leaves(week);
  drop_locks(week);
  week->problem = problem_new(ground->problem->service, &week->month);
  return week;
}

void absence_week_free(struct absence_week *week)
{
  if (!week)
    return;
  problem_free(week->problem);
  g_free(week->leaves);
  g_free(week->locks);
  g_free(week);
}

char *absence_week_words(const struct absence_ground *ground, int week)
{
  char words[WORDS_SIZE];
  return g_strdup(words_period(ground->problem, PERIOD_WEEK, week, words));
}

/* --- rotas of it ------------------------------------------------------------- */

struct rota *absence_week_without(const struct absence_week *week, const struct rota *rota,
                                  int *sessions)
{
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  int count = 0;
  for (int i = 0; i < rota->count; i++)
    if (!is_away(week, rota->items[i].clinician, rota->items[i].slot))
      items[count++] = rota->items[i];
  *sessions = rota->count - count;
  return rota_new(week->problem, items, count);
}

static bool is_needed(const struct finding *finding)
{
  return finding->kind == SHORTFALL_NEED || finding->kind == SHORTFALL_COVER;
}

/* What is missing of what the finding is about, in all findings about it; 0 where an earlier one
 * has told of it. */
static int64_t missing_of(const struct audit *audit, guint index)
{
  const struct finding *finding = &g_array_index(audit->findings, struct finding, index);
  int64_t out = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *other = &g_array_index(audit->findings, struct finding, i);
    if (!is_needed(other) || memcmp(&other->at, &finding->at, sizeof other->at) != 0)
      continue;
    if (i < index)
      return 0;
    out += other->violation;
  }
  return out;
}

int64_t absence_week_lost(const struct absence_week *week, const struct rota *rota)
{
  struct audit *audit = audit_new(week->problem, rota);
  int64_t out = audit->broken == 0 ? 0 : OUTCOME_UNKNOWN;
  for (guint i = 0; i < audit->findings->len && out != OUTCOME_UNKNOWN; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    int64_t missing = is_needed(finding) ? missing_of(audit, i) : 0;
    if (missing > 0)
      out +=
          MAX(0, missing - repair_missing_at(week->ground->missing, week->problem, &finding->at));
  }
  audit_free(audit);
  return out;
}

/* --- mended -------------------------------------------------------------------- */

void absence_week_take(const struct absence_week *week, const struct rota *rota, int64_t lost,
                       struct advice_absence *out)
{
  struct audit *audit = audit_new(week->problem, rota);
  g_ptr_array_set_size(out->by, 0);
  out->lost = lost;
  out->state = ABSENCE_OPEN;
  losses_add(week->ground->audit, audit, out->by);
  audit_free(audit);
}

/* What their other weeks alone break (their contract is less with that leave) is not the week's. */
static bool take_repaired(const struct absence_week *week, const struct repair_result *result,
                          struct advice_absence *out)
{
  if (result->verdict == BUILD_INFEASIBLE)
    out->state = ABSENCE_UNLAWFUL;
  if (result->verdict != BUILD_DONE)
    return false;
  out->lost = result->lost.value;
  out->state = out->lost == 0 ? ABSENCE_SAFE : result->lost.proven ? ABSENCE_PROVEN : ABSENCE_OPEN;
  losses_add_repaired(week->problem, result->losses, out->by);
  return true;
}

/* So that the repairs for two people seldom ask for the same third. */
static uint64_t others_of(const struct absence_week *week)
{
  uint64_t out = 0;
  for (int c = 0; c < week->ground->problem->service->n_clinicians; c++)
    out = week->away[c] ? out * 1009 + (uint64_t)c + 1 : out;
  return out;
}

struct rota *absence_week_mend(const struct absence_week *week, const struct rota *else_rota,
                               int64_t else_lost, struct advice_absence *out)
{
  const struct absence_ground *ground = week->ground;
  const struct build_settings settings = build_part_settings(ground->settings, ABSENCE_SECONDS);
  struct repair_ground *from =
      repair_ground_of_rota(week->problem, ground->rota, week->from, week->until);
  repair_ground_take_missing(from, g_hash_table_ref(ground->missing));
  const struct repair_request request = {.ground = from,
                                         .settings = &settings,
                                         .cover_alone = true,
                                         .others = others_of(week),
                                         .budget = REPAIR_ANY};
  struct repair_result result;
  struct rota *mended = NULL;
  repair_rota(&request, &result);
  if (take_repaired(week, &result, out))
    mended = g_steal_pointer(&result.rota);
  bool worse = !mended || (out->state == ABSENCE_OPEN && out->lost > else_lost);
  if (worse && else_rota && out->state != ABSENCE_UNLAWFUL)
    absence_week_take(week, else_rota, else_lost, out);
  repair_result_clear(&result);
  repair_ground_free(from);
  return mended;
}
