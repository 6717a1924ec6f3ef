#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { NEED, OVER_WEIGHT, APART_WEIGHT };

static const struct rule_param params[] = {
    {.name = "need",
     .kind = PARAM_NUMBER,
     .unit = "people",
     .summary = "how many are on duty in each session",
     .initial = 1,
     .least = 1,
     .most = 100},
    {.name = "over_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "what each person too many costs",
     .initial = 300,
     .most = 1000000},
    {.name = "apart_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "what it costs when one person is on duty on two consecutive working days",
     .initial = 10,
     .most = 1000000},
};

/* --- emit ------------------------------------------------------------------ */

static bool is_duty(const struct rule_use *use, int task, int site)
{
  return scope_has_task(&use->scope, task) && scope_has_site(&use->scope, site);
}

enum duty { DUTY_NONE, DUTY_OWED, DUTY_MOVED, DUTY_NEEDED };

/* Somebody is to be on duty in each ordinary session of the scope in which one
 * of the places where it can be done is open. If closures took them all it moves, `to` the
 * first site that one of them says, or else it is owed. */
static enum duty duty_in(const struct rule_use *use, const struct problem *problem, int slot,
                         int *to)
{
  const struct service *service = problem->service;
  enum duty duty = DUTY_NONE;
  *to = NONE;
  if (!problem->month->slots[slot].ordinary || !scope_has_slot(&use->scope, problem, slot))
    return DUTY_NONE;
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++) {
      if (!service->tasks[t].at[s] || !is_duty(use, t, s))
        continue;
      if (problem_site_open(problem, slot, s))
        return DUTY_NEEDED;
      if (problem_owed_by(problem, slot, s))
        duty = MAX(duty, DUTY_OWED);
      if (*to == NONE)
        *to = problem_moves_to(problem, slot, t, s);
    }
  return *to == NONE ? duty : DUTY_MOVED;
}

/* A day with an ordinary session in which not everything is closed. */
static bool is_working_day(const struct problem *problem, int day)
{
  const struct day *at = &problem->month->days[day];
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
    for (int s = 0; s < problem->service->n_sites && problem->month->slots[slot].ordinary; s++)
      if (problem_site_open(problem, slot, s))
        return true;
  return false;
}

/* `elsewhere`: a site that counts besides, or NONE. */
static void emit_slot(struct formulation *formulation, const struct rule_use *use, int slot,
                      int elsewhere)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, problem);
  int people = 0, need = use->values[NEED];
  for (int i = formulation->slot_first[slot]; i < formulation->slot_first[slot + 1]; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (!is_duty(use, at->task, at->site) &&
        !(at->site == elsewhere && scope_has_task(&use->scope, at->task)))
      continue;
    formulation_term(formulation, column, 1);
    people++;
  }
  if (use->hard) {
    formulation_row(formulation, label, need, need);
    return;
  }
  formulation_term(formulation, formulation_column(formulation, label, 0, need, use->weight), 1);
  if (people > need)
    formulation_term(
        formulation,
        formulation_column(formulation, label, 0, people - need, use->values[OVER_WEIGHT]), -1);
  formulation_row(formulation, label, need, need);
}

static void emit_owed(struct formulation *formulation, const struct rule_use *use, int slot)
{
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, formulation->problem);
  formulation_constant(formulation, label, (int64_t)use->weight * use->values[NEED]);
}

/* Adds the clinician's duties in the slot to the row; false: there can be none. */
static bool add_duties(struct formulation *formulation, const struct rule_use *use, int clinician,
                       int slot)
{
  const struct problem *problem = formulation->problem;
  bool any = false;
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (is_duty(use, problem->candidates[i].task, problem->candidates[i].site)) {
      formulation_term(formulation, i, 1);
      any = true;
    }
  return any;
}

/* A column that is 1 when the clinician is on duty at all that day, or NONE
 * where that can't be. One row for the day and not one a session: twice as many
 * rows would be a tenth of the programme, for a rule of little weight. */
static int duty_day(struct formulation *formulation, const struct rule_use *use, const bool *needed,
                    int clinician, int day)
{
  const struct day *at = &formulation->problem->month->days[day];
  int sessions = 0;
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
    sessions += needed[slot] && add_duties(formulation, use, clinician, slot);
  if (sessions == 0)
    return NONE;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = at->first_slot;
  int column = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, column, -sessions);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  return column;
}

