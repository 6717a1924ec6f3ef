#include "planning/advice.h"

const char *const absence_state_names[ABSENCE_STATES] = {"safe",     "proven",  "open",
                                                         "unlawful", "unknown", "untried"};
const char *const advice_aim_names[ADVICE_AIMS] = {"points", "cover", "waiting"};
const char *const candidate_kind_names[CANDIDATE_KINDS] = {"hire", "skill", "room", "session"};

static void limit_free(gpointer data)
{
  struct advice_limit *limit = data;
  g_free(limit->words);
  g_free(limit->when);
  g_free(limit->rule);
  g_free(limit->task);
  g_free(limit->site);
  g_free(limit->clinician);
  g_array_unref(limit->rows);
  g_free(limit);
}

static void loss_free(gpointer data)
{
  struct advice_loss *loss = data;
  g_free(loss->words);
  g_free(loss);
}

void advice_absence_free(gpointer data)
{
  struct advice_absence *absence = data;
  if (!absence)
    return;
  g_free(absence->id);
  g_free(absence->name);
  g_free(absence->role);
  g_free(absence->week);
  g_ptr_array_unref(absence->by);
  g_ptr_array_unref(absence->weeks);
  g_free(absence);
}

static void role_free(gpointer data)
{
  struct advice_role *role = data;
  g_free(role->words);
  g_ptr_array_unref(role->holders);
  g_array_unref(role->people);
  advice_absence_free(role->together);
  g_free(role);
}

static void pair_free(gpointer data)
{
  struct advice_pair *pair = data;
  for (int i = 0; i < 2; i++) {
    g_free(pair->ids[i]);
    g_free(pair->names[i]);
  }
  advice_absence_free(pair->worst);
  g_free(pair);
}

static void candidate_free(gpointer data)
{
  struct advice_candidate *candidate = data;
  if (!candidate)
    return;
  g_free(candidate->words);
  outcome_free(candidate->outcome);
  g_free(candidate);
}

struct advice *advice_new(void)
{
  struct advice *advice = g_new0(struct advice, 1);
  advice->limits = g_ptr_array_new_with_free_func(limit_free);
  advice->absences = g_ptr_array_new_with_free_func(advice_absence_free);
  advice->roles = g_ptr_array_new_with_free_func(role_free);
  advice->pairs = g_ptr_array_new_with_free_func(pair_free);
  advice->candidates = g_ptr_array_new_with_free_func(candidate_free);
  return advice;
}

void advice_free(struct advice *advice)
{
  if (!advice)
    return;
  g_free(advice->service);
  g_free(advice->month);
  outcome_free(advice->baseline);
  g_ptr_array_unref(advice->limits);
  g_ptr_array_unref(advice->absences);
  g_ptr_array_unref(advice->roles);
  g_ptr_array_unref(advice->pairs);
  g_ptr_array_unref(advice->candidates);
  g_free(advice);
}

struct advice_limit *advice_limit_new(void)
{
  struct advice_limit *limit = g_new0(struct advice_limit, 1);
  limit->rows = g_array_new(FALSE, FALSE, sizeof(int));
  limit->saves = OUTCOME_UNKNOWN;
  return limit;
}

struct advice_absence *advice_absence_new(void)
{
  struct advice_absence *absence = g_new0(struct advice_absence, 1);
  absence->by = g_ptr_array_new_with_free_func(loss_free);
  absence->weeks = g_ptr_array_new_with_free_func(advice_absence_free);
  absence->state = ABSENCE_UNKNOWN;
  return absence;
}

struct advice_loss *advice_loss_new(void)
{
  return g_new0(struct advice_loss, 1);
}

struct advice_role *advice_role_new(void)
{
  struct advice_role *role = g_new0(struct advice_role, 1);
  role->holders = g_ptr_array_new_with_free_func(g_free);
  role->people = g_array_new(FALSE, FALSE, sizeof(int));
  return role;
}

struct advice_pair *advice_pair_new(void)
{
  return g_new0(struct advice_pair, 1);
}

struct advice_candidate *advice_candidate_new(void)
{
  return g_new0(struct advice_candidate, 1);
}

void advice_absence_take(struct advice_absence *absence, const struct advice_absence *week)
{
  absence->week = g_strdup(week->week);
  absence->sessions = week->sessions;
  absence->alone = week->alone;
  absence->lost = week->lost;
  absence->state = week->state;
  for (guint i = 0; i < week->by->len; i++) {
    const struct advice_loss *from = g_ptr_array_index(week->by, i);
    struct advice_loss *loss = advice_loss_new();
    *loss = *from;
    loss->words = g_strdup(from->words);
    g_ptr_array_add(absence->by, loss);
  }
}

bool advice_absence_hurts(const struct advice_absence *absence)
{
  return absence->lost > 0 || absence->state == ABSENCE_UNLAWFUL;
}

