#include "planning/absence.h"

#include "model/words.h"
#include "planning/losses.h"
#include "planning/repair.h"

/* What is at work. */
struct trial {
  const struct absence_ground *ground;
  int clinician, week;
  struct month month; /* the ground's, with the person on leave; borrows all but two arrays */
  struct leave *leaves;
  struct lock *locks;
  struct problem *problem;
  struct rota *rota; /* the others', as they are */
  bool is_lawful;    /* that one */
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

/* What the others' week comes to; nobody stepping in may be the only one that was found. */
static void take(struct trial *trial, const struct repair_result *result)
{
  struct advice_absence *out = trial->out;
  if (result->verdict == BUILD_INFEASIBLE)
    out->state = ABSENCE_UNLAWFUL;
  if (result->verdict == BUILD_DONE && result->audit->broken == 0) {
    out->lost = result->lost.value;
    out->state = out->lost == 0        ? ABSENCE_SAFE
                 : result->lost.proven ? ABSENCE_PROVEN
                                       : ABSENCE_OPEN;
    losses_add_repaired(trial->problem, result->losses, out->by);
  } else if (out->state == ABSENCE_UNKNOWN && trial->is_lawful) {
    struct audit *audit = audit_new(trial->problem, trial->rota);
    out->lost = out->alone;
    out->state = ABSENCE_OPEN;
    losses_add(trial->ground->audit, audit, out->by);
    audit_free(audit);
  }
}

static void mend(struct trial *trial)
{
  const struct absence_ground *ground = trial->ground;
  const struct build_settings settings = build_part_settings(ground->settings, ABSENCE_SECONDS);
  const struct leave *away = &trial->leaves[trial->month.n_leaves - 1];
  struct repair_ground *from =
      repair_ground_of_rota(trial->problem, ground->rota, away->from, away->until);
  repair_ground_take_missing(from, g_hash_table_ref(ground->missing));
  const struct repair_request request = {
      .ground = from, .settings = &settings, .budget = REPAIR_ANY};
  struct repair_result result;
  repair_rota(&request, &result);
  take(trial, &result);
  repair_result_clear(&result);
  repair_ground_free(from);
}

/* Nobody steps in, and all is well? */
static bool is_safe(struct trial *trial)
{
  struct audit *audit = audit_new(trial->problem, trial->rota);
  trial->is_lawful = audit->broken == 0;
  bool safe = trial->is_lawful && trial->out->alone == 0;
  audit_free(audit);
  return safe;
}

static bool is_stopped(const struct absence_ground *ground)
{
  return ground->settings->stop && *ground->settings->stop;
}

static void describe(const struct trial *trial)
{
  const struct problem *problem = trial->ground->problem;
  const struct clinician *person = &problem->service->clinicians[trial->clinician];
  trial->out->id = g_strdup(person->id);
  trial->out->name = g_strdup(person->name);
  trial->out->role = g_strdup(person->role);
  trial->out->band =
      clinician_on(problem->service, trial->clinician, problem->month->days[0].date)->band;
}

/* NULL: they do nothing in that week. */
static struct advice_absence *try_week(const struct absence_ground *ground, int clinician, int week)
{
  struct trial trial = {.ground = ground, .clinician = clinician, .week = week};
  int sessions;
  struct rota *rota = without(&trial, ground->problem, &sessions);
  if (sessions > 0) {
    trial.out = advice_absence_new();
    describe(&trial);
    trial.out->sessions = sessions;
    trial.out->alone = cover_lost(&trial, ground->problem, rota);
    send_away(&trial);
    if (is_stopped(ground))
      trial.out->state = ABSENCE_UNTRIED;
    else if (is_safe(&trial))
      trial.out->state = ABSENCE_SAFE;
    else
      mend(&trial);
  }
  rota_free(rota);
  rota_free(trial.rota);
  problem_free(trial.problem);
  g_free(trial.leaves);
  g_free(trial.locks);
  return trial.out;
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
  out->state = worst ? worst->state : ABSENCE_SAFE;
  out->week = g_strdup(worst ? worst->week : "");
  if (!worst)
    return;
  out->sessions = worst->sessions;
  out->alone = worst->alone;
  out->lost = worst->lost;
  for (guint i = 0; i < worst->by->len; i++) {
    const struct advice_loss *from = g_ptr_array_index(worst->by, i);
    struct advice_loss *loss = advice_loss_new();
    *loss = *from;
    loss->words = g_strdup(from->words);
    g_ptr_array_add(out->by, loss);
  }
}

struct advice_absence *absence_try(const struct absence_ground *ground, int clinician)
{
  struct advice_absence *out = advice_absence_new();
  const struct trial trial = {.ground = ground, .clinician = clinician, .out = out};
  describe(&trial);
  for (int week = 0; week < ground->problem->month->n_weeks; week++) {
    struct advice_absence *one = try_week(ground, clinician, week);
    if (one)
      g_ptr_array_add(out->weeks, one);
  }
  take_worst(out);
  return out;
}