static void emit_apart(struct formulation *formulation, const struct rule_use *use,
                       const bool *needed, int clinician)
{
  const struct month *month = formulation->problem->month;
  int before = NONE;
  for (int d = 0; d < month->n_days; d++) {
    if (!is_working_day(formulation->problem, d))
      continue;
    int today = duty_day(formulation, use, needed, clinician, d);
    if (before != NONE && today != NONE) {
      struct label label = formulation_label(formulation);
      label.clinician = clinician;
      label.slot = month->days[d].first_slot;
      formulation_term(formulation, before, 1);
      formulation_term(formulation, today, 1);
      formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, use->values[APART_WEIGHT]);
    }
    before = today;
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  g_autofree bool *needed = g_new0(bool, (gsize)problem->month->n_slots + 1);
  for (int s = 0; s < problem->month->n_slots; s++) {
    int elsewhere;
    enum duty duty = duty_in(use, problem, s, &elsewhere);
    needed[s] = duty == DUTY_NEEDED;
    if (duty == DUTY_NEEDED || duty == DUTY_MOVED)
      emit_slot(formulation, use, s, needed[s] ? NONE : elsewhere);
    else if (duty == DUTY_OWED)
      emit_owed(formulation, use, s);
  }
  for (int c = 0; c < problem->service->n_clinicians && use->values[APART_WEIGHT] > 0; c++)
    emit_apart(formulation, use, needed, c);
}

/* --- check ----------------------------------------------------------------- */

/* Where duty at one of its sites moves to in a slot in which none is open: by the first of its
 * tasks, and then of its sites, of which it is said; or NONE. */
static int moves_to(const struct problem *problem, const struct rule_use *use, int slot)
{
  for (int t = 0; t < problem->service->n_tasks; t++)
    for (int site = 0; site < problem->service->n_sites; site++) {
      bool ours = scope_has_task(&use->scope, t) && scope_has_site(&use->scope, site) &&
                  problem->service->tasks[t].at[site];
      int to = ours ? problem_moves_to(problem, slot, t, site) : NONE;
      if (to != NONE)
        return to;
    }
  return NONE;
}

/* Is it a place and time of the use's? */
static bool is_of_use(const struct problem *problem, const struct rule_use *use, int slot, int site)
{
  const struct slot *at = &problem->month->slots[slot];
  bool done = false;
  for (int t = 0; t < problem->service->n_tasks; t++)
    done = done || (scope_has_task(&use->scope, t) && problem->service->tasks[t].at[site]);
  return done && scope_has_site(&use->scope, site) &&
         pattern_has(&use->scope.when, at->date, at->block);
}

/* [slots], for each what is asked of it; g_free it. A slot in which a site of the
 * task is open needs duty; one in which any site is open is part of a working day. */
struct asked {
  bool duty, work;
  const struct closure *closure; /* that took duty away; NULL: none did, or it is asked */
  int elsewhere;                 /* the site to which it moves, or NONE */
};

static struct asked *what_is_asked(const struct problem *problem, const struct rule_use *use)
{
  const struct service *service = problem->service;
  struct asked *asked = g_new0(struct asked, (gsize)problem->month->n_slots + 1);
  for (int slot = 0; slot < problem->month->n_slots; slot++) {
    const struct slot *at = &problem->month->slots[slot];
    for (int site = 0; site < service->n_sites && at->ordinary; site++) {
      bool open = problem_site_open(problem, slot, site),
           ours = is_of_use(problem, use, slot, site);
      asked[slot].work |= open;
      asked[slot].duty |= open && ours;
      if (ours && !asked[slot].closure)
        asked[slot].closure = problem_owed_by(problem, slot, site);
    }
    bool taken = asked[slot].closure && !asked[slot].duty;
    asked[slot].elsewhere = taken ? moves_to(problem, use, slot) : NONE;
    if (!taken || asked[slot].elsewhere != NONE)
      asked[slot].closure = NULL;
  }
  return asked;
}