int advice_absence_hurt_weeks(const struct advice_absence *absence)
{
  int out = 0;
  for (guint i = 0; i < absence->weeks->len; i++)
    out += advice_absence_hurts(g_ptr_array_index(absence->weeks, i));
  return out;
}

bool advice_absence_is_built(const struct advice_absence *absence)
{
  return absence->state == ABSENCE_SAFE || absence->state == ABSENCE_PROVEN ||
         absence->state == ABSENCE_OPEN;
}

int64_t advice_candidate_proven(const struct advice_candidate *candidate,
                                const struct outcome *baseline)
{
  const struct outcome *outcome = candidate->outcome;
  if (!outcome || outcome->status != OUTCOME_BUILT ||
      baseline->values[MEASURE_BOUND] == OUTCOME_UNKNOWN)
    return OUTCOME_UNKNOWN;
  return MAX(baseline->values[MEASURE_BOUND] - outcome->values[MEASURE_COST], 0);
}

bool advice_absence_is_shown(const struct advice_absence *absence)
{
  return advice_absence_hurts(absence) || absence->state == ABSENCE_UNKNOWN;
}

struct absence_counts advice_absence_counts(const struct advice *advice)
{
  struct absence_counts out = {0, 0, 0};
  for (guint i = 0; i < advice->absences->len; i++) {
    const struct advice_absence *absence = g_ptr_array_index(advice->absences, i);
    out.hurt += advice_absence_hurts(absence);
    out.unknown += absence->state == ABSENCE_UNKNOWN || absence->state == ABSENCE_UNTRIED;
    out.shown += advice_absence_is_shown(absence);
  }
  return out;
}

bool advice_role_matters(const struct advice_role *role)
{
  enum { FEW = 8 };
  bool few = role->holders->len <= FEW && role->together && advice_absence_hurts(role->together);
  return role->holders->len <= 1 || role->lost > 0 || few;
}

enum candidate_claim advice_candidate_claim(const struct advice_candidate *candidate,
                                            const struct outcome *baseline)
{
  const struct outcome *outcome = candidate->outcome;
  if (!outcome || outcome->status != OUTCOME_BUILT)
    return CLAIM_NOTHING;
  if (outcome_is_same(outcome, baseline))
    return CLAIM_NO_CHANGE;
  const int64_t *values = outcome->values;
  int64_t proven = advice_candidate_proven(candidate, baseline);
  int64_t saved = baseline->values[MEASURE_COST] - values[MEASURE_COST];
  bool exact = proven == saved && values[MEASURE_BOUND] == values[MEASURE_COST];
  if (proven != OUTCOME_UNKNOWN && proven > 0)
    return exact ? CLAIM_PROVEN : CLAIM_AT_LEAST;
  return outcome_is_open(outcome, baseline) ? CLAIM_WITHIN_GAP : CLAIM_NO_SAVING;
}

int64_t advice_candidate_difference(const struct advice_candidate *candidate,
                                    const struct outcome *baseline, enum outcome_measure measure)
{
  if (!candidate->outcome)
    return OUTCOME_UNKNOWN;
  return outcome_difference(candidate->outcome->values[measure], baseline->values[measure]);
}

int64_t advice_candidate_change(const struct advice_candidate *candidate,
                                const struct outcome *baseline, enum advice_aim aim)
{
  static const enum outcome_measure measures[ADVICE_AIMS] = {
      [AIM_POINTS] = MEASURE_COST, [AIM_COVER] = MEASURE_GAPS, [AIM_WAITING] = MEASURE_LIST_END};
  if (!candidate->outcome || candidate->outcome->status != OUTCOME_BUILT)
    return OUTCOME_UNKNOWN;
  int64_t out = advice_candidate_difference(candidate, baseline, measures[aim]);
  bool unclear =
      aim == AIM_WAITING && outcome_ends_within(candidate->outcome, baseline, WAITING_ALL);
  return out != OUTCOME_UNKNOWN && unclear ? 0 : out;
}

void advice_rank(const GPtrArray *candidates, const struct outcome *baseline)
{
  for (guint i = 0; i < candidates->len; i++)
    for (int aim = 0; aim < ADVICE_AIMS; aim++) {
      struct advice_candidate *candidate = g_ptr_array_index(candidates, i);
      int64_t mine = advice_candidate_change(candidate, baseline, (enum advice_aim)aim);
      int rank = 1;
      for (guint j = 0; j < candidates->len; j++) {
        int64_t other = advice_candidate_change(g_ptr_array_index(candidates, j), baseline,
                                                (enum advice_aim)aim);
        rank += other != OUTCOME_UNKNOWN && other < mine;
      }
      candidate->ranks[aim] = mine == OUTCOME_UNKNOWN ? 0 : rank;
    }
}
