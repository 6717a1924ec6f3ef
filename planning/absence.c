#include "planning/absence.h"

#include "model/formulation.h"
#include "model/words.h"
#include "planning/losses.h"

enum { GLANCE_SECONDS = 1 };

/* What is at work. */
struct trial {
  const struct absence_ground *ground;
  int clinician, week;
  struct month month; /* the ground's, with the person on leave; borrows all but two arrays */
  struct leave *leaves;
  struct lock *locks;
  struct problem *problem;
  struct rota *rota; /* the others', as they are */
  struct advice_absence *out;
};

static int week_of(const struct month *month, int slot)
{
  return month->days[month->slots[slot].day].week;
}

static bool is_away(const struct trial *trial, int clinician, int slot)
{
  return clinician == trial->clinician &&
         week_of(trial->ground->problem->month, slot) == trial->week;
}

/* The ground's rota without what the person does in the week, for a problem with
 * the same slots. */
static struct rota *without(const struct trial *trial, const struct problem *problem, int *gone)
{
  const struct rota *rota = trial->ground->rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  int count = 0;
  for (int i = 0; i < rota->count; i++)
    if (!is_away(trial, rota->items[i].clinician, rota->items[i].slot))
      items[count++] = rota->items[i];
  *gone = rota->count - count;
  return rota_new(problem, items, count);
}

/* --- the week --------------------------------------------------------------- */

static int64_t cover_lost(const struct trial *trial, const struct problem *problem,
                          const struct rota *rota)
{
  struct audit *audit = audit_new(problem, rota);
  int64_t out = losses_missing(audit) - losses_missing(trial->ground->audit);
  audit_free(audit);
  return MAX(out, 0);
}

/* Sets the week in which most is lost if nobody steps in; of several, the one with
 * most sessions, then the first. */
static void choose_week(struct trial *trial)
{
  const struct problem *problem = trial->ground->problem;
  struct advice_absence *out = trial->out;
  int best = 0;
  for (trial->week = 0; trial->week < problem->month->n_weeks; trial->week++) {
    int sessions;
    struct rota *rota = without(trial, problem, &sessions);
    int64_t lost = sessions > 0 ? cover_lost(trial, problem, rota) : 0;
    if (lost > out->alone || (lost == out->alone && sessions > out->sessions)) {
      best = trial->week;
      out->alone = lost;
      out->sessions = sessions;
    }
    rota_free(rota);
  }
  trial->week = best;
}

/* --- the month without them ------------------------------------------------- */

static void add_leave(struct trial *trial)
{
  struct month *month = &trial->month;
  struct leave leave = {.clinician = trial->clinician, .blocks = 0xff, .kind = "away"};
  leave.from = leave.until = DATE_NONE;
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == trial->week) {
      leave.from = leave.from == DATE_NONE ? month->days[d].date : leave.from;
      leave.until = month->days[d].date;
    }
  trial->leaves = g_new(struct leave, (gsize)month->n_leaves + 1);
  for (int i = 0; i < month->n_leaves; i++)
    trial->leaves[i] = month->leaves[i];
  trial->leaves[month->n_leaves++] = leave;
  month->leaves = trial->leaves;
}

static void drop_locks(struct trial *trial)
{
  struct month *month = &trial->month;
  trial->locks = g_new(struct lock, (gsize)month->n_locks + 1);
  int count = 0;
  for (int i = 0; i < month->n_locks; i++)
    if (!is_away(trial, month->locks[i].clinician, month->locks[i].slot))
      trial->locks[count++] = month->locks[i];
  month->locks = trial->locks;
  month->n_locks = count;
}

static void send_away(struct trial *trial)
{
  const struct problem *problem = trial->ground->problem;
  char words[WORDS_SIZE];
  int gone;
  trial->month = *problem->month;
  add_leave(trial);
  drop_locks(trial);
  trial->problem = problem_new(problem->service, &trial->month);
  trial->rota = without(trial, trial->problem, &gone);
  trial->out->week = g_strdup(words_period(problem, PERIOD_WEEK, trial->week, words));
}

/* Nobody steps in, and all is well? */
static bool is_safe(const struct trial *trial)
{
  struct audit *audit = audit_new(trial->problem, trial->rota);
  bool safe = audit->broken == 0 && losses_missing(audit) <= losses_missing(trial->ground->audit);
  audit_free(audit);
  return safe;
}

/* All placements outside the week stay as they are. */
static void fix_other_weeks(const struct trial *trial, struct programme *programme)
{
  g_autofree int64_t *values = build_start_values(trial->problem, programme, trial->rota);
  for (int j = 0; j < trial->problem->n_candidates; j++)
    if (week_of(&trial->month, trial->problem->candidates[j].slot) != trial->week)
      programme->columns[j].lower = programme->columns[j].upper = values[j];
}

/* What is lost in that week's rota, which is where the next look goes on from. */
static void take_week(struct trial *trial, struct build_result *result)
{
  struct advice_absence *out = trial->out;
  out->lost = MAX(losses_missing(result->audit) - losses_missing(trial->ground->audit), 0);
  out->state = out->lost == 0 ? ABSENCE_SAFE : result->proven ? ABSENCE_PROVEN : ABSENCE_OPEN;
  g_ptr_array_set_size(out->by, 0);
  if (out->lost > 0)
    losses_add(trial->ground->audit, result->audit, out->by);
  rota_free(trial->rota);
  trial->rota = g_steal_pointer(&result->rota);
}

static void build_for(struct trial *trial, const struct programme *programme, int seconds)
{
  const struct build_settings settings = build_part_settings(trial->ground->settings, seconds);
  const struct build_request request = {trial->problem, programme, trial->rota, &settings};
  struct build_result result;
  build_rota(&request, &result);
  if (result.verdict == BUILD_INFEASIBLE)
    trial->out->state = ABSENCE_UNLAWFUL;
  else if (result.verdict == BUILD_DONE)
    take_week(trial, &result);
  build_result_clear(&result);
}

/* Mostly nothing is lost, which a first look finds out; only otherwise it pays to
 * look for long. */
static void build_week(struct trial *trial)
{
  const enum absence_state *state = &trial->out->state;
  struct programme *programme = formulation_build(trial->problem);
  fix_other_weeks(trial, programme);
  build_for(trial, programme, GLANCE_SECONDS);
  if (*state == ABSENCE_OPEN || *state == ABSENCE_UNKNOWN)
    build_for(trial, programme, ABSENCE_SECONDS - GLANCE_SECONDS);
  programme_free(programme);
}

static void describe(struct trial *trial)
{
  const struct problem *problem = trial->ground->problem;
  const struct clinician *person = &problem->service->clinicians[trial->clinician];
  trial->out->id = g_strdup(person->id);
  trial->out->name = g_strdup(person->name);
  trial->out->role = g_strdup(person->role);
  trial->out->band =
      clinician_on(problem->service, trial->clinician, problem->month->days[0].date)->band;
}

struct advice_absence *absence_try(const struct absence_ground *ground, int clinician)
{
  struct trial trial = {.ground = ground, .clinician = clinician, .out = advice_absence_new()};
  describe(&trial);
  if (ground->settings->stop && *ground->settings->stop) {
    trial.out->state = ABSENCE_UNTRIED;
    trial.out->week = g_strdup("");
    return trial.out;
  }
  choose_week(&trial);
  send_away(&trial);
  if (is_safe(&trial))
    trial.out->state = ABSENCE_SAFE;
  else
    build_week(&trial);
  rota_free(trial.rota);
  problem_free(trial.problem);
  g_free(trial.leaves);
  g_free(trial.locks);
  return trial.out;
}