/* `elsewhere`: a site that counts besides, or NONE. */
static void check_slot(struct audit *audit, const struct rule_use *use, int slot, int elsewhere)
{
  const struct rota *rota = audit->rota;
  int people = 0, need = use->values[NEED];
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    people += (item->site == elsewhere || scope_has_site(&use->scope, item->site)) &&
              scope_has_task(&use->scope, item->task);
  }
  struct label label = audit_label(audit);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, audit->problem);
  const char *task = label.task == NONE ? "duty" : audit->problem->service->tasks[label.task].name;
  char when[WORDS_SIZE];
  words_slot(audit->problem, slot, when);
  if (people < need)
    audit_shortfall(audit, SHORTFALL_COVER, label, need - people, rule_use_price(use),
                    "%s on %s: %d of %d", task, when, people, need);
  if (people > need)
    audit_shortfall(audit, SHORTFALL_OVER, label, people - need,
                    use->hard ? PRICE_HARD : use->values[OVER_WEIGHT],
                    "%s on %s: %d people, %d too many", task, when, people, people - need);
}

static void check_owed(struct audit *audit, const struct rule_use *use, int slot,
                       const struct closure *closure)
{
  const struct problem *problem = audit->problem;
  struct label label = audit_label(audit);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, problem);
  char when[WORDS_SIZE];
  g_autofree char *why = words_not_offered(problem, closure, NONE);
  audit_shortfall(audit, SHORTFALL_NOT_OFFERED, label, use->values[NEED], use->weight,
                  "%s on %s: %d %s %s",
                  label.task == NONE ? "duty" : problem->service->tasks[label.task].name,
                  words_slot(problem, slot, when), use->values[NEED],
                  use->values[NEED] == 1 ? "person" : "people", why);
}

/* The clinician's first duty of the day, or NULL. */
static const struct assignment *first_duty(const struct audit *audit, const struct rule_use *use,
                                           const struct asked *asked, int clinician, int day)
{
  const struct day *at = &audit->problem->month->days[day];
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, slot, &count);
    for (int i = 0; i < count && asked[slot].duty; i++)
      if (scope_has_site(&use->scope, items[i].site) && scope_has_task(&use->scope, items[i].task))
        return &items[i];
  }
  return NULL;
}

