#include "planning/absence.h"

#include "planning/losses.h"

/* Who is tried. */
struct trial {
  const struct absence_ground *ground;
  const bool *away;     /* [clinicians] */
  int clinician;        /* the only one of them; NONE: several */
  struct rota **mended; /* [weeks], or NULL */
};

static void describe(const struct trial *trial, struct advice_absence *out)
{
  const struct problem *problem = trial->ground->problem;
  if (trial->clinician == NONE)
    return;
  const struct clinician *person = &problem->service->clinicians[trial->clinician];
  out->id = g_strdup(person->id);
  out->name = g_strdup(person->name);
  out->role = g_strdup(person->role);
  out->band = clinician_on(problem->service, trial->clinician, problem->month->days[0].date)->band;
}

/* Sessions of need and cover beyond what the rota lacks anyway. */
static int64_t lost_alone(const struct absence_ground *ground, const struct rota *rota)
{
  struct audit *audit = audit_new(ground->problem, rota);
  int64_t out = losses_missing(audit) - losses_missing(ground->audit);
  audit_free(audit);
  return MAX(out, 0);
}

/* The others' week: as it is, where nothing is lost by that; otherwise mended. */
static struct rota *others_week(const struct absence_ground *ground,
                                const struct absence_week *week, struct rota *without,
                                struct advice_absence *out)
{
  struct rota *mended = NULL;
  out->alone = lost_alone(ground, without);
  if (build_is_stopped(ground->settings)) {
    out->state = ABSENCE_UNTRIED;
    return NULL;
  }
  bool lawful = absence_week_lost(week, without) != OUTCOME_UNKNOWN;
  if (lawful && out->alone == 0)
    out->state = ABSENCE_SAFE;
  else
    mended = absence_week_mend(week, lawful ? without : NULL, out->alone, out);
  return mended;
}

/* NULL: they do nothing in that week. */
static struct advice_absence *try_week(const struct trial *trial, int index)
{
  const struct absence_ground *ground = trial->ground;
  struct absence_week *week = absence_week_new(ground, trial->away, index);
  struct advice_absence *out = NULL;
  int sessions;
  struct rota *rota = absence_week_without(week, ground->rota, &sessions);
  if (sessions > 0) {
    out = advice_absence_new();
    describe(trial, out);
    out->sessions = sessions;
    out->index = index;
    out->week = absence_week_words(ground, index);
    struct rota *mended = others_week(ground, week, rota, out);
    if (trial->mended && (mended || out->state == ABSENCE_SAFE))
      trial->mended[index] = mended ? g_steal_pointer(&mended) : g_steal_pointer(&rota);
    rota_free(mended);
  }
  rota_free(rota);
  absence_week_free(week);
  return out;
}

/* --- the worst of them ------------------------------------------------------- */

static int gravity(const struct advice_absence *absence)
{
  static const int order[ABSENCE_STATES] = {
      [ABSENCE_SAFE] = 0,   [ABSENCE_UNTRIED] = 1, [ABSENCE_UNKNOWN] = 2,
      [ABSENCE_PROVEN] = 3, [ABSENCE_OPEN] = 3,    [ABSENCE_UNLAWFUL] = 4,
  };
  return order[absence->state];
}

static bool is_worse(const struct advice_absence *a, const struct advice_absence *b)
{
  if (gravity(a) != gravity(b))
    return gravity(a) > gravity(b);
  if (a->lost != b->lost)
    return a->lost > b->lost;
  return a->alone != b->alone ? a->alone > b->alone : a->sessions > b->sessions;
}

static void take_worst(struct advice_absence *out)
{
  const struct advice_absence *worst = NULL;
  for (guint i = 0; i < out->weeks->len; i++) {
    const struct advice_absence *week = g_ptr_array_index(out->weeks, i);
    worst = !worst || is_worse(week, worst) ? week : worst;
  }
  if (worst) {
    advice_absence_take(out, worst);
    return;
  }
  out->state = ABSENCE_SAFE;
  out->week = g_strdup("");
}

static struct advice_absence *try_weeks(const struct trial *trial)
{
  struct advice_absence *out = advice_absence_new();
  describe(trial, out);
  for (int week = 0; week < trial->ground->problem->month->n_weeks; week++) {
    struct advice_absence *one = try_week(trial, week);
    if (one)
      g_ptr_array_add(out->weeks, one);
  }
  take_worst(out);
  return out;
}

struct advice_absence *absence_try(const struct absence_ground *ground, int clinician,
                                   struct rota **mended)
{
  g_autofree bool *away = g_new0(bool, (gsize)ground->problem->service->n_clinicians + 1);
  away[clinician] = true;
  const struct trial trial = {ground, away, clinician, mended};
  return try_weeks(&trial);
}

struct advice_absence *absence_try_all(const struct absence_ground *ground, const bool *away)
{
  const struct trial trial = {ground, away, NONE, NULL};
  return try_weeks(&trial);
}