static void check_apart(struct audit *audit, const struct rule_use *use, const struct asked *asked,
                        int clinician)
{
  const struct problem *problem = audit->problem;
  bool before = false;
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct day *day = &problem->month->days[d];
    bool works = false;
    for (int slot = day->first_slot; slot < day->first_slot + day->n_slots; slot++)
      works = works || asked[slot].work;
    if (!works)
      continue;
    const struct assignment *duty = first_duty(audit, use, asked, clinician, d);
    if (duty && before) {
      struct label label = audit_label(audit);
      label.clinician = clinician;
      label.slot = duty->slot;
      label.task = duty->task;
      char when[WORDS_SIZE];
      audit_shortfall(audit, SHORTFALL_OTHER, label, 1, use->values[APART_WEIGHT],
                      "%s is on duty %s and on the working day before",
                      problem->service->clinicians[clinician].name,
                      words_period(problem, PERIOD_DAY, d, when));
    }
    before = duty != NULL;
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  g_autofree struct asked *asked = what_is_asked(problem, use);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (asked[s].duty || asked[s].elsewhere != NONE)
      check_slot(audit, use, s, asked[s].elsewhere);
    else if (asked[s].closure)
      check_owed(audit, use, s, asked[s].closure);
  for (int c = 0; c < problem->service->n_clinicians && use->values[APART_WEIGHT] > 0; c++)
    check_apart(audit, use, asked, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "in each open session exactly %d %s on duty%s", use->values[NEED],
                         use->values[NEED] == 1 ? "person is" : "people are",
                         use->values[APART_WEIGHT] > 0
                             ? ", and nobody on two working days running if it can be helped"
                             : "");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_duty_cover = {
    .name = "duty_cover",
    .summary = "Exactly one duty clinician in each open session, not always the same one.",
    .source = "\"We have a duty clinician\"",
    .nature = RULE_ELASTIC,
    .weight = 300,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* Friday and Monday are consecutive; the Tuesday is closed. */
                .month = "closures: [{from: 2027-02-09, reason: training, owed: no}]\n",
                .use = "{task: duty, sessions: am, from: 2027-02-05, until: 2027-02-10}",
                .candidates = "ann 2027-02-05 am duty hove\n"
                              "ann 2027-02-05 am duty remote\n"
                              "ann 2027-02-08 am duty remote\n"
                              "ann 2027-02-08 pm duty remote\n"
                              "ann 2027-02-10 am duty hove\n"
                              "bob 2027-02-05 am duty hove\n"
                              "bob 2027-02-08 am duty hove\n"
                              "bob 2027-02-08 am clinic hove\n"
                              "bob 2027-02-10 am duty hove\n",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .good = "ann 2027-02-05 am duty remote\n"
                        "bob 2027-02-08 am duty hove\n"
                        "ann 2027-02-10 am duty hove\n",
                .bad = "ann 2027-02-05 am duty remote\n"
                       "bob 2027-02-08 am clinic hove\n"
                       "bob 2027-02-10 am duty hove\n",
            },
            {
                .use = "{task: duty, from: 2027-02-25, apart_weight: 7, over_weight: 5}",
                .candidates = "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-25 pm duty hove\n"
                              "ann 2027-02-26 am duty remote\n"
                              "ann 2027-02-26 pm duty hove\n"
                              "bob 2027-02-25 am duty hove\n"
                              "bob 2027-02-25 pm duty hove\n"
                              "bob 2027-02-26 am duty hove\n"
                              "bob 2027-02-26 pm duty crawley\n",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .good = "ann 2027-02-25 am duty hove\n"
                        "ann 2027-02-25 pm duty hove\n"
                        "bob 2027-02-26 am duty hove\n"
                        "bob 2027-02-26 pm duty crawley\n",
                .bad = "ann 2027-02-25 am duty hove\n"
                       "bob 2027-02-25 am duty hove\n"
                       "ann 2027-02-26 am duty remote\n"
                       "ann 2027-02-26 pm duty hove\n",
            },
            {
                /* The event opens Saturday: nobody is asked to be on duty then, and it is no
                 * working day between Friday and Monday. */
                .month = "events:\n"
                         "  fair: {name: Fair, kind: fair, at: hove, on: 2027-02-20 am,\n"
                         "         need: [{task: duty, need: 1}]}\n",
                .use = "{task: duty, sessions: am, from: 2027-02-19, until: 2027-02-22}",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .candidates = "ann 2027-02-18 am duty hove\n"
                              "ann 2027-02-19 am duty hove\n"
                              "ann 2027-02-20 am duty hove\n"
                              "ann 2027-02-22 am duty hove\n"
                              "bob 2027-02-19 am duty hove\n"
                              "bob 2027-02-20 am duty hove\n"
                              "bob 2027-02-22 am duty hove\n"
                              "bob 2027-02-23 am duty hove\n",
                .good = "ann 2027-02-18 am duty hove\n"
                        "ann 2027-02-19 am duty hove\n"
                        "ann 2027-02-20 am duty hove\n"
                        "bob 2027-02-22 am duty hove\n"
                        "bob 2027-02-23 am duty hove\n",
                .bad = "ann 2027-02-19 am duty hove\n"
                       "ann 2027-02-22 am duty hove\n",
            },
            {
                /* The hubs are closed on Thursday morning: two people are owed. In the afternoon
                 * one is open again, and on Friday it lapses. */
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-25, to: 2027-02-26, sessions: am}\n"
                         "  - {site: crawley, from: 2027-02-25, to: 2027-02-26}\n"
                         "  - {from: 2027-02-26, owed: no}\n",
                .use = "{task: duty, at: hub, from: 2027-02-25, sessions: am pm, need: 2}",
                .candidates = "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-25 am duty remote\n"
                              "ann 2027-02-25 pm duty hove\n"
                              "bob 2027-02-25 pm duty hove\n"
                              "ann 2027-02-26 am duty hove\n",
                .good = NULL,
                .bad = "ann 2027-02-25 pm duty hove\n",
            },
            {
                /* Hove's duty goes to Crawley, in the morning. */
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-25, sessions: am, moves_to: crawley}\n"
                         "  - {site: hove, from: 2027-02-25, sessions: pm}\n",
                .use = "{task: duty, at: hove, from: 2027-02-24, until: 2027-02-25,\n"
                       " sessions: am pm}",
                .candidates = "ann 2027-02-24 am duty hove\n"
                              "ann 2027-02-24 pm duty hove\n"
                              "ann 2027-02-25 am duty crawley\n"
                              "bob 2027-02-25 am duty crawley\n"
                              "ann 2027-02-25 am duty remote\n"
                              "ann 2027-02-25 pm duty crawley\n",
                .good = NULL,
                .bad = "ann 2027-02-24 am duty hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
